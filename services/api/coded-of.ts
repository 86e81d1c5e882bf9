import { z } from 'zod';
import { CodedText } from '../../shared/document/inline-code.ts';

/** A text as requests give it. */
export const GivenText = z
  .union([z.string().max(20_000), CodedText])
  .describe('Plain, or with inline codes')
  .transform(codedOf);

function codedOf(text: string | CodedText): CodedText {
  return typeof text === 'string' ? { text: text.normalize('NFC'), codes: [] } : text;
}
