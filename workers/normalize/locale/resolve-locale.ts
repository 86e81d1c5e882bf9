import { isLocale, type Locale, languageOf, toLocale } from '../../../shared/document/locale.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { Draft } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import type { DetectedLanguage, DetectLanguage } from './detect-language.ts';
import { hanScriptOf } from './han-variants.ts';
import { isSameGroup } from './same-language-group.ts';
import { speaksAgainst } from './speaks-against.ts';

export interface ResolvedLocale {
  readonly locale: Locale;
  readonly diagnostics: readonly Diagnostic[];
}

const SAMPLE_LENGTH = 4_000;
/** Lead of another language from which it contradicts what was stated. */
const CONTRADICTION_LEAD = 15;

/**
 * Settles the source's locale: what the submitter declared, else what the source states, else what
 * its text looks like. Bare `zh` is completed by the characters used.
 *
 * What was declared always counts; a text that is clearly in another language is a diagnostic. A
 * page's `lang` is often its template's and gives way to such a text.
 *
 * @throws {PipelineError} `SOURCE_LOCALE_UNKNOWN` when nothing is declared and nothing can be told.
 */
export async function resolveLocale(
  declared: Locale | undefined,
  draft: Draft,
  detect: DetectLanguage,
): Promise<ResolvedLocale> {
  const text = sampleOf(draft);
  const stated = known(declared) ?? known(statedBy(draft));
  if (stated === undefined) {
    return guess(await detect(text), text);
  }
  const locale = completeChinese(stated, text);
  const other = await contradiction(locale, text, detect);
  if (other === undefined) {
    return { locale, diagnostics: [] };
  }
  const isTemplate = known(declared) === undefined && draft.found.evidence.language?.from === 'meta';
  return {
    locale: isTemplate ? other : locale,
    diagnostics: [isTemplate ? overruled(locale, other) : mismatch(locale, other)],
  };
}

/** The beginning of the running text; text in another language is marked elsewhere. */
function sampleOf(draft: Draft): string {
  let sample = '';
  for (const { block } of leavesOf(draft.nodes)) {
    sample += `${block.text}\n`;
    if (sample.length >= SAMPLE_LENGTH) {
      break;
    }
  }
  return sample.slice(0, SAMPLE_LENGTH);
}

/** What the source states for the whole of it, or for each of its blocks alike. */
function statedBy(draft: Draft): Locale | undefined {
  if (draft.found.language !== undefined) {
    return toLocale(draft.found.language);
  }
  const [first, ...others] = new Set(leavesOf(draft.nodes).map(({ block }) => block.locale));
  return first === undefined || others.length > 0 ? undefined : toLocale(first);
}

function known(locale: Locale | undefined): Locale | undefined {
  return locale === undefined || languageOf(locale) === 'und' ? undefined : locale;
}

function completeChinese(locale: Locale, text: string): Locale {
  if (locale !== 'zh') {
    return locale;
  }
  const complete = `zh-${hanScriptOf(text)}`;
  return isLocale(complete) ? complete : locale;
}

/** The language that a text is clearly in, where that is not the stated one. */
async function contradiction(
  locale: Locale,
  text: string,
  detect: DetectLanguage,
): Promise<Locale | undefined> {
  if (!speaksAgainst(text, locale)) {
    return undefined;
  }
  const detected = await detect(text);
  const other = toLocale(detected?.locale ?? '');
  return detected?.certain === true &&
    other !== undefined &&
    !isSameGroup(other, locale) &&
    detected.leadOver(languageOf(locale)) >= CONTRADICTION_LEAD
    ? other
    : undefined;
}

function guess(detected: DetectedLanguage | undefined, text: string): ResolvedLocale {
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

function guessed(locale: Locale): Diagnostic {
  return {
    code: 'source-locale-guessed',
    severity: 'warning',
    message: `The language was taken to be "${locale}" from little or mixed text: state sourceLocale to be sure`,
  };
}

function mismatch(locale: Locale, other: Locale): Diagnostic {
  return {
    code: 'source-locale-mismatch',
    severity: 'warning',
    message: `The article is declared as "${locale}", but its text looks like "${other}"`,
  };
}

function overruled(locale: Locale, other: Locale): Diagnostic {
  return {
    code: 'source-locale-mismatch',
    severity: 'warning',
    message: `The page states "${locale}", but its text is in "${other}", which was taken: state sourceLocale to be sure`,
  };
}
