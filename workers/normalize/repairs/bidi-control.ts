import { editsOf, type TextRule } from './text-rule.ts';

/** Direction marks, embeddings, overrides and isolates: output adds its own where they are needed. */
export const bidiControl: TextRule = {
  name: 'bidi-control',
  description: 'Removes invisible direction controls',
  confidence: 0.99,
  find: (block) => editsOf(block.text, /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, () => ''),
};
