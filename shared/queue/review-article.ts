import type { Document } from '../document/document.ts';
import { REQUIRED_RULES } from '../document/repair-rule.ts';
import {
  changeReview,
  isSameReview,
  type ReviewChange,
  type SourceReview,
} from '../document/source-review.ts';
import { PipelineError } from '../errors/errors.ts';
import type { VersionRecord } from '../stores/article-store.ts';
import { readFindings } from '../stores/output-store.ts';
import type { ActionPorts } from './article-actions.ts';
import { makeAgain, notReviewable, queueAgain, requireCurrent } from './make-again.ts';

/**
 * Takes repairs of a version back, or makes them again, and has everything made anew from
 * `normalize` on; outputs are served as they were until the new ones are there. Tells whether there
 * was anything to do: asking twice is safe, also after a crash between storing and queueing.
 *
 * @throws {PipelineError} `STALE_VERSION`, `ARTICLE_KILLED`, `NOT_REVIEWABLE` while it runs or when
 *   someone else was first, `REQUEST_INVALID` with a pointer to each key or rule that it does not have.
 */
export async function reviewArticle(
  ports: ActionPorts,
  record: VersionRecord,
  change: ReviewChange,
): Promise<boolean> {
  requireCurrent(record);
  const { document } = await readFindings(ports.client, record);
  if (document === undefined) {
    throw notReviewable(record, 'has no repairs yet: it is not normalized');
  }
  requireKnown(document, record.review, change);
  const review = tidy(changeReview(record.review, change), document);
  if (isSameReview(review, record.review)) {
    await queueAgain(ports, record);
    return false;
  }
  await makeAgain(ports, record, { review, from: 'normalize' });
  return true;
}

/** What was asked for, for the audit log: `2 taken back; off: month-case`. */
export function describeChange({
  undo = [],
  redo = [],
  disableRules = [],
  enableRules = [],
}: ReviewChange): string {
  return [
    undo.length > 0 ? `${undo.length} taken back` : '',
    redo.length > 0 ? `${redo.length} made again` : '',
    disableRules.length > 0 ? `off: ${disableRules.join(', ')}` : '',
    enableRules.length > 0 ? `on: ${enableRules.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function requireKnown({ overlays }: Document, review: SourceReview, change: ReviewChange): void {
  const repairs = [...overlays.repairs, ...(overlays.undone ?? [])];
  const keys = new Set([...repairs.map(({ key }) => key), ...review.undone]);
  const rules = new Set([...repairs.map(({ rule }) => rule), ...review.disabledRules]);
  const errors = [
    ...unknown('undo', change.undo, (key) => keys.has(key), 'is not the key of a repair of this version'),
    ...unknown('redo', change.redo, (key) => keys.has(key), 'is not the key of a repair of this version'),
    ...unknown(
      'disableRules',
      change.disableRules,
      (rule) => rules.has(rule),
      'made no repair in this version',
    ),
    ...unknown(
      'enableRules',
      change.enableRules,
      (rule) => rules.has(rule),
      'is not switched off in this version',
    ),
    ...unknown(
      'disableRules',
      change.disableRules,
      (rule) => !REQUIRED_RULES.has(rule),
      'cannot be switched off',
    ),
  ];
  const [first] = errors;
  if (first !== undefined) {
    throw new PipelineError('REQUEST_INVALID', first.detail, { details: { errors } });
  }
}

function unknown(
  list: keyof ReviewChange,
  items: readonly string[] = [],
  isKnown: (item: string) => boolean,
  otherwise: string,
): { readonly pointer: string; readonly detail: string }[] {
  return items.flatMap((item, index) =>
    isKnown(item) ? [] : [{ pointer: `/${list}/${index}`, detail: `"${item}" ${otherwise}` }],
  );
}

/** Where a whole rule is off, its repairs need not be taken back one by one. */
function tidy(review: SourceReview, { overlays }: Document): SourceReview {
  const off = new Set(review.disabledRules);
  const covered = new Set((overlays.undone ?? []).filter(({ rule }) => off.has(rule)).map(({ key }) => key));
  return { ...review, undone: review.undone.filter((key) => !covered.has(key)) };
}
