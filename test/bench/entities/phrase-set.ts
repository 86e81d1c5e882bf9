const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The usual way in plain JavaScript: a `Set` of phrases, a `Set` of their beginnings, words by a regular expression. */
export function phraseSet(names: readonly string[]): { readonly find: (text: string) => number } {
  const phrases = new Set<string>();
  const beginnings = new Set<string>();
  for (const name of names) {
    const words = wordsOf(name);
    phrases.add(words.join(' '));
    for (let end = 1; end < words.length; end += 1) {
      beginnings.add(words.slice(0, end).join(' '));
    }
  }
  return {
    find: (text) => {
      const words = wordsOf(text);
      let found = 0;
      for (let at = 0; at < words.length; at += 1) {
        let phrase = words[at] ?? '';
        let last = -1;
        for (let end = at; ; phrase = `${phrase} ${words[end] ?? ''}`) {
          if (phrases.has(phrase)) {
            last = end;
          }
          end += 1;
          if (end >= words.length || !beginnings.has(phrase)) {
            break;
          }
        }
        if (last !== -1) {
          found += 1;
          at = last;
        }
      }
      return found;
    },
  };
}

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) =>
    word
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')
      .toLowerCase(),
  );
}
