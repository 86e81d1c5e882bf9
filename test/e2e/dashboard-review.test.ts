import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceArticle } from '../../shared/document/article.ts';
import { Locale } from '../../shared/document/locale.ts';
import { createApiKey } from '../../shared/stores/api-keys.ts';
import { readAudit } from '../../shared/stores/audit-log.ts';
import { readOutput } from '../../shared/stores/output-store.ts';
import { startAllWorkers } from '../support/all-workers.ts';
import { BROWSER, SURVEY, type Survey, signIn } from '../support/browser.ts';
import { startTestDashboard } from '../support/dashboard.ts';
import { type Door, openDoor, sourceOf } from '../support/pipeline.ts';
import { type RunningRedis, startRedis } from '../support/redis.ts';

const ENGLISH = `# Harbour reopens

The harbour of mexico reopened on january 12. Ships <b>waited</b> for two
days & more.

by Ana Silva (AP)
`;
const ARABIC = `# افتتاح الميناء من جديد

قالت  الوزيرة إن الميناء أعيد افتتاحه يوم الاثنين. وانتظرت السفن يومين كاملين قبل الدخول.
`;

describe.skipIf(!existsSync(BROWSER))('the review page in a browser', () => {
  let redis: RunningRedis;
  let door: Door;
  let workers: AsyncDisposable;
  let dashboard: Awaited<ReturnType<typeof startTestDashboard>>;
  let browser: Browser;

  beforeAll(async () => {
    redis = await startRedis();
    workers = await startAllWorkers(redis.url);
    door = await openDoor(redis.url);
    dashboard = await startTestDashboard(redis.url);
    browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser.close();
    await dashboard[Symbol.asyncDispose]();
    await door[Symbol.asyncDispose]();
    await workers[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
  });

  async function ended(name: string, overrides: Partial<SourceArticle> = {}): Promise<SourceArticle> {
    const source = sourceOf(name, { content: ENGLISH, ...overrides });
    await door.submit(source);
    await door.settled(source);
    return source;
  }

  function urlOf({ articleId }: SourceArticle, query = ''): string {
    return `${dashboard.url}/articles/${articleId}/review${query}`;
  }

  async function markdownOf({ articleId, version }: SourceArticle): Promise<string> {
    const output = await readOutput(door.client, { articleId, version }, Locale.parse('es'), 'md');
    return output?.body ?? '';
  }

  it('shows each repair in its place, and what is known of the article with its evidence', async () => {
    const source = await ended('shown');
    await using visit = await signIn(browser, dashboard.url);
    await visit.page.goto(`${dashboard.url}/articles/${source.articleId}`);
    await visit.page.getByRole('link', { name: 'Review' }).click();
    const text = visit.page.locator('.reading');
    expect(await text.locator('.of-headline').innerText()).toBe('Harbour reopens');
    expect(await text.innerText()).toMatch(/reopened on .*january.*January/su);
    expect(await text.locator('.taken-out').innerText()).toContain('by Ana Silva (AP)');
    expect(await text.innerHTML()).toContain('days &amp; more');
    const mark = text.getByRole('link', { name: /^Repair \d+: month-case, \d+% sure$/u });
    await mark.click();
    expect(await visit.page.locator('.changes li:target').innerText()).toContain('January');
    expect(await visit.page.locator('.evidence').innerText()).toMatch(
      /Byline\s+Ana Silva\s+form of the text · \d+%/u,
    );
    expect(visit.problems).toEqual([]);
  });

  it('takes repairs back and makes them again with boxes and a button, without scripts', async () => {
    const source = await ended('undone');
    const before = await markdownOf(source);
    await using visit = await signIn(browser, dashboard.url, { javaScriptEnabled: false });
    const { page } = visit;
    await page.goto(urlOf(source));
    await box(page, /^Take back \d+: january$/u).check();
    await box(page, 'Leave this rule out byline-line').check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Done: the article is made again').waitFor();
    await door.settled(source);
    await page.goto(urlOf(source));
    expect(await page.locator('.reading .undone').innerText()).toContain('january');
    expect(await page.locator('.reading').innerText()).toContain('by Ana Silva (AP)');
    expect(await page.locator('.reading .taken-out').count()).toBe(0);
    expect(await markdownOf(source)).toContain('january 12');
    const [entry] = await readAudit(door.client, 1);
    expect(entry).toMatchObject({
      actor: 'bootstrap',
      action: 'review',
      detail: '1 taken back; off: byline-line',
    });

    await box(page, /^Take back \d+: january$/u).uncheck();
    await box(page, 'Leave this rule out byline-line').uncheck();
    await page.getByRole('button', { name: 'Apply' }).click();
    await door.settled(source);
    expect(await markdownOf(source)).toBe(before);
  });

  it('shows one rule, and decides about that one alone', async () => {
    const source = await ended('filtered');
    await using visit = await signIn(browser, dashboard.url);
    const { page } = visit;
    await page.goto(urlOf(source));
    await box(page, /^Take back \d+: january$/u).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await door.settled(source);
    await page.goto(urlOf(source));
    await page
      .getByRole('navigation', { name: 'Show one rule' })
      .getByRole('link', { name: /^place-case/u })
      .click();
    expect(await page.locator('.review-list .rule').count()).toBe(1);
    expect(await page.locator('.reading del').count()).toBe(1);
    await box(page, /^Take back \d+: mexico$/u).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await door.settled(source);
    await page.goto(urlOf(source));
    expect(await page.locator('.changes .is-undone').count()).toBe(2);
    expect(visit.problems).toEqual([]);
  });

  it('refuses a form that was made before someone else decided', async () => {
    const source = await ended('late');
    await using first = await signIn(browser, dashboard.url);
    await using second = await signIn(browser, dashboard.url);
    await first.page.goto(urlOf(source));
    await second.page.goto(urlOf(source));
    for (const { page } of [first, second]) {
      await box(page, /^Take back \d+: january$/u).check();
    }
    await first.page.getByRole('button', { name: 'Apply' }).click();
    await door.settled(source);
    await second.page.getByRole('button', { name: 'Apply' }).click();
    expect(await second.page.locator('main').innerText()).toContain('reload it and decide again');
  });

  it('lets a viewer look and not decide', async () => {
    const source = await ended('viewed');
    const { secret } = await createApiKey(door.client, {
      tenant: 'default',
      scopes: ['ops:read'],
      createdAt: Date.now(),
      createdBy: 'test',
    });
    await using visit = await signIn(browser, dashboard.url, { key: secret });
    await visit.page.goto(urlOf(source));
    expect(await visit.page.locator('.changes li').count()).toBeGreaterThan(2);
    expect(await visit.page.getByRole('checkbox').count()).toBe(0);
    expect(await visit.page.getByRole('button', { name: 'Apply' }).count()).toBe(0);
    const csrf = await visit.page.locator('.who input[name=csrf]').getAttribute('value');
    const cookie = (await visit.page.context().cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(urlOf(source), {
      method: 'POST',
      body: `csrf=${csrf}&version=1&reviews=0`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    });
    expect(response.status).toBe(403);
  });

  it.each([320, 760, 1280])(
    'fits a screen of %i pixels, names everything, and turns for Arabic text',
    async (width) => {
      const source = await ended(`arabic-${width}`, { content: ARABIC, sourceLocale: Locale.parse('ar') });
      await using visit = await signIn(browser, dashboard.url, { width });
      for (const query of ['', '?rule=doubled-space', '?ui=ar', '?ui=de']) {
        await visit.page.goto(urlOf(source, query));
        const found = await visit.page.evaluate<Survey>(SURVEY);
        expect({ query, ...found }).toMatchObject({ query, width, h1: 1, unnamed: 0, unscoped: 0, small: 0 });
        expect(await visit.page.locator('.reading').getAttribute('dir')).toBe('rtl');
      }
      expect(visit.problems).toEqual([]);
    },
  );
});

function box(page: Page, name: string | RegExp): ReturnType<Page['getByRole']> {
  return page.getByRole('checkbox', typeof name === 'string' ? { name, exact: true } : { name });
}
