import { slugOf } from '../../../shared/text/fold.ts';
import type { Candidate } from '../candidate.ts';

/**
 * The id of the thing that a name or demonym denotes: the gazetteer's, else one made of type and
 * full name, the same in every version of the article.
 */
export function nameEntityId(candidate: Candidate, text: string): string {
  const { reading, type } = candidate;
  if (reading.kind === 'entry') {
    return reading.entry.id;
  }
  const name = reading.kind === 'name' ? (reading.of ?? text) : text;
  return `local:${type.toLowerCase()}:${slugOf(name)}`;
}
