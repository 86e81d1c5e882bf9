import { type CodedText, PLACEHOLDER } from '../../shared/document/inline-code.ts';
import { stripBidiControls } from './bidi.ts';

/** Content as one line of plain text, for places that hold no markup: code keeps its value, the rest goes. */
export function plainText({ text, codes }: CodedText): string {
  const values = new Map(codes.map((code) => [code.start, 'value' in code ? code.value : ' ']));
  const filled = text.replaceAll(PLACEHOLDER, (_, at: number) => values.get(at) ?? '');
  return stripBidiControls(filled).replaceAll(/\s+/gu, ' ').trim();
}
