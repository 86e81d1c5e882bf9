import type { Document } from '../document/document.ts';
import { type EntityFix, type EntityLink, LONGEST_FIXED_TEXT } from '../document/entity-fix.ts';
import {
  type EntityType,
  isLinkedType,
  isListedType,
  isOwnType,
  knownTypes,
  listedTypes,
} from '../document/entity-type.ts';
import type { GazetteerList } from '../document/gazetteer-entry.ts';
import { PLACEHOLDER } from '../document/inline-code.ts';
import type { OwnTypes } from '../document/own-types.ts';
import type { Segment } from '../document/segment.ts';
import { PipelineError } from '../errors/errors.ts';

/** A stretch of a sentence, as a request names it. */
export interface PlaceChange {
  readonly segmentId: string;
  readonly start: number;
  readonly end: number;
  /** It holds for the same words all over the article. */
  readonly everywhere?: boolean | undefined;
}

/** Something is named there. */
export interface MentionChange extends PlaceChange {
  readonly type: EntityType;
  readonly link?: EntityLink | undefined;
  /** Puts the name on an imported list, with its form in other locales where they are given. */
  readonly remember?:
    | {
        readonly list?: GazetteerList | undefined;
        readonly names?: Readonly<Record<string, string>> | undefined;
      }
    | undefined;
}

/** What is to change about what an article names; each list may be absent. */
export interface EntityChange {
  readonly set?: readonly MentionChange[] | undefined;
  readonly remove?: readonly PlaceChange[] | undefined;
  /** Keys of fixes that are no longer to hold. */
  readonly takeBack?: readonly string[] | undefined;
}

interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** The version that a change is about, and the kinds there are. */
interface Checked {
  readonly document: Document;
  readonly fixes: readonly EntityFix[];
  readonly ownTypes: OwnTypes;
}

/**
 * Refuses a change that does not fit the version.
 *
 * @throws {PipelineError} `REQUEST_INVALID` with a pointer to each member that is wrong.
 */
export function checkEntityChange(
  { document: { segments }, fixes, ownTypes }: Checked,
  { set = [], remove = [], takeBack = [] }: EntityChange,
): void {
  const byId = new Map<string, Segment>(segments.map((segment) => [segment.id, segment]));
  const keys = new Set(fixes.map(({ key }) => key));
  const errors = [
    ...set.flatMap((item, at) => [
      ...placeProblems(byId, item, `/set/${at}`),
      ...mentionProblems(item, ownTypes, `/set/${at}`),
    ]),
    ...remove.flatMap((item, at) => placeProblems(byId, item, `/remove/${at}`)),
    ...takeBack.flatMap((key, at) =>
      keys.has(key)
        ? []
        : [{ pointer: `/takeBack/${at}`, detail: `"${key}" is not the key of a fix of this version` }],
    ),
  ];
  const [first] = errors;
  if (first !== undefined) {
    throw new PipelineError('REQUEST_INVALID', first.detail, { details: { errors } });
  }
}

function placeProblems(
  segments: ReadonlyMap<string, Segment>,
  { segmentId, start, end }: PlaceChange,
  pointer: string,
): readonly FieldProblem[] {
  const segment = segments.get(segmentId);
  if (segment === undefined) {
    return [
      {
        pointer: `${pointer}/segmentId`,
        detail: `"${segmentId}" is not the id of a sentence of this version`,
      },
    ];
  }
  const { length } = segment.text;
  const longest = Math.min(length, start + LONGEST_FIXED_TEXT);
  if (end <= start || end > longest) {
    const expected = `expected a number from ${start + 1} to ${longest}`;
    return start >= length
      ? [{ pointer: `${pointer}/start`, detail: `start is ${start}; the sentence has ${length} code units` }]
      : [{ pointer: `${pointer}/end`, detail: `end is ${end}; ${expected}` }];
  }
  const text = segment.text.slice(start, end);
  if (text.trim() !== text || text.includes(PLACEHOLDER) || splitsPair(segment.text, [start, end])) {
    return [
      {
        pointer,
        detail: `"${text}" is no stretch that can be marked: expected whole characters without an image or line break, and no space at its ends`,
      },
    ];
  }
  return [];
}

function mentionProblems(
  { type, link, remember }: MentionChange,
  ownTypes: OwnTypes,
  pointer: string,
): readonly FieldProblem[] {
  if (isOwnType(type) && !ownTypes.has(type)) {
    const known = knownTypes(ownTypes.keys()).join(', ');
    return [{ pointer: `${pointer}/type`, detail: `"${type}" is no kind here; expected one of ${known}` }];
  }
  return [
    ...(link !== undefined && !isLinkedType(type)
      ? [{ pointer: `${pointer}/link`, detail: `A mention of type ${type} has a value and no link` }]
      : []),
    ...(remember !== undefined && !isListedType(type)
      ? [
          {
            pointer: `${pointer}/remember`,
            detail: `A gazetteer has no entries of type ${type}; expected one of ${listedTypes(ownTypes.keys())}`,
          },
        ]
      : []),
  ];
}

function splitsPair(text: string, edges: readonly number[]): boolean {
  return edges.some(
    (at) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0,
  );
}
