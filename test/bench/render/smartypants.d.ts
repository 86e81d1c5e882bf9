declare module 'smartypants' {
  /** Straight marks to typographic ones, as characters. `attr`: 1 for everything. */
  export function smartypantsu(text: string, attr?: string): string;
}
