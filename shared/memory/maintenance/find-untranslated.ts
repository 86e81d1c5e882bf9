import { languageOf } from '../../document/locale.ts';
import type { QaFinding } from '../../document/rendition.ts';
import { findWrongScript } from '../../quality/check-script.ts';
import { findSourceWords } from '../../quality/check-source-words.ts';
import { findUntranslated } from '../../quality/check-untranslated.ts';
import type { CheckedPair } from '../../quality/checked-pair.ts';
import { proseWords, tellingWords } from '../../quality/prose-words.ts';
import type { StoredUnit } from '../stored-unit.ts';
import { checkEach } from './find-mismatches.ts';
import type { FinderLocales, Finding } from './finding.ts';

/** Fewest words of running text in small letters that make a sentence of a text. */
const MIN_ORDINARY_WORDS = 3;

/** Finds units whose target is their source, though that is a sentence of its language: names and code stay as they are. */
export function findSameAsSource(units: readonly StoredUnit[], locales: FinderLocales): readonly Finding[] {
  return checkEach(units, locales, { kind: 'same-as-source', checks: [findUntranslatedProse] });
}

/** Finds units whose target holds a passage of the source, or is written in another script than its locale. */
export function findFragments(units: readonly StoredUnit[], locales: FinderLocales): readonly Finding[] {
  const whole = new Set(findSameAsSource(units, locales).flatMap((finding) => finding.units));
  const others = units.filter((each) => !whole.has(each));
  return checkEach(others, locales, {
    kind: 'untranslated-fragment',
    checks: [findSourceWords, findForeignScript],
  });
}

function findUntranslatedProse(pair: CheckedPair): readonly QaFinding[] {
  const found = findUntranslated(pair);
  return found.length > 0 && isProse(pair) ? found : [];
}

/** One word in another script is a name or an identifier. */
function findForeignScript(pair: CheckedPair): readonly QaFinding[] {
  const words = proseWords(pair.target).filter(({ text = '' }) => /^\p{L}{2}/u.test(text));
  return words.length < MIN_ORDINARY_WORDS
    ? []
    : findWrongScript(pair).filter(({ rule }) => rule === 'script');
}

/** Of a language whose words are not known, every text counts. */
function isProse({ source, sourceLocale, locale }: CheckedPair): boolean {
  const telling = tellingWords(languageOf(sourceLocale), languageOf(locale));
  const small = proseWords(source).flatMap(({ text = '' }) => (/^\p{Ll}{2}/u.test(text) ? [text] : []));
  return (
    telling.size === 0 || (small.length >= MIN_ORDINARY_WORDS && small.some((word) => telling.has(word)))
  );
}
