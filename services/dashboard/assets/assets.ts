import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DashboardDeps } from '../deps.ts';
import { ICON_SVG } from '../view/icons.ts';
import { ARTICLE_STYLE } from './style-article.ts';
import { BASE_STYLE } from './style-base.ts';
import { BOARD_STYLE } from './style-board.ts';
import { ENTITIES_STYLE } from './style-entities.ts';
import { FRAME_STYLE } from './style-frame.ts';
import { MEMORY_STYLE } from './style-memory.ts';
import { REVIEW_STYLE } from './style-review.ts';

const STYLE = [
  BASE_STYLE,
  FRAME_STYLE,
  BOARD_STYLE,
  ARTICLE_STYLE,
  REVIEW_STYLE,
  ENTITIES_STYLE,
  MEMORY_STYLE,
].join('\n');

/** The style sheet, the icon and the one script; without a build there is no script, and pages do without. */
export function registerAssets(app: FastifyInstance, { clientScript }: DashboardDeps): void {
  app.get('/assets/style.css', async (_request, reply) => sendAsset(reply, 'text/css', STYLE));
  app.get('/assets/icon.svg', async (_request, reply) => sendAsset(reply, 'image/svg+xml', ICON_SVG));
  app.get('/assets/live.js', async (_request, reply) =>
    sendAsset(reply, 'text/javascript', clientScript ?? '// no build: pages are not live\n'),
  );
}

async function sendAsset(reply: FastifyReply, type: string, text: string): Promise<FastifyReply> {
  return reply.type(`${type}; charset=utf-8`).header('cache-control', 'no-cache').send(text);
}
