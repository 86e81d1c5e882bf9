import { describe, expect, it } from 'vitest';
import { decodeXml, decodeXmlStream } from '../../../../shared/exchange/decode-xml.ts';

const XML = '<a>Żółć 漢字 👍</a>';
const bytes = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);
const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

const CASES: readonly (readonly [string, Uint8Array, string])[] = [
  ['UTF-8', bytes(XML, 'utf8'), XML],
  ['UTF-8 with a byte order mark', bytes(`\uFEFF${XML}`, 'utf8'), XML],
  ['UTF-16 little-endian with a mark', bytes(`\uFEFF${XML}`, 'utf16le'), XML],
  ['UTF-16 big-endian with a mark', swapped(`\uFEFF${XML}`), XML],
  ['UTF-16 little-endian without a mark', bytes(XML, 'utf16le'), XML],
  ['UTF-16 big-endian without a mark', swapped(XML), XML],
  [
    'a declared encoding',
    bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00E9</a>', 'latin1'),
    '<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00E9</a>',
  ],
  [
    'UTF-8 that says it is UTF-16',
    bytes('<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf8'),
    '<?xml version="1.0" encoding="UTF-16"?><a>é</a>',
  ],
  ['nothing', new Uint8Array(0), ''],
];

describe('decodeXml', () => {
  it.each(CASES)('decodes %s', (_, encoded, text) => {
    expect(decodeXml(encoded)).toBe(text);
  });

  it.each([
    [
      'an encoding that does not exist',
      bytes('<?xml version="1.0" encoding="klingon"?><a/>', 'utf8'),
      '"klingon"',
    ],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0x61, 0x3e, 0xff]), 'not UTF-8'],
  ])('refuses %s', (_, encoded, problem) => {
    expect(() => decodeXml(encoded)).toThrow(problem);
    expect(() => decodeXml(encoded)).toThrow(expect.objectContaining({ code: 'EXCHANGE_INVALID' }));
  });
});

describe('decodeXmlStream', () => {
  it.each(CASES)('decodes %s in pieces that cut characters', async (_, encoded, text) => {
    const long = Buffer.concat([encoded, Buffer.alloc(0)]);
    for (const size of [1, 3, 300]) {
      const pieces = Array.from({ length: Math.ceil(long.length / size) }, (__, at) =>
        long.subarray(at * size, (at + 1) * size),
      );
      expect(await joined(decodeXmlStream(pieces))).toBe(text);
    }
  });

  it('decodes beyond the head, and refuses a cut character at the end', async () => {
    const body = '漢'.repeat(400);
    expect(
      await joined(
        decodeXmlStream([bytes(body, 'utf8').subarray(0, 500), bytes(body, 'utf8').subarray(500)]),
      ),
    ).toBe(body);
    await expect(joined(decodeXmlStream([bytes(body, 'utf8').subarray(0, 1000)]))).rejects.toThrow(
      'not UTF-8',
    );
  });
});

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
  }
  return text;
}
