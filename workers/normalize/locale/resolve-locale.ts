import {
  directionOf,
  isLocale,
  type Locale,
  languageOf,
  scriptOf,
  toLocale,
} from '../../../shared/document/locale.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { Draft } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import type { DetectLanguage } from './detect-language.ts';
import { hanScriptOf } from './han-variants.ts';
import { scriptCounts } from './script-counts.ts';

export interface ResolvedLocale {
  readonly locale: Locale;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Settles the source's locale: what the submitter declared, else what the source states, else what
 * its text looks like. Bare `zh` is completed by the characters used.
 *
 * @throws {PipelineError} `SOURCE_LOCALE_UNKNOWN` when nothing is declared and nothing can be told.
 */
export async function resolveLocale(
  declared: Locale | undefined,
  draft: Draft,
  detect: DetectLanguage,
): Promise<ResolvedLocale> {
  const text = leavesOf(draft.nodes)
    .map((leaf) => leaf.block.text)
    .join('\n');
  const stated = declared ?? toLocale(draft.found.language ?? '');
  if (stated !== undefined && languageOf(stated) !== 'und') {
    const locale = completeChinese(stated, text);
    return { locale, diagnostics: scriptMismatch(locale, text) };
  }
  const detected = await detect(text);
  const locale = toLocale(detected?.locale ?? '');
  if (detected === undefined || locale === undefined) {
    throw new PipelineError(
      'SOURCE_LOCALE_UNKNOWN',
      'The language of the article cannot be told from its text: state it as sourceLocale, such as "en"',
      { details: { characters: text.length } },
    );
  }
  return { locale, diagnostics: detected.certain ? [] : [guessed(locale)] };
}

function completeChinese(locale: Locale, text: string): Locale {
  if (locale !== 'zh') {
    return locale;
  }
  const complete = `zh-${hanScriptOf(text)}`;
  return isLocale(complete) ? complete : locale;
}

function guessed(locale: Locale): Diagnostic {
  return {
    code: 'source-locale-guessed',
    severity: 'warning',
    message: `The language was taken to be "${locale}" from little or mixed text: state sourceLocale to be sure`,
  };
}

/** A text that runs in another script than its declared language is most likely declared wrongly. */
function scriptMismatch(locale: Locale, text: string): Diagnostic[] {
  const [script, letters] = scriptCounts(text.slice(0, 2_000))[0] ?? [];
  const expected = scriptOf(locale);
  const isOther =
    script !== undefined &&
    letters !== undefined &&
    letters > 40 &&
    (script === 'Latn') !== (expected === 'Latn') &&
    !(directionOf(locale) === 'ltr' && script === 'Latn' && /^(?:Jpan|Kore|Hans|Hant)$/u.test(expected));
  return isOther
    ? [
        {
          code: 'source-locale-mismatch',
          severity: 'warning',
          message: `The article is declared as "${locale}", but most of its letters are ${script}`,
        },
      ]
    : [];
}
