import { readShippedEntries } from '../../../../config/shipped-entries.ts';
import type { GazetteerEntry } from '../../../../shared/document/gazetteer-entry.ts';
import { groupBy } from '../../../../shared/document/group-by.ts';
import type { QaFinding } from '../../../../shared/document/rendition.ts';
import { checkPair } from '../../../../shared/quality/check-pair.ts';
import type { Measure } from '../../entities/measure.ts';
import { seededRandom } from '../../entities/seeded-random.ts';
import type { Row } from '../../report.ts';
import { DOCS, NEWS } from '../human-texts.ts';
import { type CheckedText, checkedTexts } from './checked-texts.ts';
import { PLANTED_KINDS, type PlantedKind } from './plant-errors.ts';

const MOST_ALARMS = 1;
const LEAST_FOUND = 98;
const PLANTED = 1000;

/**
 * Alarms on human translations of news and documentation, which are false but for the translators' own
 * slips, as a share of the segments: all checks together, per locale and per rule. And the share of
 * planted errors that are found, one in each of 1,000 segments. Every second document was seen when
 * the checks were tuned; the rows say which half they are of.
 */
export const checks: Measure = {
  name: 'checks',
  needs: [NEWS, DOCS],
  run: async (data) => {
    const texts = await checkedTexts(data);
    const entries = [...(await readShippedEntries()).values()];
    const halves = groupBy(texts, ({ document }) => (document % 2 === 0 ? 'tuned on' : 'held out'));
    const heldOut = halves.get('held out') ?? [];
    return [
      ...[...halves].map(([half, own]) => alarmRow(`all, ${half}`, own, alarmsOf(own))),
      ...localeRows(heldOut),
      ...ruleRows(heldOut),
      ...PLANTED_KINDS.map((kind) => foundRow(kind, heldOut, entries)),
    ];
  },
};

type Alarms = readonly (readonly QaFinding[])[];

function alarmsOf(texts: readonly CheckedText[]): Alarms {
  return texts.map(({ pair }) => checkPair(pair));
}

function alarmRow(of: string, texts: readonly CheckedText[], alarms: Alarms): Row {
  const value = share(alarms.filter((findings) => findings.length > 0).length, texts.length);
  return {
    measure: `checks: segments with an alarm, ${of}`,
    value,
    unit: '%',
    samples: texts.length,
    goal: `<= ${MOST_ALARMS} %`,
    ok: value <= MOST_ALARMS,
  };
}

function localeRows(texts: readonly CheckedText[]): readonly Row[] {
  return [...groupBy(texts, ({ pair }) => pair.locale)].map(([locale, own]) =>
    alarmRow(locale, own, alarmsOf(own)),
  );
}

function ruleRows(texts: readonly CheckedText[]): readonly Row[] {
  const rules = alarmsOf(texts).flatMap((findings) => [...new Set(findings.map(({ rule }) => rule))]);
  return [...groupBy(rules, (rule) => rule)].map(([rule, own]) => ({
    measure: `checks: segments with an alarm of ${rule}`,
    value: share(own.length, texts.length),
    unit: '%',
    samples: texts.length,
  }));
}

/** An error counts as found where a finding of its rules is there that was not there before. */
function foundRow(
  { kind, rules, plant }: PlantedKind,
  texts: readonly CheckedText[],
  entries: readonly GazetteerEntry[],
): Row {
  const count = (findings: readonly QaFinding[]): number =>
    findings.filter(({ rule }) => rules.includes(rule)).length;
  let [made, found] = [0, 0];
  for (const [at, { pair }] of shuffled(texts).entries()) {
    const error = made < PLANTED ? plant(pair, { entries, seed: at * 7919 }) : undefined;
    if (error !== undefined) {
      made += 1;
      found += count(checkPair(error.bad)) > count(checkPair(error.good)) ? 1 : 0;
    }
  }
  const value = share(found, made);
  return {
    measure: `checks: planted and found, ${kind}`,
    value,
    unit: '%',
    samples: made,
    goal: `>= ${LEAST_FOUND} %`,
    ok: value >= LEAST_FOUND,
  };
}

/** The same order every time. */
function shuffled(texts: readonly CheckedText[]): readonly CheckedText[] {
  const random = seededRandom(2027);
  return texts
    .map((text) => ({ text, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ text }) => text);
}

function share(part: number, whole: number): number {
  return (100 * part) / Math.max(1, whole);
}
