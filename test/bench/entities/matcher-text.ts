import { seededRandom } from './seeded-random.ts';

const WORDS =
  `the of and to in a is that for it was on are as with his they at be this from have or by one had not
  but what all were when we there can an your which their said if do will each about how up out them then she many
  some so these would other into has more her two like him see time could no make than first been its who now people
  my made over did down only way find use may water long little very after words called just where most know
  government minister said on tuesday officials market growth percent company reported higher interest rates while
  analysts expect economy court ruling police investigation parliament vote election campaign security council`
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Running text of about `bytes` characters: every twentieth word opens one of `names`, which stands there whole. */
export function matcherText(names: readonly string[], bytes: number): string {
  const random = seededRandom(7);
  const parts: string[] = [];
  let length = 0;
  for (let at = 1; length < bytes; at += 1) {
    const from = at % 20 === 0 ? names : WORDS;
    const word = from[Math.floor(random() * from.length)] ?? '';
    const part = at % 17 === 0 ? `${word}. ` : `${word} `;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}
