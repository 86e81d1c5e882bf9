import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../../../shared/errors/errors.ts';
import { createXmlReader, escapeXmlAttribute, escapeXmlText } from '../../../../shared/exchange/xml.ts';

describe('createXmlReader', () => {
  it('reports tags with line and attributes, text with entities decoded, CDATA as text', () => {
    expect(
      read('<?xml version="1.0"?>\n<a b="1 &amp; 2"><!-- no -->x &lt; y<![CDATA[<z>]]>\n<c/></a>'),
    ).toEqual([
      ['open', 'a', { b: '1 & 2' }, 2],
      ['text', 'x < y<z>\n'],
      ['open', 'c', {}, 3],
      ['close', 'c'],
      ['close', 'a'],
    ]);
  });

  it('accepts a DOCTYPE that only names a DTD', () => {
    expect(read('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx/>')).toEqual([
      ['open', 'tmx', {}, 1],
      ['close', 'tmx'],
    ]);
  });

  it.each([
    [
      'a DOCTYPE with declarations',
      '<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>',
      1,
      'declarations inside DOCTYPE',
    ],
    [
      'entities that grow',
      '<!DOCTYPE a [\n<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;">\n]><a>&m;</a>',
      3,
      'declarations inside DOCTYPE',
    ],
    [
      'a file from outside',
      '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hosts">]><a>&f;</a>',
      1,
      'declarations inside DOCTYPE',
    ],
    ['an entity that is not predefined', '<a>\n&nbsp;</a>', 2, 'entity'],
    ['a tag that does not match', '<a>\n<b></a>', 2, ''],
    ['an end that is missing', '<a>\n\n<b>', 3, ''],
    ['a character that XML forbids', '<a>\u0001</a>', 1, 'disallowed character'],
    ['nesting without end', '<a>'.repeat(201), 1, 'nested deeper than 200'],
    ['a text without end', `<a>${'x'.repeat(5_000_000)}`, 1, 'without a tag'],
    ['a tag without end', `<a ${'x'.repeat(5_000_000)}`, 1, 'without a tag'],
    ['no document', '', 1, ''],
  ])('refuses %s, naming the place', (_, xml, line, problem) => {
    const error = failureOf(() => read(xml));
    expect(error).toBeInstanceOf(PipelineError);
    expect(error).toMatchObject({ code: 'EXCHANGE_INVALID', details: { line, column: expect.any(Number) } });
    expect(String(error)).toContain(`line ${line}, column `);
    expect(String(error)).toContain(problem);
  });

  it('reads the same whatever the pieces', () => {
    const xml = '<a b="x&#xA;y">one &amp; 👍 two\r\n<c d=\'1\'/><![CDATA[ ]] > ]]></a>';
    fc.assert(
      fc.property(fc.array(fc.nat(xml.length), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), xml.length];
        expect(read(...places.slice(1).map((end, at) => xml.slice(places[at], end)))).toEqual(read(xml));
      }),
    );
  });
});

describe('escaping', () => {
  it('gives any text back that XML can hold, in content and in attributes', () => {
    const text = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('<', '>', '&', '"', "'", '\r', '\n', '\t', ']]>', ' '),
          fc.string({ unit: 'grapheme' }),
        ),
      })
      .filter((each) => escapeXmlText(each).includes('\uFFFD') === each.includes('\uFFFD'));
    fc.assert(
      fc.property(text, (each) => {
        const [open, content = ['text', '']] = read(
          `<a b="${escapeXmlAttribute(each)}">${escapeXmlText(each)}</a>`,
        );
        expect(open?.[2]).toEqual({ b: each });
        expect(content).toEqual(each === '' ? ['close', 'a'] : ['text', each]);
      }),
    );
  });

  it('puts U+FFFD for what XML cannot hold', () => {
    expect(escapeXmlText('a\u0000b\uD800c\uFFFE')).toBe('a\uFFFDb\uFFFDc\uFFFD');
  });
});

type Event = readonly [string, ...unknown[]];

/** Events in order, neighbouring texts as one. */
function read(...pieces: readonly string[]): readonly Event[] {
  const events: Event[] = [];
  const reader = createXmlReader({
    open: ({ name, attributes, line }) => events.push(['open', name, { ...attributes }, line]),
    text(text) {
      const last = events.at(-1);
      if (last?.[0] === 'text') {
        events[events.length - 1] = ['text', `${String(last[1])}${text}`];
      } else {
        events.push(['text', text]);
      }
    },
    close: (name) => events.push(['close', name]),
  });
  for (const piece of pieces) {
    reader.write(piece);
  }
  reader.end();
  return events;
}

function failureOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
