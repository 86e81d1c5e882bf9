import { hash } from 'node:crypto';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { Repair, UndoneRepair } from '../../../shared/document/overlay.ts';
import { REQUIRED_RULES } from '../../../shared/document/repair-rule.ts';
import { revertText } from '../../../shared/document/revert-repairs.ts';
import type { Draft, DraftBlock } from '../draft/draft.ts';
import { leavesOf, mapBlocks } from '../draft/map-leaves.ts';

/** A repair that can be taken back, with its place in the submitted text. */
export interface PlacedRepair {
  readonly repair: UndoneRepair;
  /** Id of the block as it was submitted: `b3` for all parts of a split one. */
  readonly blockId: string;
  /** In that block's submitted text. */
  readonly start: number;
}

export interface KeyedDraft {
  readonly draft: Draft;
  readonly placed: readonly PlacedRepair[];
}

/** How much text on either side tells a repair from others like it. */
const CONTEXT = 12;

/**
 * Gives each repair that can be taken back its key, made from rule, texts, what stood around it in
 * the submission, and occurrence: so it stays the same when blocks come and go elsewhere, and when
 * other repairs are taken back. Those count as occurrences too. Only rules that are `known` here
 * can leave something alone when asked to.
 */
export function keyRepairs(draft: Draft, known: ReadonlySet<string>): KeyedDraft {
  const blocks = [...leavesOf(draft.nodes).map((leaf) => leaf.block), ...draft.asides, ...draft.removed];
  const occurrences = new Map<string, number>();
  const keyed = new Map<DraftBlock, Repair[]>();
  const placed: PlacedRepair[] = [];
  for (const place of placedParts(blocks)) {
    const { blockId, whole, part } = place;
    const repairs: Repair[] = [];
    for (const item of itemsOf(place)) {
      const { from } = item;
      const identity = identityOf(item, whole);
      const occurrence = occurrences.get(identity) ?? 0;
      occurrences.set(identity, occurrence + 1);
      if (item.repair === undefined) {
        continue;
      }
      const isFree = known.has(item.rule) && canBeUndone(item.repair, whole, from);
      const repair = { ...item.repair, key: keyOf(`${identity}\u0000${occurrence}`) };
      repairs.push(isFree ? repair : item.repair);
      if (isFree) {
        placed.push({ repair, blockId, start: from });
      }
    }
    keyed.set(part, repairs);
  }
  const withKeys = (block: DraftBlock): DraftBlock => {
    const repairs = keyed.get(block) ?? [];
    return repairs.length === 0 ? block : { ...block, repairs };
  };
  return { draft: { ...mapBlocks(draft, withKeys), removed: draft.removed.map(withKeys) }, placed };
}

interface PlacedPart {
  readonly part: DraftBlock;
  readonly blockId: string;
  /** Where the part starts in the submitted text of its block. */
  readonly start: number;
  /** The block's submitted text. */
  readonly whole: string;
}

/** Every block in the order of the source, the parts of a split one together. */
function placedParts(blocks: readonly DraftBlock[]): PlacedPart[] {
  const stems = [...groupBy(blocks, stemOf)].toSorted(([a], [b]) => collator.compare(a, b));
  return stems.flatMap(([blockId, parts]) => {
    const ordered = parts.toSorted((a, b) => collator.compare(a.id, b.id));
    const texts = ordered.map((part) => revertText(part.text, part.repairs));
    const whole = texts.join('');
    let end = 0;
    return ordered.map((part, index) => {
      const start = end;
      end += texts[index]?.length ?? 0;
      return { part, blockId, start, whole };
    });
  });
}

/** A repair of a block, or one that was taken back, where it starts in the submitted text. */
interface Item {
  readonly from: number;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
  /** Absent where it was taken back. */
  readonly repair?: Repair;
}

function itemsOf({ part, start }: PlacedPart): Item[] {
  let grown = 0;
  const made = part.repairs.map((repair): Item => {
    const { rule, before, after, span } = repair;
    const from = start + span.start - grown;
    grown += after.length - before.length;
    return { from, rule, before, after, repair };
  });
  const undone = (part.kept ?? []).map(
    ({ from, repair: { rule, before, after } }): Item => ({
      from,
      rule,
      before,
      after,
    }),
  );
  return undone.length === 0 ? made : [...made, ...undone].toSorted((a, b) => a.from - b.from);
}

function identityOf({ from, rule, before, after }: Item, whole: string): string {
  const left = whole.slice(Math.max(0, from - CONTEXT), from);
  const right = whole.slice(from + before.length, from + before.length + CONTEXT);
  return [rule, before, after, left, right].join('\u0000');
}

/** White space at the ends of a block is not content: no document holds it. */
function canBeUndone({ rule, before, after }: Repair, whole: string, start: number): boolean {
  const isAtEnd = start === 0 || start + before.length === whole.length;
  const isOuterSpace = after === '' && isAtEnd && /^\s*$/u.test(before);
  return !isOuterSpace && !REQUIRED_RULES.has(rule);
}

const KEY_LENGTH = 12;

function keyOf(identity: string): string {
  const hex = hash('sha256', identity, 'hex').slice(0, 20);
  return `r${BigInt(`0x${hex}`).toString(36).padStart(KEY_LENGTH, '0').slice(-KEY_LENGTH)}`;
}

const collator = new Intl.Collator('en', { numeric: true });

function stemOf({ id }: DraftBlock): string {
  return id.split('.')[0] ?? id;
}
