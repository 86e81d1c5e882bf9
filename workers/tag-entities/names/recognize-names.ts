import type { EntityType } from '../../../shared/document/entity-type.ts';
import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { DocumentView } from '../document-view.ts';
import type { NameToken } from '../name-tokens.ts';
import { type NameRun, nameRuns } from './name-runs.ts';
import {
  EVENT_HEADS,
  GIVEN_NAMES,
  ORG_HEADS,
  PARTICLES,
  PLACE_HEADS,
  PLACE_OPENERS,
  PLAIN_ACRONYMS,
  SPEECH_VERBS,
  TITLES,
} from './name-words.ts';

/**
 * Finds names that no gazetteer has, in English text, by the shape of the words and the cues beside
 * them: head words ("... Ministry"), titles ("Dr. ..."), given names, verbs of speech, "in ...,".
 */
export const recognizeNames: Recognizer = (view) =>
  view.segments.flatMap((segment) =>
    nameRuns(view, segment).flatMap((run) => {
      const candidate = classify(trimRun(run), view);
      return candidate === undefined ? [] : [candidate];
    }),
  );

interface Verdict {
  readonly type: EntityType;
  readonly rank: number;
  readonly confidence: number;
  readonly evidence: string;
}

function classify(run: NameRun & { titled: boolean }, view: DocumentView): Candidate | undefined {
  const tokens = run.segment.tokens.slice(run.from, run.to);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const verdict =
    byHeadWord(tokens) ?? byPersonCue(run, tokens) ?? byAcronym(run, tokens) ?? byShape(run, tokens, view);
  return verdict === undefined
    ? undefined
    : {
        segment: run.segment.index,
        start: first.start,
        end: last.end,
        reading: { kind: 'name' },
        ...verdict,
      };
}

/** Cuts titles and the gazetteer's adjectives off the front: "Mexican Senator Ana Ruiz". */
function trimRun(run: NameRun): NameRun & { titled: boolean } {
  const { tokens, known } = run.segment;
  let { from } = run;
  let titled = false;
  const headed = ORG_HEADS.has(tokens[run.to - 1]?.key ?? '');
  for (let at = run.from; at < run.to - 1; at += 1) {
    if (!headed && TITLES.has(tokens[at]?.key ?? '')) {
      const stop = tokens[at + 1]?.text === '.' ? 2 : 1;
      from = at + stop;
      titled = true;
    }
  }
  const second = tokens[from + 1]?.key ?? '';
  if (
    run.opensSentence &&
    run.to - from > 2 &&
    GIVEN_NAMES.has(second) &&
    !GIVEN_NAMES.has(tokens[from]?.key ?? '')
  ) {
    from += 1;
  }
  const adjective = known[countBefore(known, ({ fromToken }) => fromToken < from)];
  const isAdjective = adjective?.fromToken === from && adjective.alias.kind === 'demonym';
  if (isAdjective && adjective.toToken < run.to && !headed) {
    from = adjective.toToken;
  }
  const before = tokens[from - 1];
  const titleBefore = before?.text === '.' ? tokens[from - 2] : before;
  titled ||= titleBefore !== undefined && TITLES.has(titleBefore.key) && !titleBefore.possessive;
  return { ...run, from, titled };
}

function byHeadWord(tokens: readonly NameToken[]): Verdict | undefined {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || tokens.length < 2) {
    return undefined;
  }
  if (EVENT_HEADS.has(last.key)) {
    return { type: 'EVENT', rank: RANK.known, confidence: 0.7, evidence: `Head word "${last.text}"` };
  }
  const headed = ORG_HEADS.has(last.key)
    ? last
    : tokens.find((token, at) => ORG_HEADS.has(token.key) && isOf(tokens[at + 1]));
  if (headed !== undefined) {
    return { type: 'ORG', rank: RANK.known, confidence: 0.8, evidence: `Head word "${headed.text}"` };
  }
  if (PLACE_HEADS.has(last.key) || PLACE_OPENERS.has(first.key)) {
    return { type: 'LOC', rank: RANK.known, confidence: 0.75, evidence: 'Head word of a place' };
  }
  return undefined;
}

function isOf(token: NameToken | undefined): boolean {
  return token?.key === 'of' || token?.key === 'for';
}

function byPersonCue(run: NameRun & { titled: boolean }, tokens: readonly NameToken[]): Verdict | undefined {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const { segment } = run;
  const shouted = words.every(({ casing }) => casing === 'upper');
  if (words.length > 5 || (shouted && !run.titled)) {
    return undefined;
  }
  if (run.titled && !segment.titleCase) {
    const whole = words.length >= 2;
    const rank = whole ? RANK.known : RANK.shape;
    return { type: 'PER', rank, confidence: whole ? 0.85 : 0.65, evidence: 'Title before the name' };
  }
  const given = GIVEN_NAMES.has(words[0]?.key ?? '') && words.length >= 2 && words.length <= 4;
  if (given) {
    return {
      type: 'PER',
      rank: RANK.known,
      confidence: 0.85,
      evidence: `Given name "${words[0]?.text ?? ''}"`,
    };
  }
  const verb = segment.tokens[run.to];
  if (words.length >= 2 && verb !== undefined && SPEECH_VERBS.has(verb.key) && verb.casing === 'lower') {
    return { type: 'PER', rank: RANK.shape, confidence: 0.7, evidence: `"${verb.text}" behind the name` };
  }
  return undefined;
}

function byAcronym({ segment, opensSentence }: NameRun, tokens: readonly NameToken[]): Verdict | undefined {
  const only = tokens.length === 1 ? tokens[0] : undefined;
  const fits = only !== undefined && /^[\p{Lu}][\p{Lu}\p{N}&]{1,6}$/u.test(only.text);
  if (!fits || PLAIN_ACRONYMS.has(only.key) || segment.titleCase || opensSentence) {
    return undefined;
  }
  return { type: 'ORG', rank: RANK.shape, confidence: 0.5, evidence: 'Written as an acronym' };
}

/** Words before a place, with how many words its name may have: "from" and "at" lead to people too. */
const PLACE_CUES: ReadonlyMap<string, number> = new Map([
  ['in', 3],
  ['near', 3],
  ['outside', 3],
  ['across', 3],
  ['at', 1],
  ['from', 1],
]);

function byShape(
  { segment, from, to, opensSentence }: NameRun,
  tokens: readonly NameToken[],
  { lowerWords }: DocumentView,
): Verdict | undefined {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const before = segment.tokens[from - 1];
  if (segment.titleCase || words.some(({ key }) => lowerWords.has(key) && !PARTICLES.has(key))) {
    return undefined;
  }
  const after = segment.tokens[to];
  const single = words.length === 1 && before?.key === 'in'; // "in Kisumu and"
  const closed = single || after === undefined || /^[,.;)]$/u.test(after.text);
  if (before?.casing === 'lower' && closed && words.length <= (PLACE_CUES.get(before.key) ?? 0)) {
    return { type: 'LOC', rank: RANK.shape, confidence: 0.5, evidence: `"${before.text}" before the name` };
  }
  const shouted = words.some(({ casing, text }) => casing === 'upper' && text.length > 1);
  const capitals = words.filter(({ casing }) => casing === 'capital').length;
  if (capitals >= 2 && words.length <= 4 && !shouted) {
    const confidence = opensSentence ? 0.4 : 0.45;
    return { type: 'PER', rank: RANK.shape, confidence, evidence: 'Shape of a name' };
  }
  return undefined;
}
