import { describe, expect, it } from 'vitest';
import type { CodedText, InlineCode } from '../../../../shared/document/inline-code.ts';
import { placeCodes } from '../../../../workers/tm-lookup/place-codes.ts';

/**
 * Texts are written with `<b>` for strong, `<a=url>` for a link and `{name}` for a picture.
 */
describe('placeCodes', () => {
  it.each([
    [
      'a link to another address',
      'See <a=new>the map</a>.',
      'See <a=old>the map</a>.',
      'Vea <a=old>el mapa</a>.',
      'Vea <a=new>el mapa</a>.',
    ],
    ['emphasis that went', 'He agreed.', 'He <b>agreed</b>.', 'Él <b>aceptó</b>.', 'Él aceptó.'],
    ['emphasis of the whole sentence', '<b>He agreed.</b>', 'He agreed.', 'Aceptó.', '<b>Aceptó.</b>'],
    [
      'emphasis of a name',
      'In <b>Kampala</b> it rained.',
      'In Kampala it rained.',
      'Llovió en Kampala.',
      'Llovió en <b>Kampala</b>.',
    ],
    [
      'emphasis of a number',
      'All <b>1,200</b> left.',
      'All 1,200 left.',
      'Los 1,200 se fueron.',
      'Los <b>1,200</b> se fueron.',
    ],
    [
      'emphasis that may be left out',
      'He <b>really</b> came.',
      'He really came.',
      'De veras vino.',
      'De veras vino.',
    ],
    ['a picture at the end', 'The map: {m}', 'The map:', 'El mapa:', 'El mapa: {m}'],
    ['a picture at the start', '{m} The map', 'The map', 'El mapa', '{m} El mapa'],
    ['a picture that went', 'See the map.', 'See {m} the map.', 'Vea {m} el mapa.', 'Vea el mapa.'],
    [
      'one link of two',
      '<a=1>One</a> and <a=9>two</a>.',
      '<a=1>One</a> and <a=2>two</a>.',
      '<a=2>Dos</a> y <a=1>uno</a>.',
      '<a=9>Dos</a> y <a=1>uno</a>.',
    ],
    [
      'a name inside what stays',
      '<b>In <a=k>Kampala</a> it rained.</b>',
      '<b>In Kampala it rained.</b>',
      '<b>Llovió en Kampala.</b>',
      '<b>Llovió en <a=k>Kampala</a>.</b>',
    ],
  ])('follows %s', (...[, wanted, stored, target, expected]) => {
    const placed = placeCodes(coded(wanted), coded(stored), matching(target, stored));
    expect(placed === undefined ? undefined : written(placed)).toBe(expected);
  });

  it.each([
    [
      'a link whose words are others in the translation',
      'See <a=x>the map</a>.',
      'See the map.',
      'Vea el mapa.',
    ],
    ['a link around a name that comes twice', '<a=x>Lima</a> is Lima.', 'Lima is Lima.', 'Lima es Lima.'],
    ['a link around part of a word', 'In <a=x>Lima</a> now', 'In Lima now', 'En Limasol'],
    ['a picture in the middle', 'See {m} the map.', 'See the map.', 'Vea el mapa.'],
    [
      'a link that would cross',
      '<b>Now</b> <a=x>Lima Peru</a>',
      '<b>Now</b> Lima Peru',
      '<b>Hoy Lima</b> Peru',
    ],
  ])('does not guess at %s', (_, wanted, stored, target) => {
    expect(placeCodes(coded(wanted), coded(stored), matching(target, stored))).toBeUndefined();
  });
});

/** The target's codes have the ids of the stored source's of the same address or name. */
function matching(target: string, stored: string): CodedText {
  const { codes } = coded(stored);
  const parsed = coded(target);
  const idOf = (code: InlineCode): number =>
    codes.find((each) => factsOf(each) === factsOf(code))?.id ?? 90 + code.id;
  return { text: parsed.text, codes: parsed.codes.map((code) => ({ ...code, id: idOf(code) })) };
}

function factsOf(code: InlineCode): string {
  return `${code.kind} ${'url' in code ? code.url : ''}`;
}

function coded(markup: string): CodedText {
  const codes: InlineCode[] = [];
  const open: number[] = [];
  let text = '';
  for (const [part] of markup.matchAll(/<\/[ab]>|<b>|<a=[^>]*>|\{[^}]*\}|[^<{]+/gu)) {
    const id = codes.length + 1;
    const start = text.length;
    const place = { id, start, end: start + 1, canReorder: true };
    if (part.startsWith('</')) {
      const at = open.pop() ?? 0;
      const code = codes[at];
      codes.splice(at, 1, ...(code === undefined ? [] : [{ ...code, end: start }]));
    } else if (part.startsWith('<')) {
      open.push(codes.length);
      codes.push(
        part === '<b>'
          ? { kind: 'strong', ...place, canDelete: true }
          : { kind: 'link', url: part.slice(3, -1), ...place, canDelete: false },
      );
    } else if (part.startsWith('{')) {
      codes.push({ kind: 'image', url: part.slice(1, -1), ...place, canDelete: false });
      text += '\uFFFC';
    } else {
      text += part;
    }
  }
  return { text, codes };
}

function written({ text, codes }: CodedText): string {
  const marks = codes.flatMap((code, order) => {
    if (code.kind === 'image') {
      return [{ at: code.start, order, mark: `{${code.url}}`, skip: 1 }];
    }
    const [opening, closing] = code.kind === 'link' ? [`<a=${code.url}>`, '</a>'] : ['<b>', '</b>'];
    return [
      { at: code.start, order, mark: opening, skip: 0 },
      { at: code.end, order: -1 - order, mark: closing, skip: 0 },
    ];
  });
  let result = '';
  let from = 0;
  for (const { at, mark, skip } of marks.toSorted((a, b) => a.at - b.at || a.order - b.order)) {
    result += text.slice(from, at) + mark;
    from = at + skip;
  }
  return result + text.slice(from);
}
