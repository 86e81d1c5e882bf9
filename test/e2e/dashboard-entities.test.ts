import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceArticle } from '../../shared/document/article.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { Locale } from '../../shared/document/locale.ts';
import { createApiKey } from '../../shared/stores/api-keys.ts';
import { readAudit } from '../../shared/stores/audit-log.ts';
import { createGazetteerStore } from '../../shared/stores/gazetteer-store.ts';
import { readEntities, readOutput } from '../../shared/stores/output-store.ts';
import { startAllWorkers } from '../support/all-workers.ts';
import { BROWSER, SURVEY, type Survey, signIn } from '../support/browser.ts';
import { startTestDashboard } from '../support/dashboard.ts';
import { type Door, openDoor, sourceOf } from '../support/pipeline.ts';
import { type RunningRedis, startRedis } from '../support/redis.ts';

const ENGLISH = `# Harbour reopens

Minister Ana Silva met Paris in Nairobi on May 3. The harbour of Lakeview is open & <b>busy</b> again.

Silva said that Paris would pay for it.
`;
const ARABIC = 'قالت الوزيرة في القاهرة إن الميناء أعيد افتتاحه يوم الاثنين. وانتظرت السفن يومين كاملين.\n';

describe.skipIf(!existsSync(BROWSER))('the page of names and values in a browser', () => {
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
    return `${dashboard.url}/articles/${articleId}/entities${query}`;
  }

  async function shown({ articleId, version }: SourceArticle): Promise<readonly string[]> {
    const overlay: EntityOverlay = (await readEntities(door.client, { articleId, version })) ?? {
      mentions: [],
      entities: [],
    };
    return overlay.mentions.map(({ text, entityId }) => {
      const type = overlay.entities.find(({ id }) => id === entityId)?.type ?? '?';
      return `${type} ${text} ${entityId}`;
    });
  }

  it('marks what is named with its kind in letters, and tells why it is there', async () => {
    const source = await ended('shown');
    await using visit = await signIn(browser, dashboard.url);
    const { page } = visit;
    await page.goto(`${dashboard.url}/articles/${source.articleId}`);
    await page.getByRole('link', { name: 'Correct', exact: true }).click();
    expect(await page.locator('.reading').innerText()).toContain(
      'Minister Ana Silva met Paris in Nairobi on',
    );
    const letters = `getComputedStyle(document.querySelector('.reading .of-PER .code'), '::before').content`;
    expect(await page.evaluate<string>(letters)).toBe('"PER"');
    expect(await page.locator('.reading').innerHTML()).toContain('open &amp; ');
    await markOf(page, 'Nairobi (Place)').click();
    const panel = page.locator('#fix');
    expect(await panel.innerText()).toMatch(
      /Nairobi[\s\S]+Place[\s\S]+95%[\s\S]+Q3870[\s\S]+Name in the gazetteer/u,
    );
    const row = page.getByRole('row', { name: /^Ana Silva/u });
    expect(await row.innerText()).toMatch(
      /Person[\s\S]+2×[\s\S]+Surname of Ana Silva[\s\S]+Confidence \d+%/u,
    );
    expect(visit.problems).toEqual([]);
  });

  it('changes a type without scripts: the entity, its other mentions and the outputs follow', async () => {
    const source = await ended('typed');
    const locale = Locale.parse('es');
    const before = await readOutput(door.client, source, locale, 'json');
    await using visit = await signIn(browser, dashboard.url, { javaScriptEnabled: false });
    const { page } = visit;
    await page.goto(urlOf(source));
    await markOf(page, 'Paris (Place)').first().click();
    await page.getByLabel('Kind').selectOption('PER');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.getByText('Done: the article is made again').waitFor();
    await door.settled(source);
    expect((await shown(source)).filter((line) => line.includes('Paris'))).toEqual([
      'PER Paris local:per:paris',
      'PER Paris local:per:paris',
    ]);
    const after = await readOutput(door.client, source, locale, 'json');
    expect(after?.hash).not.toBe(before?.hash);
    await page.goto(urlOf(source));
    expect(await markOf(page, 'Paris (Person, set by an editor)').count()).toBe(2);
    const [entry] = await readAudit(door.client, 1);
    expect(entry).toMatchObject({ actor: 'bootstrap', action: 'fix-entities', detail: '1 set' });

    await page.getByRole('button', { name: 'Take back Paris' }).click();
    await door.settled(source);
    expect((await readOutput(door.client, source, locale, 'json'))?.hash).toBe(before?.hash);
  });

  it('moves a boundary, removes a mention, and adds one that was missed', async () => {
    const source = await ended('moved');
    await using visit = await signIn(browser, dashboard.url);
    const { page } = visit;
    await page.goto(urlOf(source));
    await markOf(page, 'Ana Silva (Person)').click();
    await page.getByRole('textbox', { name: 'Words' }).fill('Minister Ana Silva');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await door.settled(source);
    expect(await shown(source)).toContain('PER Minister Ana Silva local:per:minister-ana-silva');

    await page.goto(urlOf(source));
    await markOf(page, 'May 3 (Date)').click();
    await page.getByRole('button', { name: 'Nothing is named here' }).click();
    await door.settled(source);
    expect((await shown(source)).some((line) => line.startsWith('DATE'))).toBe(false);

    await page.goto(urlOf(source));
    await page.getByRole('link', { name: 'Add a mention in this sentence' }).nth(2).click();
    await page.getByRole('textbox', { name: 'Words' }).fill('harbour of Lakeview');
    await page.getByLabel('Kind').selectOption('PRODUCT');
    await page.getByRole('radio', { name: 'This id' }).check();
    await page.getByRole('textbox', { name: 'This id' }).fill('Q424242');
    await page.getByRole('button', { name: 'Add it' }).click();
    await door.settled(source);
    expect(await shown(source)).toContain('PRODUCT harbour of Lakeview Q424242');
    await page.goto(urlOf(source));
    expect(await page.locator('.fixes li').count()).toBe(3);
    expect(await page.locator('.reading .undone').innerText()).toContain('May 3');
    expect(visit.problems).toEqual([]);
  });

  it('finds what to link to, and remembers the name; editing its names makes articles again', async () => {
    const source = await ended('linked');
    await using visit = await signIn(browser, dashboard.url, { javaScriptEnabled: false });
    const { page } = visit;
    await page.goto(urlOf(source));
    await page.getByRole('link', { name: 'Add a mention in this sentence' }).nth(2).click();
    await page.getByRole('searchbox').fill('kisu');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.getByRole('radio', { name: /^Kisumu Q214485/u }).count()).toBe(1);
    await page.getByRole('textbox', { name: 'Words' }).fill('Lakeview');
    await page.getByLabel('Kind').selectOption('LOC');
    await page.getByLabel('Also remember this name').check();
    await page.getByRole('button', { name: 'Add it' }).click();
    await door.settled(source);
    const store = createGazetteerStore(door.client);
    expect((await store.read('gazetteer', 'local:loc:lakeview'))?.names).toEqual({ en: ['Lakeview'] });

    const other = await ended('other', { content: '# Trains\n\nTrains leave Lakeview at noon.\n' });
    await page.goto(urlOf(other));
    await page.getByRole('link', { name: 'Edit its names' }).click();
    expect(await page.locator('.affected li').allInnerTexts()).toEqual(['Trains', 'Harbour reopens']);
    await page.getByLabel('Spanish').fill('Vista del Lago | Lakeview');
    await page.getByRole('button', { name: 'Save, and make them again' }).click();
    expect(await page.locator('.banner').innerText()).toContain('Articles made again: 2; left out: 0.');
    for (const each of [source, other]) {
      await door.settled(each);
      const output = await readOutput(door.client, each, Locale.parse('es'), 'json');
      expect(output?.body).toContain('"Vista del Lago"');
    }
    expect((await readAudit(door.client, 1))[0]).toMatchObject({
      action: 'gazetteer-edit',
      target: 'gazetteer/local:loc:lakeview',
      detail: 'names changed; 2 articles made again, 0 left out',
    });
  });

  it('says in words what does not fit, and refuses a form that was made before someone else decided', async () => {
    const source = await ended('late');
    await using first = await signIn(browser, dashboard.url);
    await using second = await signIn(browser, dashboard.url);
    for (const { page } of [first, second]) {
      await page.goto(urlOf(source));
      await markOf(page, 'Paris (Place)').first().click();
    }
    await first.page.getByRole('textbox', { name: 'Words' }).fill('London');
    await first.page.getByRole('button', { name: 'Correct it' }).click();
    expect(await first.page.locator('main').innerText()).toContain('"London" does not stand in the sentence');
    await first.page.goBack();
    await first.page.getByRole('textbox', { name: 'Words' }).fill('Paris');
    await first.page.getByRole('radio', { name: 'No link' }).check();
    await first.page.getByRole('button', { name: 'Correct it' }).click();
    await door.settled(source);
    await second.page.getByRole('button', { name: 'Correct it' }).click();
    expect(await second.page.locator('main').innerText()).toContain('reload it and decide again');
    expect((await shown(source)).filter((line) => line.includes('Paris'))[0]).toBe(
      'LOC Paris local:loc:paris',
    );
  });

  it('lets a viewer look and not decide', async () => {
    const source = await ended('viewed');
    const facts = {
      tenant: 'default',
      scopes: ['ops:read'] as const,
      createdAt: Date.now(),
      createdBy: 'test',
    };
    const { secret } = await createApiKey(door.client, facts);
    await using visit = await signIn(browser, dashboard.url, { key: secret });
    const { page } = visit;
    await page.goto(urlOf(source));
    await markOf(page, 'Nairobi (Place)').click();
    expect(await page.locator('#fix').innerText()).toContain('Q3870');
    expect(await page.locator('main form').count()).toBe(0);
    const csrf = await page.locator('.who input[name=csrf]').getAttribute('value');
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const url of [urlOf(source), `${dashboard.url}/gazetteer/entry`]) {
      const response = await fetch(url, {
        method: 'POST',
        body: `csrf=${csrf}&version=1&reviews=0&do=remove`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      });
      expect(response.status).toBe(403);
    }
  });

  it.each([320, 760, 1280])(
    'fits a screen of %i pixels, names everything, and turns for Arabic',
    async (width) => {
      const english = await ended(`english-${width}`);
      const arabic = await ended(`arabic-${width}`, { content: ARABIC, sourceLocale: Locale.parse('ar') });
      await createGazetteerStore(door.client).add('glossary', [
        { id: 'Q85', type: 'LOC', names: { ar: ['القاهرة'], en: ['Cairo'] } },
      ]);
      await using visit = await signIn(browser, dashboard.url, { width });
      const look = async (url: string): Promise<void> => {
        await visit.page.goto(url);
        const found = await visit.page.evaluate<Survey>(SURVEY);
        expect({ url, ...found }).toMatchObject({ url, width, h1: 1, unnamed: 0, unscoped: 0, small: 0 });
      };
      for (const source of [english, arabic]) {
        await look(urlOf(source));
        const mark = (await visit.page.locator('.reading a.ent').first().getAttribute('href')) ?? '';
        const sentence = (await visit.page.locator('.reading a.add').first().getAttribute('href')) ?? '';
        await look(`${dashboard.url}${mark.replace('#fix', '&q=paris')}`);
        await look(`${dashboard.url}${sentence.replace('#fix', '&ui=ar')}`);
        await look(urlOf(source, '?ui=de'));
      }
      expect(await visit.page.locator('.reading').getAttribute('dir')).toBe('rtl');
      await look(`${dashboard.url}/gazetteer/entry?list=glossary&id=Q85&ui=ar`);
      expect(visit.problems).toEqual([]);
    },
  );
});

function markOf(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.locator('.reading').getByRole('link', { name, exact: true });
}
