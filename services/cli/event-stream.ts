/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events as the HTML standard defines them: fields by line, an empty line ends an
 * event, lines that start with ":" are comments.
 */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const chunk of body) {
    buffer = (buffer + decoder.decode(chunk, { stream: true })).replaceAll('\r\n', '\n');
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    yield* blocks.map(readEvent).filter((event) => event !== undefined);
  }
}

function readEvent(block: string): ServerEvent | undefined {
  const fields = block.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /u, '')];
  });
  const valuesOf = (name: string): readonly string[] =>
    fields.flatMap(([field, value = '']) => (field === name ? [value] : []));
  const data = valuesOf('data');
  const event = valuesOf('event').at(-1);
  return data.length === 0 && event === undefined
    ? undefined
    : { event: event ?? 'message', data: data.join('\n') };
}
