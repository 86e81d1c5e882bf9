import { groupBy } from '../../document/group-by.ts';
import type { Term, TermStatus } from '../../memory/terms/term.ts';
import { escapeXmlAttribute, escapeXmlText } from '../xml.ts';

/** Values of `administrativeStatus` (ISO 30042:2019); the standard has none for what is not translated. */
const STATUSES: { readonly [Status in TermStatus]: string } = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
  'do-not-translate': 'doNotTranslate',
};

/** Writes the terms of one pair of languages as TBX-Basic of 2019, a concept for each source. */
export function writeTbx(terms: readonly Term[]): string {
  const language = escapeXmlAttribute(terms[0]?.sourceLocale ?? 'en');
  const concepts = Array.from(groupBy(terms, ({ source }) => source).values(), writeConcept);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tbx style="dca" type="TBX-Basic" xml:lang="${language}" xmlns="urn:iso:std:iso:30042:ed-2">\n<tbxHeader><fileDesc><sourceDesc><p>Glossary of Polywire</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n${concepts.join('')}</body></text>\n</tbx>\n`;
}

function writeConcept(terms: readonly Term[], at: number): string {
  const [first] = terms;
  if (first === undefined) {
    return '';
  }
  const subject = write('descrip', 'subjectField', first.subject);
  const note = first.note === undefined ? '' : `<note>${escapeXmlText(first.note)}</note>`;
  const targets = terms.map(
    ({ target, status, partOfSpeech }) =>
      `<termSec><term>${escapeXmlText(target)}</term>${write('termNote', 'partOfSpeech', partOfSpeech)}${write('termNote', 'administrativeStatus', STATUSES[status])}</termSec>`,
  );
  const source = `<termSec><term>${escapeXmlText(first.source)}</term></termSec>`;
  return `<conceptEntry id="c${at + 1}">${subject}${note}${section(first.sourceLocale, source)}${section(first.locale, targets.join(''))}</conceptEntry>\n`;
}

function section(locale: string, content: string): string {
  return `<langSec xml:lang="${escapeXmlAttribute(locale)}">${content}</langSec>`;
}

function write(element: string, type: string, value: string | undefined): string {
  return value === undefined ? '' : `<${element} type="${type}">${escapeXmlText(value)}</${element}>`;
}
