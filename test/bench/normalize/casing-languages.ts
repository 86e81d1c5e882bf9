import type { NormalizeDeps } from '../../../workers/normalize/deps.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';
import { readNews, restoreTexts, scoreAll } from './casing-corpus.ts';
import type { WordKinds } from './casing-score.ts';

/** Keys of the news file besides English, and the languages of their tables; the last has no case. */
const LANGUAGES: readonly (readonly [string, string])[] = [
  ['es', 'es'],
  ['fr', 'fr'],
  ['de', 'de'],
  ['pt-BR', 'pt'],
  ['ru', 'ru'],
  ['tr', 'tr'],
  ['vi', 'vi'],
  ['id', 'id'],
  ['ja', 'ja'],
];

const NO_KINDS: WordKinds = { facts: new Set(), titles: new Set(), listed: new Set() };

/** The same news in other languages: precision where all is lower-cased, and changes where nothing is. */
export function languageRows(data: DataFolder, deps: NormalizeDeps): Row[] {
  return LANGUAGES.flatMap(([key, language]) => {
    const documents = readNews(data, key).filter((texts) => texts.every((text) => isAsLong(text, language)));
    const restore = (texts: readonly string[]): string[] => restoreTexts(texts, deps, language);
    const lowered = documents.map((texts) => texts.map((text) => text.toLocaleLowerCase(language)));
    const lost = scoreAll({ documents, damaged: lowered, kindsOf: noKinds }, restore);
    const kept = scoreAll({ documents, damaged: documents, kindsOf: noKinds }, restore);
    const precision = lost.changed.right / Math.max(1, lost.changed.all);
    const recall = (lost.inside.right + lost.starts.right) / Math.max(1, lost.inside.all + lost.starts.all);
    return [
      ...(lost.changed.all === 0
        ? []
        : [
            {
              measure: `${key}: all lower-cased: precision of changed words`,
              value: precision,
              unit: '',
              samples: lost.changed.all,
              goal: '>= .98',
              ok: precision >= 0.98,
            },
            {
              measure: `${key}: all lower-cased: recall, every capital`,
              value: recall,
              unit: '',
              samples: documents.length,
            },
          ]),
      {
        measure: `${key}: in order: words changed`,
        value: kept.changed.all,
        unit: 'words',
        samples: documents.length,
      },
    ];
  });
}

function isAsLong(text: string, language: string): boolean {
  return text.toLocaleLowerCase(language).length === text.length;
}

/** Nothing is told apart here. */
function noKinds(): WordKinds {
  return NO_KINDS;
}
