import type { z } from 'zod';
import { SourceArticle } from '../document/article.ts';
import { Document } from '../document/document.ts';
import { EntityOverlay } from '../document/entity-mention.ts';
import type { Locale } from '../document/locale.ts';
import { STORED_FORMATS, type StoredFormat } from '../document/output-format.ts';
import { type RenderedLocale, Rendition } from '../document/rendition.ts';
import { LocaleMatches } from '../memory/match.ts';
import type { StageResults } from '../queue/define-stage.ts';
import { packJson, packText, unpackJson } from './packed-json.ts';

/** Results that a later stage can ask for. */
export type ReadableResult = Exclude<keyof StageResults, 'render'>;

const SCHEMAS: { readonly [Name in ReadableResult]: z.ZodType<StageResults[Name]> } = {
  source: SourceArticle,
  normalize: Document,
  'tag-entities': EntityOverlay,
  'tm-lookup': LocaleMatches,
};

/** Unpacks and checks a stored result. */
export function unpackResult<Name extends ReadableResult>(name: Name, packed: Buffer): StageResults[Name] {
  return unpackJson<StageResults[Name]>(packed, SCHEMAS[name]);
}

/** Unpacks and checks a stored rendition. */
export function unpackRendition(packed: Buffer): Rendition {
  return unpackJson(packed, Rendition);
}

/** The hash field that holds one output's bytes. */
export function outputField(locale: Locale, format: StoredFormat): string {
  return `out.${locale}.${format}`;
}

/** Fields and values that a stage's result is stored as: renditions and their outputs apart. */
export function resultFields(
  field: string,
  value: StageResults[keyof StageResults],
  locale: Locale | undefined,
): (string | Buffer)[] {
  return locale !== undefined && 'rendition' in value
    ? renderedFields(field, value, locale)
    : [field, packJson(value)];
}

function renderedFields(
  field: string,
  { rendition, outputs }: RenderedLocale,
  locale: Locale,
): (string | Buffer)[] {
  const bytes = STORED_FORMATS.flatMap((format) => [outputField(locale, format), packText(outputs[format])]);
  return [field, packJson(rendition), ...bytes];
}
