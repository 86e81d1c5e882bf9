import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { probeRedis } from '../../../../services/launcher/redis-probe.ts';
import { problemOf } from '../../../../services/launcher/resolve-redis.ts';

const INFO = [
  '# Server',
  'redis_version:7.0.15',
  'loading:0',
  'aof_enabled:1',
  'maxmemory:1073741824',
  'maxmemory_policy:noeviction',
].join('\r\n');

describe('probeRedis', () => {
  it('reads version, policy, append-only file and limit', async () => {
    await using server = await speaking(() => bulk(INFO));
    expect(await probeRedis(`redis://127.0.0.1:${server.port}`)).toEqual({
      loading: false,
      version: '7.0.15',
      maxMemoryPolicy: 'noeviction',
      appendOnly: true,
      maxMemory: 1_073_741_824,
    });
  });

  it('sends user and password of the URL', async () => {
    await using server = await speaking((asked) =>
      asked.includes('AUTH\r\n$4\r\ndesk\r\n$6\r\ns:cret') ? `+OK\r\n${bulk(INFO)}` : '-NOAUTH\r\n',
    );
    const facts = await probeRedis(`redis://desk:s%3Acret@127.0.0.1:${server.port}/0`);
    expect(facts.version).toBe('7.0.15');
  });

  it('puts together an answer that comes in pieces', async () => {
    await using server = await speaking(() => bulk(INFO), 7);
    expect((await probeRedis(`redis://127.0.0.1:${server.port}`)).maxMemoryPolicy).toBe('noeviction');
  });

  it('asks the next node of a cluster when the first does not answer', async () => {
    await using server = await speaking(() => bulk(INFO));
    const facts = await probeRedis(`redis+cluster://127.0.0.1:1,127.0.0.1:${server.port}`);
    expect(facts.version).toBe('7.0.15');
  });

  it('says what the server said when it refuses', async () => {
    await using server = await speaking(() => '-NOAUTH Authentication required.\r\n');
    await expect(probeRedis(`redis://127.0.0.1:${server.port}`)).rejects.toThrow(
      'NOAUTH Authentication required.',
    );
  });

  it('names the place where nothing answers', async () => {
    await expect(probeRedis('redis://127.0.0.1:1')).rejects.toThrow('127.0.0.1:1: connect ECONNREFUSED');
  });

  it.each(['http://localhost', 'redis://', 'unix://', '/tmp/x.sock'])(
    'does not understand %s',
    async (url) => {
      await expect(probeRedis(url)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    },
  );
});

describe('problemOf', () => {
  it.each([
    [{ version: '6.0.9' }, 'version 6.0.9'],
    [{ version: '7.0.0', maxMemoryPolicy: 'allkeys-lru' }, 'maxmemory-policy "allkeys-lru"'],
  ])('refuses %j', (facts, expected) => {
    expect(problemOf({ loading: false, ...facts })).toContain(expected);
  });

  it('accepts a Sentinel, which tells its version alone', () => {
    expect(problemOf({ loading: false, version: '7.0.0' })).toBeUndefined();
  });
});

function bulk(text: string): string {
  return `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
}

/** A server that answers once, in pieces of `size` characters. */
async function speaking(
  answer: (asked: string) => string,
  size = 10_000,
): Promise<{ port: number } & AsyncDisposable> {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      const text = answer(data.toString());
      for (let at = 0; at < text.length; at += size) {
        socket.write(text.slice(at, at + size));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
