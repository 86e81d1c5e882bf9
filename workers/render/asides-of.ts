import type { Document } from '../../shared/document/document.ts';
import { oncePer } from './once-per.ts';

/** Ids of the blocks that stand beside the text: alternative texts and titles. */
export const asidesOf = oncePer(
  ({ blocks }: Document): ReadonlySet<string> =>
    new Set(blocks.filter(({ kind }) => kind === 'alt' || kind === 'title').map(({ id }) => id)),
);
