import { describe, expect, it } from 'vitest';
import { readTmx } from '../../../../../shared/exchange/tmx/read.ts';
import type { TmxEvent } from '../../../../../shared/exchange/tmx/tmx-event.ts';

describe('inline codes of TMX', () => {
  it.each([
    [
      'a pair by its native tag',
      'a <bpt i="1">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept> c',
      'a b c',
      ['strong 2-3'],
    ],
    ['a pair by its type', '<bpt i="1" type="italic">{\\i </bpt>b<ept i="1">}</ept>', 'b', ['emphasis 0-1']],
    [
      'nested pairs, outermost first',
      '<bpt i="1">&lt;i&gt;</bpt><bpt i="2">&lt;b&gt;</bpt>x<ept i="2"/>y<ept i="1"/>',
      'xy',
      ['emphasis 0-2', 'strong 0-1'],
    ],
    [
      'a link with its address',
      '<bpt i="1">&lt;a href="u?a&amp;amp;b"&gt;</bpt>x<ept i="1"/>',
      'x',
      ['link 0-1 u?a&b'],
    ],
    [
      'what stands alone',
      "a<ph>&lt;br/&gt;</ph>b<ph>&lt;img src='i'&gt;</ph>",
      'a\uFFFCb\uFFFC',
      ['break 1-2', 'image 3-4 i'],
    ],
    ['a code without known meaning, as it is', 'Hi <ph x="1">{0}</ph>', 'Hi \uFFFC', ['code 3-4 {0}']],
    ['tags of a pair in ph', '<ph>&lt;b&gt;</ph>x<ph>&lt;/b&gt;</ph>', 'x', ['strong 0-1']],
    ['a pair that began before', 'a <it pos="end">&lt;/b&gt;</it>b', 'a b', ['strong 0-2']],
    ['a pair that ends later', 'a <it pos="begin">&lt;b&gt;</it>b', 'a b', ['strong 2-3']],
    [
      'highlighting',
      'a <hi type="bold">b <hi type="italic">c</hi></hi>',
      'a b c',
      ['strong 2-5', 'emphasis 4-5'],
    ],
    ['white space and line ends as they are', ' a\n\tb ', ' a\n\tb ', []],
    ['text in NFC', 'cafe\u0301', 'café', []],
  ])('reads %s', async (...[, seg, text, codes]) => {
    const event = await readSegment(seg);
    expect(event.unit.source.text).toBe(text);
    expect(event.unit.source.codes.map(describeCode)).toEqual(codes);
    expect(event.dropped).toEqual([]);
  });

  it.each([
    [
      'a pair without meaning',
      'a <bpt i="1">{\\f1 </bpt>b<ept i="1">}</ept>',
      'a b',
      'pair without meaning: {\\f1 ',
    ],
    ['a begin without end', 'a <bpt i="1">&lt;b&gt;</bpt>b', 'a b', 'begin without end: <b>'],
    ['an end without begin', 'a <ept i="1">&lt;/b&gt;</ept>b', 'a b', 'end without begin: </b>'],
    ['a pair around nothing', 'a<bpt i="1">&lt;b&gt;</bpt><ept i="1"/>', 'a', 'pair around nothing: strong'],
    ['a placeholder that no code claims', 'a\uFFFCb', 'ab', 'a placeholder character in the text'],
    ['an unknown element, keeping its text', 'a <x>b</x>', 'a b', 'an element that TMX does not have: <x>'],
    ['a type that is a trap', '<hi type="constructor">a</hi>', 'a', 'pair without meaning: constructor'],
  ])('leaves out %s, and says so', async (...[, seg, text, dropped]) => {
    const event = await readSegment(seg);
    expect(event.unit.source).toEqual({ text, codes: [] });
    expect(event.dropped).toEqual([dropped]);
  });

  it('keeps the outer of two pairs that cross', async () => {
    const event = await readSegment(
      '<bpt i="1">&lt;i&gt;</bpt>a<bpt i="2">&lt;b&gt;</bpt>b<ept i="1"/>c<ept i="2"/>',
    );
    expect(event.unit.source.codes.map(describeCode)).toEqual(['emphasis 0-2']);
    expect(event.dropped).toEqual(['crossing pair: strong']);
  });

  it('makes units of the texts inside codes', async () => {
    const source = 'See <ph>&lt;img alt="<sub>A <hi type="bold">map</hi></sub>"&gt;</ph>';
    const events = await readPair(source, 'Véase <ph>&lt;img alt="<sub>Un mapa</sub>"&gt;</ph>');
    expect(events.map(({ unit }) => [unit.source.text, unit.target.text])).toEqual([
      ['See \uFFFC', 'Véase \uFFFC'],
      ['A map', 'Un mapa'],
    ]);
    expect(events[1]?.unit.source.codes.map(describeCode)).toEqual(['strong 2-5']);
  });

  it.each([
    [
      'by the file’s own ids',
      '<ph x="7">{a}</ph> <ph x="3">{b}</ph>',
      '<ph x="3">{b}</ph> <ph x="7">{a}</ph>',
      [7, 3],
      [3, 7],
    ],
    [
      'by meaning where there are none',
      '<ph>{a}</ph> <ph>{b}</ph>',
      '<ph>{b}</ph> <ph>{a}</ph>',
      [1, 2],
      [2, 1],
    ],
    ['by kind then', '<ph>{a}</ph>', '<ph>{c}</ph>', [1], [1]],
    [
      'with an id of its own for one without counterpart',
      '<ph>{a}</ph>',
      '<ph>{a}</ph><ph>{a}</ph>',
      [1],
      [1, 2],
    ],
  ])('lets target codes refer to the source’s: %s', async (...[, source, target, sourceIds, targetIds]) => {
    const [event] = await readPair(source, target);
    expect(event?.unit.source.codes.map(({ id }) => id)).toEqual(sourceIds);
    expect(event?.unit.target.codes.map(({ id }) => id)).toEqual(targetIds);
  });
});

type UnitEvent = Extract<TmxEvent, { kind: 'unit' }>;

async function readPair(source: string, target: string): Promise<UnitEvent[]> {
  const file = `<tmx version="1.4"><header srclang="en"/><body><tu>${variant('en', source)}${variant('es', target)}</tu></body></tmx>`;
  const events: UnitEvent[] = [];
  for await (const event of readTmx([file])) {
    if (event.kind === 'unit') {
      events.push(event);
    }
  }
  return events;
}

function variant(locale: string, seg: string): string {
  return `<tuv xml:lang="${locale}"><seg>${seg}</seg></tuv>`;
}

async function readSegment(seg: string): Promise<UnitEvent> {
  const [event] = await readPair(seg, 'x');
  if (event === undefined) {
    throw new Error('the segment gave no unit');
  }
  return event;
}

function describeCode(code: UnitEvent['unit']['source']['codes'][number]): string {
  const detail = 'url' in code ? ` ${code.url}` : 'value' in code ? ` ${code.value}` : '';
  return `${code.kind} ${code.start}-${code.end}${detail}`;
}
