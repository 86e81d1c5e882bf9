import type { Candidate } from '../candidate.ts';
import type { Person } from './people.ts';

/** Gives every full mention of a person the reading of the one that leads: one person, one entity. */
export function unifyPeople(
  candidates: readonly Candidate[],
  people: readonly Person[],
): readonly Candidate[] {
  const persons = new Map(people.flatMap((person) => person.mentions.map((mention) => [mention, person])));
  return candidates.map((candidate) => {
    const person = persons.get(candidate);
    if (person === undefined || person.leading === candidate) {
      return candidate;
    }
    const { reading } = person.leading;
    return {
      ...candidate,
      reading: reading.kind === 'entry' ? reading : { kind: 'name', of: person.name },
    };
  });
}
