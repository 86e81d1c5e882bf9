import { array, assert, asyncProperty, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents, type ServerEvent } from '../../../../services/cli/event-stream.ts';

const STREAM =
  ': hello\n\nevent: status\ndata: {"a":"é",\ndata: "b":1}\n\ndata: plain\r\n\r\nid: 7\nretry: 10\n\nevent: end\ndata\n\nevent: cut';
const EVENTS: readonly ServerEvent[] = [
  { event: 'status', data: '{"a":"é",\n"b":1}' },
  { event: 'message', data: 'plain' },
  { event: 'end', data: '' },
];

describe('readEvents', () => {
  it('reads fields, joins data lines, skips comments, and drops an event that was cut off', async () => {
    expect(await collect([Buffer.from(STREAM)])).toEqual(EVENTS);
  });

  it('reads the same events wherever the network cuts the bytes', async () => {
    const bytes = Buffer.from(STREAM);
    const cuts = array(nat(bytes.length), { maxLength: 8 });
    await assert(
      asyncProperty(cuts, async (places) => {
        const ends = [0, ...places.sort((a, b) => a - b), bytes.length];
        const chunks = ends.slice(1).map((end, index) => bytes.subarray(ends[index], end));
        expect(await collect(chunks)).toEqual(EVENTS);
      }),
    );
  });
});

async function collect(chunks: readonly Uint8Array[]): Promise<readonly ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(streamOf(chunks))) {
    events.push(event);
  }
  return events;
}

// oxlint-disable-next-line require-await -- the generator stands for a response body
async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
