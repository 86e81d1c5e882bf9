import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceArticle } from '../../shared/document/article.ts';
import { articleIdOf, contentHashOf } from '../../shared/stores/article-identity.ts';
import { quarantineArticle } from '../../shared/stores/memory-quarantine.ts';
import { createRedisMemory } from '../../shared/stores/redis-memory.ts';
import { registerVersion } from '../../shared/stores/register-version.ts';
import { BROWSER, SURVEY, type Survey, signIn } from '../support/browser.ts';
import { startTestDashboard } from '../support/dashboard.ts';
import { type RunningRedis, startRedis } from '../support/redis.ts';
import { unitOf } from '../support/units.ts';

let server: RunningRedis;
let client: Redis;
let dashboard: Awaited<ReturnType<typeof startTestDashboard>>;
let browser: Browser;

describe.skipIf(!existsSync(BROWSER))('the memory page', () => {
  beforeAll(async () => {
    server = await startRedis();
    client = new Redis({ path: server.socketPath });
    dashboard = await startTestDashboard(server.url);
    browser = await chromium.launch({ executablePath: BROWSER });
    await createRedisMemory(client).add(
      [
        {
          source: 'The new trade law passed on Monday.',
          target: 'La nueva ley de comercio se aprobó el lunes.',
        },
        { source: 'Trade grew.', target: 'ازداد حجم التجارة.', locale: 'ar' },
        { source: 'The <b>law</b> & order.', target: 'La ley y el orden.' },
      ].map((unit) =>
        unitOf({ ...unit, provenance: { changedBy: 'ana', changedAt: '2026-01-02T00:00:00Z' } }),
      ),
    );
    await holdArticle('desk-1');
  });
  afterAll(async () => {
    await browser.close();
    await dashboard[Symbol.asyncDispose]();
    client.disconnect();
    await server[Symbol.asyncDispose]();
  });

  it('marks what was sought, without JavaScript', async () => {
    await using visit = await signIn(browser, dashboard.url, { javaScriptEnabled: false });
    const { page } = visit;
    await page.goto(`${dashboard.url}/memory`);
    await page.getByLabel('Words, phrase or pattern').fill('trade');
    await page.getByRole('search').getByRole('button').click();
    expect(await page.locator('mark').allTextContents()).toEqual(['trade', 'Trade']);
    expect(await page.locator('td[lang=ar]').getAttribute('dir')).toBe('rtl');
    await page.getByLabel('In', { exact: true }).selectOption('target');
    await page.getByLabel('Words, phrase or pattern').fill('ley');
    await page.getByRole('search').getByRole('button').click();
    expect(await page.locator('mark').allTextContents()).toEqual(['ley', 'ley']);
    expect(await page.getByText('The <b>law</b> & order.').count()).toBe(1);
    expect(visit.problems).toEqual([]);
  });

  it('says what is wrong with a pattern and keeps the form', async () => {
    await using visit = await signIn(browser, dashboard.url);
    const { page } = visit;
    await page.goto(`${dashboard.url}/memory?q=(&mode=regex`);
    expect(await page.getByRole('alert').textContent()).toContain('not a regular expression');
    expect(await page.getByLabel('Words, phrase or pattern').inputValue()).toBe('(');
  });

  it('lists the memories, and serves an article in quarantine again', async () => {
    await using visit = await signIn(browser, dashboard.url);
    const { page } = visit;
    await page.goto(`${dashboard.url}/memory`);
    expect(await page.getByRole('listitem').filter({ hasText: 'Takes new translations: yes' }).count()).toBe(
      1,
    );
    await page.getByRole('button', { name: 'Serve the translations of desk-1 again' }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('desk-1 are served again');
    expect(await page.getByText('No article is in quarantine.').count()).toBe(1);
    await page.goto(`${dashboard.url}/audit`);
    expect(await page.getByText('memory-release').count()).toBe(1);
  });

  it('fits a narrow screen and names what can be used', async () => {
    await using visit = await signIn(browser, dashboard.url, { width: 360 });
    const { page } = visit;
    await page.goto(`${dashboard.url}/memory?q=trade`);
    const survey = await page.evaluate<Survey>(SURVEY);
    expect(survey.width).toBeLessThanOrEqual(360);
    expect({ ...survey, width: 0, landmarks: 0 }).toEqual({
      width: 0,
      landmarks: 0,
      h1: 1,
      unnamed: 0,
      unscoped: 0,
      small: 0,
    });
    expect(visit.problems).toEqual([]);
  });
});

async function holdArticle(externalId: string): Promise<void> {
  const articleId = articleIdOf('default', externalId);
  const source = SourceArticle.parse({
    articleId,
    externalId,
    version: 1,
    tenant: 'default',
    format: 'markdown',
    content: '# A story\n',
    meta: { headline: 'A story that was killed' },
    targetLocales: ['es'],
    urgency: 5,
    pubStatus: 'usable',
  });
  await registerVersion(client, source, { contentHash: contentHashOf(source), now: 1, trace: '' });
  await quarantineArticle(client, articleId, 1);
}
