import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Locale } from '../../../shared/document/locale.ts';
import { readTmx } from '../../../shared/exchange/tmx/read.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import type { DataFolder } from '../data-folder.ts';

/** Files of the data folder that the measures of the memory read. */
export const TMX_FILE = 'tm/d365-en-fr-100k.tmx.gz';
export const LOCALES_FILE = 'tm/tm-en-15-locales.jsonl.gz';

const EN = Locale.parse('en');
const FR = Locale.parse('fr');
const Line = z.looseObject({ src: z.string(), targets: z.looseObject({ fr: z.string() }) });

/** The units of both files from English into French, the source languages as one, equal texts once. */
export async function readRealUnits(data: DataFolder): Promise<readonly TranslationUnit[]> {
  const units = new Map<string, TranslationUnit>();
  const text = createReadStream(data.pathOf(TMX_FILE)).pipe(createGunzip()).setEncoding('utf8');
  for await (const event of readTmx(text)) {
    if (event.kind === 'unit') {
      units.set(event.unit.source.text, plainUnit(event.unit.source.text, event.unit.target.text));
    }
  }
  for (const line of data.lines(LOCALES_FILE)) {
    const { src, targets } = Line.parse(line);
    units.set(src, plainUnit(src, targets.fr));
  }
  return [...units.values()];
}

/** A unit from English into French without codes, translated by a person. */
export function plainUnit(source: string, target: string): TranslationUnit {
  return {
    sourceLocale: EN,
    locale: FR,
    source: { text: source, codes: [] },
    target: { text: target, codes: [] },
    provenance: { origin: 'human', review: 'translated', changedAt: '2026-01-01T00:00:00Z' },
  };
}
