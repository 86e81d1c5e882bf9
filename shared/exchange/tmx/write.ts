import type { CodedText } from '../../document/inline-code.ts';
import type { Locale } from '../../document/locale.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { escapeXmlAttribute, escapeXmlText } from '../xml.ts';
import { fromTmxDate, toTmxDate } from './dates.ts';
import { NOTE, PROPERTIES } from './properties.ts';
import { writeSegment } from './write-segment.ts';

export interface WriteTmxOptions {
  /** Source locale of all units. Default: each unit states its own. */
  readonly sourceLocale?: Locale;
  /** Version of the writing program, for the header. */
  readonly toolVersion?: string;
}

/**
 * Writes units as TMX 1.4b, piece by piece, in their order; `readTmx` gives the same units back.
 *
 * Neighbouring units with the same source and place share a `<tu>`. Context is written as memoQ and
 * Trados do, review state and provenance as properties of our own.
 */
export async function* writeTmx(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  { sourceLocale, toolVersion = '0' }: WriteTmxOptions = {},
): AsyncIterable<string> {
  const srclang = escapeXmlAttribute(sourceLocale ?? '*all*');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="Polywire" creationtoolversion="${escapeXmlAttribute(toolVersion)}" segtype="sentence" o-tmf="polywire" adminlang="en" srclang="${srclang}" datatype="html"/>\n<body>\n`;
  let group: TranslationUnit[] = [];
  for await (const unit of units) {
    if (!belongsTo(group, unit)) {
      yield writeGroup(group);
      group = [];
    }
    group.push(unit);
  }
  yield `${writeGroup(group)}</body>\n</tmx>\n`;
}

function belongsTo(group: readonly TranslationUnit[], unit: TranslationUnit): boolean {
  const [first] = group;
  return (
    first === undefined ||
    (sourceFacts(first) === sourceFacts(unit) && group.every(({ locale }) => locale !== unit.locale))
  );
}

function sourceFacts({ sourceLocale, source, contextBefore, contextAfter, key }: TranslationUnit): string {
  return JSON.stringify([sourceLocale, source, contextBefore, contextAfter, key]);
}

function writeGroup(group: readonly TranslationUnit[]): string {
  const [first] = group;
  if (first === undefined) {
    return '';
  }
  const place =
    writeProperty(PROPERTIES.contextBefore, asSegment(first.contextBefore)) +
    writeProperty(PROPERTIES.contextAfter, asSegment(first.contextAfter)) +
    writeProperty(PROPERTIES.key, asSegment(first.key));
  const source = writeVariant(first.sourceLocale, first.source);
  const targets = group.map((unit) => writeVariant(unit.locale, unit.target, unit));
  return `<tu srclang="${escapeXmlAttribute(first.sourceLocale)}">${place}\n${source}${targets.join('')}</tu>\n`;
}

function writeVariant(
  locale: Locale,
  content: CodedText,
  { provenance, properties = [] }: Partial<Pick<TranslationUnit, 'provenance' | 'properties'>> = {},
): string {
  const date = provenance?.changedAt === undefined ? undefined : toTmxDate(provenance.changedAt);
  const attributes =
    writeAttribute('xml:lang', locale) +
    writeAttribute('changedate', date) +
    writeAttribute('changeid', provenance?.changedBy);
  const notes = properties.flatMap(([name, value]) => (name === NOTE ? [writeNote(value)] : []));
  const foreign = properties.flatMap(([name, value]) => (name === NOTE ? [] : [writeProperty(name, value)]));
  const described = [...notes, writeProvenance(provenance, date), ...foreign].join('');
  return `<tuv${attributes}>${described}<seg>${writeSegment(content)}</seg></tuv>\n`;
}

function writeProvenance(
  provenance: TranslationUnit['provenance'] | undefined,
  date: string | undefined,
): string {
  if (provenance === undefined) {
    return '';
  }
  const { origin, review, changedAt, articleId, version, file } = provenance;
  return (
    writeProperty(PROPERTIES.origin, origin) +
    writeProperty(PROPERTIES.review, review) +
    writeProperty(PROPERTIES.changedAt, fromTmxDate(date) === changedAt ? undefined : changedAt) +
    writeProperty(PROPERTIES.articleId, articleId) +
    writeProperty(PROPERTIES.version, version?.toString()) +
    writeProperty(PROPERTIES.file, file)
  );
}

function writeAttribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeXmlAttribute(value)}"`;
}

function writeProperty(type: string, value: string | undefined): string {
  return value === undefined ? '' : `<prop type="${escapeXmlAttribute(type)}">${escapeXmlText(value)}</prop>`;
}

function writeNote(text: string): string {
  return `<note>${escapeXmlText(text)}</note>`;
}

/** As memoQ writes a neighbour: see `placeOf`. */
function asSegment(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `<seg>${escapeMarkup(text)}</seg>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
