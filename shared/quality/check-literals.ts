import type { QaFinding } from '../document/rendition.ts';
import { findLiterals } from '../values/find-literals.ts';
import type { CheckedPair } from './checked-pair.ts';

/**
 * Finds addresses (URL, e-mail) of the source that the target lacks, and those that the target alone
 * has. The language in a path may be the target's: `/en-us/docs` and `/fr-fr/docs` are one address.
 */
export function findWrongLiterals({ source, target }: CheckedPair): readonly QaFinding[] {
  const wanted = addressesIn(source);
  const found = addressesIn(target);
  const missing = wanted.filter(({ key }) => !found.some((other) => other.key === key));
  const added = found.filter(({ key }) => !wanted.some((other) => other.key === key));
  return [
    ...missing.map(
      ({ text }): QaFinding => ({
        rule: 'address-missing',
        severity: 'error',
        message: `The address ${text} of the source is not in the target`,
      }),
    ),
    ...added.map(
      ({ text, start, end }): QaFinding => ({
        rule: 'address-added',
        severity: 'error',
        message: `The address ${text} is not in the source`,
        span: { start, end },
      }),
    ),
  ];
}

interface Address {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function addressesIn(text: string): readonly Address[] {
  return findLiterals(text)
    .filter(({ type }) => type === 'URL' || type === 'EMAIL')
    .map(({ start, end }) => {
      const address = text.slice(start, end);
      return { text: address, key: keyOf(address), start, end };
    });
}

const LANGUAGE_IN_PATH = /\/[a-z]{2}(?:-[a-z]{2,4})?(?=\/|$)|(?<=\/\/)[a-z]{2}(?=\.)/giu;

/** Text of scripts without spaces may follow an address directly, or an ending the bracket around it. */
function keyOf(address: string): string {
  return (address.includes('(') ? address : address.replace(/\).*$/u, ''))
    .replace(/[^\p{ASCII}]+$/u, '')
    .replace(/^https?:\/\//iu, '//')
    .replaceAll(LANGUAGE_IN_PATH, '')
    .replace(/[/.,;:)]+$/u, '')
    .toLowerCase();
}
