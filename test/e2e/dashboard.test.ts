import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../shared/stores/api-keys.ts';
import { readStatus } from '../../shared/stores/article-status.ts';
import { readAudit } from '../../shared/stores/audit-log.ts';
import { openRedis, type RedisClient } from '../../shared/stores/redis.ts';
import { BROWSER, openPage, SURVEY, type Survey, signIn, submitKey } from '../support/browser.ts';
import { OPERATOR_KEY, startTestDashboard } from '../support/dashboard.ts';
import { type HandmadeArticle, handmadeArticle } from '../support/newsroom.ts';
import { type RunningRedis, startRedis } from '../support/redis.ts';

const PARAGRAPHS = ['The harbor reopened on Monday. Ships waited for two days.', 'Nobody was <b>hurt</b>.'];
const SPANISH = ['El puerto reabre', 'El puerto reabrió el lunes.'];

if (!existsSync(BROWSER)) {
  process.stderr.write(
    `The dashboard's browser tests are skipped: there is no browser at ${BROWSER}; install chromium or set POLYWIRE_TEST_BROWSER\n`,
  );
}

describe.skipIf(!existsSync(BROWSER))('the dashboard in a browser', () => {
  let redis: RunningRedis;
  let client: RedisClient;
  let dashboard: Awaited<ReturnType<typeof startTestDashboard>>;
  let browser: Browser;
  let ended: HandmadeArticle;

  beforeAll(async () => {
    redis = await startRedis();
    client = await openRedis(redis.url, { role: 'worker' });
    dashboard = await startTestDashboard(redis.url);
    browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
    ended = await handmadeArticle(client, 'harbor-1', {
      headline: 'Harbor reopens',
      paragraphs: PARAGRAPHS,
      locales: ['es', 'ar'],
    });
    const block = ended.document.blocks[1]?.id ?? '';
    const repair = { rule: 'weekday-case', blockId: block, span: { start: 23, end: 29 }, before: 'monday' };
    await ended.normalize([{ ...repair, after: 'Monday', confidence: 1 }]);
    await ended.tagEntities();
    await ended.translate('es', SPANISH);
    await ended.fail('tm-lookup', { code: 'TM_STORE_UNAVAILABLE', message: 'Memory shard 3 is away' }, 'ar');
    await ended.close('partial');
  });

  afterAll(async () => {
    await browser.close();
    await dashboard[Symbol.asyncDispose]();
    client.disconnect();
    await redis[Symbol.asyncDispose]();
  });

  it('sends whoever is not signed in to the login page, and back to where they wanted to go', async () => {
    await using visit = await openPage(browser);
    await visit.page.goto(`${dashboard.url}/stages`);
    expect(new URL(visit.page.url()).pathname).toBe('/login');
    await submitKey(visit.page, OPERATOR_KEY);
    expect(new URL(visit.page.url()).pathname).toBe('/stages');
    expect(visit.problems).toEqual([]);
  });

  it('refuses an unknown key in words', async () => {
    await using visit = await openPage(browser);
    await visit.page.goto(`${dashboard.url}/login`);
    await submitKey(visit.page, 'pw_0000000000000000_wrongwrongwrongwrong');
    expect(await visit.page.getByRole('alert').textContent()).toContain('not known');
  });

  it('shows each article with a cell a locale: a shape, a percent and a word', async () => {
    await using visit = await signIn(browser, dashboard.url);
    const row = visit.page.locator('#board-rows tr', { hasText: 'Harbor reopens' });
    expect(await row.locator('.cell.is-done').innerText()).toMatch(/50%\s*translated/u);
    expect(await row.locator('.cell.is-failed').innerText()).toMatch(/failed/u);
    expect(await row.locator('.cell svg.shape').count()).toBe(2);
    expect(await row.locator('.badge').innerText()).toBe('Partial');
    expect(visit.problems).toEqual([]);
  });

  it('adds a new article and follows its stages without a reload', async () => {
    await using visit = await signIn(browser, dashboard.url);
    await visit.page.evaluate(() => Object.assign(globalThis, { wasNotReloaded: true }));
    await visit.page.locator('#live-state[data-state="on"]').waitFor();
    const article = await handmadeArticle(client, 'bridge-1', {
      headline: 'Bridge is closed',
      paragraphs: PARAGRAPHS,
      locales: ['es'],
    });
    await article.normalize();
    const row = visit.page.locator('#board-rows tr', { hasText: 'Bridge is closed' });
    await row.waitFor();
    expect(await row.locator('.cell').first().innerText()).toMatch(/25%/u);
    await article.tagEntities();
    await article.translate('es', SPANISH);
    await article.close('done');
    await row.locator('.badge.is-done').waitFor();
    await visit.page
      .locator('#announcer', { hasText: 'Bridge is closed: Done' })
      .waitFor({ state: 'attached' });
    expect(await visit.page.evaluate(() => Reflect.get(globalThis, 'wasNotReloaded'))).toBe(true);
    expect(visit.problems).toEqual([]);
  });

  it('shows an article: what went wrong, its timeline, its repairs and its text, escaped', async () => {
    await using visit = await signIn(browser, dashboard.url);
    await visit.page.getByRole('link', { name: 'Harbor reopens' }).click();
    await visit.page.getByRole('heading', { level: 1, name: 'Harbor reopens' }).waitFor();
    const headings = await visit.page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toEqual([
      'What went wrong',
      'Timeline',
      'Locales',
      'Repairs to the source',
      'Source text',
      'People, places and values',
    ]);
    expect(await visit.page.locator('.problems').innerText()).toContain('Memory shard 3 is away');
    expect(await visit.page.locator('.diffs').innerText()).toMatch(/reopened on .*monday.*Monday/su);
    expect(await visit.page.locator('.blocks').innerText()).toContain('Nobody was <b>hurt</b>.');
    expect(visit.problems).toEqual([]);
  });

  it('shows a locale sentence by sentence, and its output without running what is in it', async () => {
    await using visit = await signIn(browser, dashboard.url);
    await visit.page.goto(`${dashboard.url}/articles/${ended.source.articleId}/locales/es`);
    const rows = visit.page.locator('.pairs tbody tr');
    expect(await rows.nth(1).locator('.target').getAttribute('lang')).toBe('es');
    expect(await rows.nth(1).innerText()).toContain('99 = 100 − 1 unreviewed');
    expect(await rows.nth(2).locator('.target').getAttribute('lang')).toBe('en');
    expect(await rows.nth(2).innerText()).toContain('not translated');
    const frame = visit.page.frameLocator('iframe.preview');
    await frame.getByText('El puerto reabrió el lunes.').waitFor();
    expect(await frame.locator('title').textContent()).toBe('Output');
  });

  it('retries an article from its page, and writes down who did it', async () => {
    await using visit = await signIn(browser, dashboard.url);
    const article = await handmadeArticle(client, 'retry-1', { headline: 'Fails', paragraphs: PARAGRAPHS });
    await article.fail('normalize', { code: 'SOURCE_UNREADABLE', message: 'Line 3 is broken' });
    await article.close('failed');
    await visit.page.goto(`${dashboard.url}/articles/${article.source.articleId}`);
    await visit.page.getByRole('button', { name: 'Retry' }).click();
    await visit.page.getByText('Back on the queue').waitFor();
    expect((await readStatus(client, article.source.articleId))?.state).toBe('running');
    const [entry] = await readAudit(client, 1);
    expect(entry).toMatchObject({ actor: 'bootstrap', action: 'retry', target: 'retry-1 v1' });
    expect(visit.problems).toEqual([]);
  });

  it('gathers failures by problem and retries a whole problem', async () => {
    for (const name of ['broken-1', 'broken-2']) {
      const article = await handmadeArticle(client, name, {
        headline: `Story ${name}`,
        paragraphs: PARAGRAPHS,
      });
      await article.fail('normalize', { code: 'SOURCE_UNREADABLE', message: `"${name}" ends at line 7` });
      await article.close('failed');
    }
    await using visit = await signIn(browser, dashboard.url);
    await visit.page.goto(`${dashboard.url}/failures`);
    const group = visit.page.locator('.group', { hasText: '"…" ends at line #' });
    await group.getByRole('button', { name: 'Retry all 2 articles' }).click();
    await visit.page.getByText('2 of 2 articles are back on the queue.').waitFor();
    await visit.page.goto(`${dashboard.url}/audit`);
    expect(await visit.page.locator('.audit tbody tr').first().innerText()).toContain('retry-group');
    expect(visit.problems).toEqual([]);
  });

  it('works without scripts, and asks before it kills', async () => {
    const article = await handmadeArticle(client, 'kill-1', {
      headline: 'Wrong story',
      paragraphs: PARAGRAPHS,
    });
    await using visit = await signIn(browser, dashboard.url, { javaScriptEnabled: false });
    await visit.page.getByLabel('Headline or id').fill('wrong');
    await visit.page.getByRole('button', { name: 'Filter' }).click();
    expect(await visit.page.locator('#board-rows tr').count()).toBe(1);
    await visit.page.getByRole('link', { name: 'Wrong story' }).click();
    await visit.page.getByRole('link', { name: 'Kill…' }).click();
    await visit.page.getByRole('button', { name: 'Kill the article' }).click();
    await visit.page.getByText('every locale now answers 410').waitFor();
    expect(await visit.page.locator('.badge').first().innerText()).toBe('Killed');
    const response = await visit.page.goto(
      `${dashboard.url}/articles/${article.source.articleId}/locales/es/output.html`,
    );
    expect(response?.status()).toBe(410);
  });

  it('lets a viewer look and not act', async () => {
    const { secret } = await createApiKey(client, {
      tenant: 'default',
      scopes: ['ops:read'],
      createdAt: Date.now(),
      createdBy: 'test',
    });
    await using visit = await signIn(browser, dashboard.url, { key: secret });
    const url = `${dashboard.url}/articles/${ended.source.articleId}`;
    await visit.page.goto(url);
    expect(await visit.page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect((await visit.page.goto(`${url}/kill`))?.status()).toBe(403);
    expect(await visit.page.locator('main').innerText()).toContain('signed in as a viewer');
  });

  it('keeps one tenant away from the articles of another', async () => {
    const { secret } = await createApiKey(client, {
      tenant: 'other',
      scopes: ['ops:write'],
      createdAt: Date.now(),
      createdBy: 'test',
    });
    await using visit = await signIn(browser, dashboard.url, { key: secret });
    expect(await visit.page.locator('main').innerText()).toContain('No articles yet');
    expect((await visit.page.goto(`${dashboard.url}/articles/${ended.source.articleId}`))?.status()).toBe(
      404,
    );
  });

  it('opens the queue browser behind the same login, read-only', async () => {
    await using visit = await signIn(browser, dashboard.url);
    await visit.page.goto(`${dashboard.url}/queues/`);
    await visit.page.getByText('tag-entities').first().waitFor();
    expect(visit.problems).toEqual([]);
    const status = await visit.page.evaluate(
      async () => (await fetch('/queues/api/queues/render/pause', { method: 'PUT' })).status,
    );
    expect(status).toBe(405);
  });

  it('refuses an action without the form of this session, or from a page of another site', async () => {
    await using visit = await signIn(browser, dashboard.url);
    const cookies = await visit.page.context().cookies();
    const post = async (body: string, headers: Record<string, string>): Promise<number> => {
      const url = `${dashboard.url}/articles/${ended.source.articleId}/actions/withhold`;
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const type = { 'content-type': 'application/x-www-form-urlencoded', cookie };
      return (await fetch(url, { method: 'POST', body, headers: { ...type, ...headers } })).status;
    };
    const token = await visit.page.locator('.who input[name=csrf]').getAttribute('value');
    expect(await post('csrf=guessed', {})).toBe(403);
    expect(await post('', {})).toBe(403);
    expect(await post(`csrf=${token}`, { origin: 'https://evil.example' })).toBe(403);
    expect(await post(`csrf=${token}`, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect((await readStatus(client, ended.source.articleId))?.pubStatus).toBe('usable');
  });

  it('forgets the session when its owner signs out', async () => {
    await using visit = await signIn(browser, dashboard.url);
    const cookies = await visit.page.context().cookies();
    await visit.page.getByRole('button', { name: 'Sign out' }).click();
    await visit.page.waitForURL(/\/login/u);
    await visit.page.context().addCookies(cookies);
    await visit.page.goto(dashboard.url);
    expect(new URL(visit.page.url()).pathname).toBe('/login');
  });

  it("speaks the reader's language, and turns the page for those who read from the right", async () => {
    await using visit = await signIn(browser, dashboard.url);
    await visit.page.getByRole('link', { name: 'العربية' }).click();
    await visit.page.goto(`${dashboard.url}/failures`);
    expect(await visit.page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await visit.page.getByRole('heading', { level: 1 }).innerText()).toBe('الإخفاقات');
    expect(visit.problems).toEqual([]);
  });

  it('fits a screen of 320 pixels, and names everything that can be operated', async () => {
    await using visit = await signIn(browser, dashboard.url, { width: 320 });
    for (const path of ['/', `/articles/${ended.source.articleId}`, '/failures', '/stages', '/audit']) {
      await visit.page.goto(dashboard.url + path);
      const found = await visit.page.evaluate<Survey>(SURVEY);
      expect({ path, ...found }).toMatchObject({
        path,
        width: 320,
        h1: 1,
        unnamed: 0,
        unscoped: 0,
        small: 0,
      });
      expect(found.landmarks).toBeGreaterThanOrEqual(4);
    }
  });

  it('takes no more keys from an address that sent ten wrong ones', async () => {
    await using visit = await openPage(browser);
    await visit.page.goto(`${dashboard.url}/login`);
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await submitKey(visit.page, `wrong ${attempt}`);
    }
    await submitKey(visit.page, OPERATOR_KEY);
    expect(await visit.page.getByRole('alert').textContent()).toContain('Too many refused keys');
  });
});
