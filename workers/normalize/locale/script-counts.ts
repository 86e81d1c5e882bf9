/** Blocks of Unicode that hold the letters of a script; punctuation and digits are left out. */
const RANGES = [
  ['Latn', 0x41, 0x5a],
  ['Latn', 0x61, 0x7a],
  ['Latn', 0xc0, 0x24f],
  ['Latn', 0x1e00, 0x1eff],
  ['Grek', 0x370, 0x3ff],
  ['Grek', 0x1f00, 0x1fff],
  ['Cyrl', 0x400, 0x52f],
  ['Armn', 0x531, 0x556],
  ['Armn', 0x561, 0x587],
  ['Hebr', 0x5d0, 0x5ea],
  ['Arab', 0x620, 0x64a],
  ['Arab', 0x671, 0x6d3],
  ['Deva', 0x900, 0x963],
  ['Beng', 0x980, 0x9e5],
  ['Guru', 0xa00, 0xa65],
  ['Gujr', 0xa80, 0xae5],
  ['Orya', 0xb00, 0xb65],
  ['Taml', 0xb80, 0xbe5],
  ['Telu', 0xc00, 0xc65],
  ['Knda', 0xc80, 0xce5],
  ['Mlym', 0xd00, 0xd65],
  ['Sinh', 0xd80, 0xde5],
  ['Thai', 0xe01, 0xe4f],
  ['Laoo', 0xe81, 0xecf],
  ['Mymr', 0x1000, 0x103f],
  ['Geor', 0x10a0, 0x10ff],
  ['Ethi', 0x1200, 0x135f],
  ['Khmr', 0x1780, 0x17d3],
  ['Kana', 0x3041, 0x30fa],
  ['Kana', 0x30fd, 0x30ff],
  ['Hani', 0x3005, 0x3007],
  ['Hani', 0x3400, 0x4dbf],
  ['Hani', 0x4e00, 0x9fff],
  ['Hani', 0xd840, 0xd87f], // first halves of the letters beyond the first plane
  ['Hang', 0x1100, 0x11ff],
  ['Hang', 0x3131, 0x318e],
  ['Hang', 0xac00, 0xd7a3],
] as const;

/** ISO 15924. */
export type ScriptCode = (typeof RANGES)[number][0];

const SCRIPTS: readonly ScriptCode[] = [...new Set(RANGES.map(([script]) => script))];

/** One more than the place in `SCRIPTS` by code unit; 0 for what is no letter. */
const scriptOfUnit = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [script, first, last] of RANGES) {
    table.fill(SCRIPTS.indexOf(script) + 1, first, last + 1);
  }
  table.fill(0, 0xd7, 0xd8); // × and ÷ stand among the letters
  table.fill(0, 0xf7, 0xf8);
  return table;
}

/** How many letters of a text belong to which script, most frequent first; absent scripts are left out. */
export function scriptCounts(text: string): readonly (readonly [ScriptCode, number])[] {
  const counts = new Uint32Array(SCRIPTS.length + 1);
  for (let index = 0; index < text.length; index += 1) {
    const script = scriptOfUnit[text.charCodeAt(index)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  return SCRIPTS.map((script, index) => [script, counts[index + 1] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .toSorted((a, b) => b[1] - a[1]);
}

/** How much of a word one letter is, where that is more than in an alphabet. */
const WEIGHTS: Readonly<Partial<Record<ScriptCode, number>>> = { Hani: 3, Kana: 2, Hang: 2.5 };
/** A text in another script may name many companies in Latin letters; the reverse is rare. */
const BESIDE_LATIN = 2.5;

/** The script that a text runs in, with how many letters of it there are; undefined without letters. */
export function mainScript(
  counts: readonly (readonly [ScriptCode, number])[],
): readonly [ScriptCode, number] | undefined {
  const weight = ([script, count]: readonly [ScriptCode, number]): number =>
    count * (WEIGHTS[script] ?? 1) * (script === 'Latn' ? 1 : BESIDE_LATIN);
  return counts.toSorted((a, b) => weight(b) - weight(a))[0];
}
