import type { MarkedName, MarkedSentence } from './corpus.ts';

const CONTRACTIONS: Readonly<Record<string, string>> = {
  'de o': 'do',
  'de a': 'da',
  'de os': 'dos',
  'de as': 'das',
  'em o': 'no',
  'em a': 'na',
  'em os': 'nos',
  'em as': 'nas',
  'a o': 'ao',
  'a a': 'à',
  'a os': 'aos',
  'a as': 'às',
  'por o': 'pelo',
  'por a': 'pela',
  'por os': 'pelos',
  'por as': 'pelas',
};

const APART = /(?<![\p{L}\p{N}-])(?:de|em|a|por) (?:os?|as?)(?![\p{L}\p{N}-])/giu;

/**
 * Writes prepositions and articles as one word, as people do: treebanks keep them apart ("em o
 * governo"). Where a name begins or ends between the two, they stay as they are.
 */
export function contractPortuguese({ text, names }: MarkedSentence): MarkedSentence {
  let contracted = '';
  let at = 0;
  const moves: { readonly from: number; readonly by: number }[] = [];
  for (const match of text.matchAll(APART)) {
    const joined = CONTRACTIONS[match[0].toLowerCase()];
    const end = match.index + match[0].length;
    const cutsName = names.some(
      (name) => (name.start > match.index && name.start < end) || (name.end > match.index && name.end < end),
    );
    if (joined !== undefined && !cutsName) {
      const isCapital = match[0].charAt(0) !== match[0].charAt(0).toLowerCase();
      contracted += text.slice(at, match.index);
      contracted += isCapital ? joined.charAt(0).toUpperCase() + joined.slice(1) : joined;
      at = end;
      moves.push({ from: end, by: match[0].length - joined.length });
    }
  }
  const moved = (place: number): number =>
    place - moves.reduce((sum, { from, by }) => (from <= place ? sum + by : sum), 0);
  return {
    text: contracted + text.slice(at),
    names: names.map((name): MarkedName => ({ ...name, start: moved(name.start), end: moved(name.end) })),
  };
}
