import { describe, expect, it } from 'vitest';
import { normalized, textsOf } from '../support.ts';

async function repaired(text: string): Promise<string> {
  const document = await normalized(text);
  return document.segments.map((segment) => segment.joinBefore + segment.text).join('');
}

/** Small words in text that is otherwise in order: left, or repaired as the second column shows. */
const CONTEXTS: readonly (readonly [word: string, text: string, expected?: string | undefined])[] = [
  ['may', 'It may rain, he said, and they may go home.'],
  ['may', 'It opens on may 12.', 'It opens on May 12.'],
  ['march', 'They march on the capital every week.'],
  ['march', 'A long march ended at the river.'],
  ['march', 'It closed on march 3, 2026.', 'It closed on March 3, 2026.'],
  ['august', 'It was an august body of scholars.'],
  ['august', 'It was in late august, he said.', 'It was in late August, he said.'],
  ['turkey', 'She roasted a turkey with chestnuts.'],
  ['china', 'The plates are bone china from the shop.'],
  ['polish', 'She had to polish the brass.'],
  ['polish', 'Poland voted. The polish government fell.', 'Poland voted. The Polish government fell.'],
  ['us', 'He told us that it was late, and gave us time.'],
  ['us', 'Come with us president or not, she said.'],
  ['us', 'He met the us president in the us.', 'He met the US president in the US.'],
  ['us', 'Then us troops left.', 'Then US troops left.'],
  ['reading', 'She was reading a book in bed.'],
  ['nice', 'It was a nice day for a walk.'],
  ['mark', 'They mark the day with a song.'],
  ['will', 'She will not go there.'],
  ['rose', 'Prices rose again, and a rose grew there.'],
  ['bill', 'The bill was paid in cash.'],
  ['frank', 'He was frank about it.'],
  ['white house', 'They live in a white house on the hill.'],
  ['who', 'The man who left was from there.'],
  ['it', 'I think it is good, and it works.'],
  ['un', 'A word like un means one in Spanish.'],
  ['aids', 'The city aids its poor, and hearing aids help.'],
  ['orange', 'An orange and a delta on a mobile phone.'],
  ['france', 'The minister of france came.', 'The minister of France came.'],
  ['nato', 'The summit of nato ended.', 'The summit of NATO ended.'],
  ['eu', 'The eu and the uk agreed.', 'The EU and the UK agreed.'],
  ['u.s.', 'The u.s. economy grew.', 'The U.S. economy grew.'],
  ['i', 'Then i saw that i’m late.', 'Then I saw that I’m late.'],
  ['i', 'Use item i) or option i, or i.e. the first.'],
  ['christmas', 'They met on christmas eve.', 'They met on Christmas Eve.'],
  ['european union', 'The european union agreed.', 'The European Union agreed.'],
  ['european union', 'The European union agreed.', 'The European Union agreed.'],
  ['labour party', 'It was the Labour party that won.'],
  ['angela merkel', 'Chancellor angela merkel left.', 'Chancellor Angela Merkel left.'],
  ['de la fuente', 'It was maria de la fuente who left.'],
  ['mr', 'Then mr. Brown and dr Smith left.', 'Then Mr. Brown and Dr Smith left.'],
];

describe('words that are names and ordinary words', () => {
  it.each(CONTEXTS.map(([word, text, expected = text]) => ({ word, text, expected })))(
    'decides on "$word" in "$text"',
    async ({ text, expected }) => {
      expect(await repaired(text)).toBe(expected);
    },
  );

  it('takes nothing for a name that an article in order always writes small', async () => {
    const text =
      'Install khmer first. Then start khmer again, since khmer counts well. The Paris team wrote khmer.';
    expect(textsOf(await normalized(text)).join(' ')).toBe(text);
  });
});
