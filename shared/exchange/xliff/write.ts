import type { InlineCode, InlineCodeKind } from '../../document/inline-code.ts';
import type { Review } from '../../document/rendition.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { type CodeDialect, writeCodes } from '../coded-tags.ts';
import { escapeXmlAttribute, escapeXmlText } from '../xml.ts';

/** XLIFF 1.2 §2.1.1 where it has a state for it. */
const STATES: { readonly [State in Review]: string } = {
  empty: 'needs-translation',
  draft: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  approved: 'final',
  rejected: 'needs-translation',
};

const TYPES: { readonly [Kind in InlineCodeKind]: string } = {
  emphasis: 'italic',
  strong: 'bold',
  delete: 'x-strike',
  link: 'link',
  image: 'image',
  code: 'x-code',
  break: 'lb',
  'footnote-reference': 'x-footnote',
  span: 'x-span',
  protected: 'x-protected',
};

const XLIFF: CodeDialect = {
  text: escapeXmlText,
  standalone: (code, native) => `<ph${attributesOf(code)}>${escapeXmlText(native)}</ph>`,
  open: (code, native) => `<bpt${attributesOf(code)}>${escapeXmlText(native)}</bpt>`,
  close: ({ id }, native) => `<ept id="${id}">${escapeXmlText(native)}</ept>`,
};

/**
 * Writes units as XLIFF 1.2, which every tool reads, piece by piece, in their order: a `<file>` for each
 * run of units of one pair of languages. Codes, keys, notes and the review state come back from it;
 * neighbours and the rest of the provenance do not: TMX and CSV have those.
 */
export async function* writeXliff(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n';
  let pair = '';
  let id = 0;
  for await (const unit of units) {
    const ofUnit = pairOf(unit);
    if (ofUnit !== pair) {
      yield `${pair === '' ? '' : END}<file original="memory" datatype="html" ${ofUnit}>\n<body>\n`;
      pair = ofUnit;
    }
    id += 1;
    yield writeUnit(unit, id);
  }
  yield `${pair === '' ? '' : END}</xliff>\n`;
}

const END = '</body>\n</file>\n';

function pairOf({ sourceLocale, locale }: TranslationUnit): string {
  return `source-language="${escapeXmlAttribute(sourceLocale)}" target-language="${escapeXmlAttribute(locale)}"`;
}

function writeUnit(
  { source, target, key, properties = [], provenance }: TranslationUnit,
  id: number,
): string {
  const name = key === undefined ? '' : ` resname="${escapeXmlAttribute(key)}"`;
  const approved = provenance.review === 'approved' ? ' approved="yes"' : '';
  const notes = properties.flatMap(([property, value]) =>
    property === 'note' ? [`<note>${escapeXmlText(value)}</note>`] : [],
  );
  const state = STATES[provenance.review];
  return `<trans-unit id="${id}"${name}${approved}>\n<source>${writeCodes(source, XLIFF)}</source>\n<target state="${state}">${writeCodes(target, XLIFF)}</target>\n${notes.join('')}</trans-unit>\n`;
}

function attributesOf({ id, kind }: InlineCode): string {
  return ` id="${id}" ctype="${TYPES[kind]}"`;
}
