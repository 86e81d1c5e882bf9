import { describe, expect, it } from 'vitest';
import { normalized } from '../support.ts';

async function headline(markdown: string): Promise<string> {
  return (await normalized(markdown)).segments[0]?.text ?? '';
}

const BODY =
  'The parliament voted on the budget of NATO. Emma Larsen left the talks, and Larsen flew to Lisbon.';

describe('headlines in capitals', () => {
  it('become sentences, with the names and acronyms of the article', async () => {
    expect(await headline(`# PARLIAMENT VOTES ON NATO BUDGET, LARSEN LEAVES LISBON\n\n${BODY}`)).toBe(
      'Parliament votes on NATO budget, Larsen leaves Lisbon',
    );
  });

  it('stay as they are where a word is unknown', async () => {
    const shout = 'PARLIAMENT VOTES ON QWERXOL BUDGET';
    expect(await headline(`# ${shout}\n\n${BODY}`)).toBe(shout);
  });

  it('are left alone when short: an acronym or two', async () => {
    expect(await headline(`# NATO, EU\n\n${BODY}`)).toBe('NATO, EU');
  });

  it('can be taken back: each word is a repair', async () => {
    const document = await normalized(`# PARLIAMENT VOTES ON BUDGET\n\n${BODY}`);
    expect(document.overlays.repairs.map(({ rule, before }) => [rule, before])).toEqual([
      ['headline-case', 'PARLIAMENT'],
      ['headline-case', 'VOTES'],
      ['headline-case', 'ON'],
      ['headline-case', 'BUDGET'],
    ]);
  });
});
