/** First bytes of files that hold no text of an article, in latin1. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive, which a DOCX is'],
  ['%PDF-', 'a PDF file'],
  ['\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1', 'an old Office file'],
  ['{\\rtf', 'an RTF file'],
  ['\u001F\u008B\u0008', 'a gzip archive'],
  ['\u0089PNG\r\n', 'a PNG picture'],
  ['\u00FF\u00D8\u00FF', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
];

/** What kind of file its first bytes say that it is, where that is none that an article is read from. */
export function fileTypeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
}
