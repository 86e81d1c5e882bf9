import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance } from 'fastify';
import type { DashboardDeps } from './deps.ts';

const BASE_PATH = '/queues';

/** bull-board sets its `<base>`, and its React tree sets styles through the DOM, which needs no exception. */
const BOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * bull-board at `/queues`, to look into queues and jobs. Read-only for everyone: what changes
 * something is done on our own pages, where it is audited.
 */
export async function registerBoard(app: FastifyInstance, { queues }: DashboardDeps): Promise<void> {
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(BASE_PATH);
  createBullBoard({
    queues: [...queues.values()].map(
      (queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false }),
    ),
    serverAdapter,
    options: {
      uiConfig: {
        boardTitle: 'Polywire',
        boardLogo: { path: '/assets/icon.svg', width: 28, height: 28 },
        favIcon: { default: '/assets/icon.svg', alternative: '/assets/icon.svg' },
        miscLinks: [{ text: 'Back to the articles', url: '/' }],
        hideRedisDetails: true,
      },
    },
  });
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async ({ method }, reply) => {
        if (method !== 'GET' && method !== 'HEAD') {
          await reply
            .status(405)
            .send({ error: 'The queue browser is read-only; retry on the failures page' });
        }
      });
      scope.addHook('onSend', async (_request, reply, payload) => {
        reply.header('content-security-policy', BOARD_POLICY);
        return typeof payload === 'string' && String(reply.getHeader('content-type')).includes('text/html')
          ? keepAtHome(payload)
          : payload;
      });
      await scope.register(serverAdapter.registerPlugin());
    },
    { prefix: BASE_PATH },
  );
}

/** Its page asks another site for fonts and styles its loading screen inline: neither is let in. */
function keepAtHome(page: string): string {
  return page
    .replace(/<link[^>]+fonts\.googleapis\.com[^>]*>/gu, '')
    .replace(/<div id="root">[\s\S]*?<\/style>\s*<\/div>/u, '<div id="root"></div>');
}
