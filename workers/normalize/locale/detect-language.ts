import { hanScriptOf } from './han-variants.ts';
import { type ScriptCode, scriptCounts } from './script-counts.ts';

export interface DetectedLanguage {
  /** BCP 47. */
  readonly locale: string;
  /** Whether a person should look at it. */
  readonly certain: boolean;
}

/** Tells the language of a text; undefined where nothing can be told from it. */
export type DetectLanguage = (text: string) => Promise<DetectedLanguage | undefined>;

/** Languages that alone, among those we expect, are written in a script. */
const BY_SCRIPT: Readonly<Partial<Record<ScriptCode, string>>> = {
  Hebr: 'he',
  Grek: 'el',
  Thai: 'th',
  Hang: 'ko',
  Kana: 'ja',
  Beng: 'bn',
  Taml: 'ta',
  Geor: 'ka',
  Armn: 'hy',
};

/** Of eld's languages those that news is submitted in: fewer candidates, fewer mistakes. */
const CANDIDATES =
  'ar bg cs da de en es fa fi fr hi hr hu it mr ms nl no pl pt ro ru sk sr sv tr uk ur vi'.split(' ');

const SAMPLE_LENGTH = 4_000;
const CERTAIN_LETTERS = 40;
/** A script that tells the language needs fewer. */
const CERTAIN_OWN_SCRIPT = 10;

/**
 * A detector by script first, then by letter groups (`eld`), which is loaded when it is first
 * needed: most articles declare their language.
 */
export function createLanguageDetector(): DetectLanguage {
  let detector: Promise<(text: string) => { language: string; reliable: boolean }> | undefined;
  return async (text) => {
    const sample = text.slice(0, SAMPLE_LENGTH);
    const counts = scriptCounts(sample);
    const [script, letters] = counts[0] ?? [];
    if (script === undefined || letters === undefined) {
      return undefined;
    }
    const certain = letters >= CERTAIN_LETTERS;
    const byScript = languageOfScript(script, counts, sample);
    if (byScript !== undefined) {
      return { locale: byScript, certain: letters >= CERTAIN_OWN_SCRIPT };
    }
    detector ??= loadEld();
    const found = (await detector)(sample);
    return found.language === '' ? undefined : { locale: found.language, certain: certain && found.reliable };
  };
}

function languageOfScript(
  script: ScriptCode,
  counts: readonly (readonly [ScriptCode, number])[],
  sample: string,
): string | undefined {
  if (script !== 'Hani') {
    return BY_SCRIPT[script];
  }
  const kana = counts.find(([code]) => code === 'Kana')?.[1] ?? 0;
  const han = counts[0]?.[1] ?? 1;
  return kana / han > 0.1 ? 'ja' : `zh-${hanScriptOf(sample)}`;
}

async function loadEld(): Promise<(text: string) => { language: string; reliable: boolean }> {
  const { eld } = await import('eld/medium');
  eld.setLanguageSubset(CANDIDATES);
  return (text) => {
    const result = eld.detect(text);
    return { language: result.language, reliable: result.isReliable() };
  };
}
