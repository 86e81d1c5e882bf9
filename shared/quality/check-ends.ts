import { type Locale, languageOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

/** What a sentence ends in, whatever the script: `.` `。` `।` are one. */
type End = 'stop' | 'question' | 'exclamation' | 'colon' | 'comma' | 'none';

const ENDS: readonly (readonly [End, RegExp])[] = [
  ['question', /[?？؟⸮]/u],
  ['exclamation', /[!！]/u],
  ['colon', /[:：]/u],
  ['stop', /[.。．।॥۔…｡]/u],
  ['comma', /[,;，、；،؛]/u],
];
/** Quotation marks, brackets, spaces and invisible characters may follow the mark. */
const TRAILING = /[\s"'“”„«»‹›‘’」』）)\]】》\uFFFC\p{Cf}]+$/u;
/** The quotation at the end has an end of its own, or is told in other words. */
const QUOTED = /["'“”„«»‹›‘’」』]\s*$/u;
/** Written without a full stop, and questions often without a mark. */
const WITHOUT_STOP: ReadonlySet<string> = new Set(['th', 'lo', 'km', 'my']);
/** Questions that a word at the end tells, with a full stop or nothing after it. */
const QUESTION_WORDS: Readonly<Record<string, RegExp>> = {
  ja: /か$/u,
  ko: /[까가나요]$/u,
  zh: /[吗嗎呢么麼]$/u,
};

/**
 * Finds a target that does not end as its source does: without the question mark, the exclamation
 * mark, the colon or the full stop. The locale's own marks count (`؟`, `。`, `;` in Greek).
 */
export function findWrongEnd({ source, target, locale }: CheckedPair): readonly QaFinding[] {
  const [wanted, found] = [endOf(source, 'en'), endOf(target, languageOf(locale))];
  if (wanted === found || isAllowed({ wanted, found, source, target, locale })) {
    return [];
  }
  const end = target.replace(TRAILING, '').length;
  return [
    {
      rule: 'end-punctuation',
      severity: 'warning',
      message: `The source ends in ${NAMES[wanted]}, the target in ${NAMES[found]}`,
      span: { start: Math.max(0, end - 1), end },
    },
  ];
}

const NAMES: Readonly<Record<End, string>> = {
  stop: 'a full stop',
  question: 'a question mark',
  exclamation: 'an exclamation mark',
  colon: 'a colon',
  comma: 'a comma',
  none: 'no mark',
};

interface Ends {
  readonly wanted: End;
  readonly found: End;
  readonly source: string;
  readonly target: string;
  readonly locale: Locale;
}

/** An end that the source does not have is a translator's choice; so is a stop for an exclamation. */
function isAllowed({ wanted, found, source, target, locale }: Ends): boolean {
  const language = languageOf(locale);
  const bare = target.replace(TRAILING, '').replace(/[.。।]$/u, '');
  switch (wanted) {
    case 'none':
    case 'comma':
      return true;
    case 'question':
      return (
        found === 'comma' ||
        WITHOUT_STOP.has(language) ||
        (found === 'stop' && QUOTED.test(source)) ||
        QUESTION_WORDS[language]?.test(bare) === true
      );
    case 'exclamation':
      return found === 'stop' || WITHOUT_STOP.has(language);
    case 'colon':
      return found === 'stop' || WITHOUT_STOP.has(language);
    case 'stop':
      return (
        found !== 'none' ||
        WITHOUT_STOP.has(language) ||
        isAbbreviated(source) ||
        (QUOTED.test(target) && (QUOTED.test(source) || /[」』]\s*$/u.test(target))) ||
        (language === 'ko' && isNominal(bare))
      );
  }
}

/** Korean lists end in noun phrases, which have no stop. */
function isNominal(target: string): boolean {
  return !/[다요까오죠]$/u.test(target);
}

/** The stop belongs to the last word: `U.S.`, `a.m.`, `Inc.`; or there is no sentence before it. */
function isAbbreviated(source: string): boolean {
  const bare = source.replace(TRAILING, '');
  return (
    /(?:\.\p{L}{1,3}|\b\p{Lu}|\b(?:etc|Inc|Corp|Ltd|Co|Jr|Sr|St|am|pm))\.$/u.test(bare) || !/\s/u.test(bare)
  );
}

function endOf(text: string, language: string): End {
  const last = text.replace(TRAILING, '').slice(-1);
  if (language === 'el' && /[;\u037E]/u.test(last)) {
    return 'question';
  }
  return ENDS.find(([, pattern]) => pattern.test(last))?.[0] ?? 'none';
}
