import type { FastifyReply } from 'fastify';
import { SECURITY_HEADERS } from '../security/headers.ts';
import { type Html, renderHtml } from '../view/html.ts';

/** An open stream of patches to one page. */
export interface EventStream {
  /** Replaces the element `id`; where the page has none and `into` is given, adds it there in front. */
  patch(id: string, markup: Html, into?: string): void;
  /** Says a sentence to people who do not see the page change. */
  say(sentence: string): void;
  end(): void;
  /** Runs `work` when the stream has ended, by whichever side. */
  onEnd(work: () => void): void;
}

const PING_MS = 15_000;

/** Turns a reply into a stream of server-sent events. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  let id = 0;
  const send = (event: string, data: unknown): void => {
    id += 1;
    raw.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const ping = setInterval(() => raw.write(': still here\n\n'), PING_MS).unref();
  raw.on('close', () => clearInterval(ping));
  raw.write('retry: 2000\n\n');
  return {
    patch: (element, markup, into) => send('patch', { id: element, html: renderHtml(markup).trim(), into }),
    say: (sentence) => send('say', sentence),
    end: () => raw.end(),
    onEnd: (work) => raw.on('close', work),
  };
}
