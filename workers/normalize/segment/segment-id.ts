import { hash } from 'node:crypto';
import type { BlockKind } from '../../../shared/document/block.ts';
import { isSegmentId, type SegmentId } from '../../../shared/document/segment.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { DraftSegment } from './segment-block.ts';

/** Gives out segment ids. One per document: it counts how often each text has occurred. */
export interface SegmentIds {
  readonly next: (segment: DraftSegment, kind: BlockKind) => SegmentId;
}

/**
 * Ids from text, codes without their data, block kind and occurrence: a segment keeps its id when
 * other segments come, go or change, and when a link's address changes.
 */
export function createSegmentIds(): SegmentIds {
  const occurrences = new Map<string, number>();
  return {
    next: (segment, kind) => {
      const shape = segment.codes.map((code) => `${code.kind}${code.start}-${code.end}`).join(',');
      const identity = `${kind}\u0000${segment.text}\u0000${shape}`;
      const occurrence = (occurrences.get(identity) ?? 0) + 1;
      occurrences.set(identity, occurrence);
      return hashId(`${identity}\u0000${occurrence}`);
    },
  };
}

const ID_LENGTH = 14;

function hashId(identity: string): SegmentId {
  const hex = hash('sha256', identity, 'hex').slice(0, 24);
  const id = `s${BigInt(`0x${hex}`).toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH)}`;
  if (!isSegmentId(id)) {
    throw new PipelineError('INTERNAL', `"${id}" is not a segment id`);
  }
  return id;
}
