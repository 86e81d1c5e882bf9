import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../config/locales.ts';
import type { Document } from '../../shared/document/document.ts';
import { directionOf } from '../../shared/document/locale.ts';
import { createNormalizeDeps } from '../../workers/normalize/deps.ts';
import { normalize } from '../../workers/normalize/normalize.ts';
import { toHtml } from '../../workers/render/to-html.ts';
import { BROWSER } from '../support/browser.ts';
import { sourceOf } from '../support/identity.ts';
import { partsWithout, write } from '../unit/workers/render/render-input.ts';

const ARTICLE = `---
title: Harbour reopens after the storm
byline: Ana Silva and J. Doe
agency: AFP
dateline: KISUMU
publishedAt: 2026-04-15T07:20:00+03:00
section: World
description: Ships may enter again.
canonicalUrl: https://example.org/harbour
---

# Harbour reopens after the storm

The harbour opened *again* on **Monday**. Nobody was hurt, the [port authority](https://example.org/port) said.[^1]

![Ships at the pier](https://example.org/pier.jpg)

## What comes next

> "We waited for two days," said the captain.

- Ships wait outside.
- Fuel is low.

1. First the tankers.
2. Then the ferries.

| Port | Ships |
|---|---:|
| Kisumu | 12 |
| Port Bell | 3 |

Use \`npm test\` to check.

\`\`\`js
const ships = 12;
\`\`\`

---

[^1]: In a statement.
`;

/** A translation in the locale's script is not the point here: marks, runs and structure are. */
const ANSWERS = { 'Fuel is low.': 'X.', 'First the tankers.': 'Y.', Kisumu: 'Z' };

describe.skipIf(!existsSync(BROWSER))("every locale's page in a browser", () => {
  let browser: Browser;
  let page: Page;
  let document: Document;

  beforeAll(async () => {
    document = await normalize(sourceOf(ARTICLE), createNormalizeDeps());
    browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.route('**/*', async (route) => route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }));
  });
  afterAll(async () => browser.close());

  it.each(LOCALES)('%s is accessible, valid and no wider than a small screen', async (locale) => {
    const html = write('html', document, locale, ANSWERS);
    expect(invalidParts(html)).toEqual([]);
    await page.setContent(html);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(SURVEY)).toEqual({
      lang: locale,
      dir: directionOf(locale),
      headings: 1,
      repeatedIds: [],
      unmarkedRuns: 0,
      width: 320,
    });
  });

  it('would be told apart from one that is none of these', async () => {
    const html = write('html', document, 'ar', ANSWERS);
    const broken = html
      .replace(
        '</h1>',
        '</h1><h1 id="x">2</h1><p id="x"><img src="a.png"></p><div style="width:60rem">w</div>',
      )
      .replaceAll(/ dir="ltr"(?=[^>]*data-origin="source")/gu, '');
    expect(broken).not.toBe(html);
    expect(invalidParts(broken.replace('</main>', '</section>'))).not.toEqual([]);
    await page.setContent(broken);
    expect(String(await violations(page))).toContain('image-alt');
    const survey = await page.evaluate(SURVEY);
    expect(survey).toMatchObject({ headings: 2, repeatedIds: ['x'] });
    expect(survey).not.toMatchObject({ unmarkedRuns: 0 });
    expect(survey).not.toMatchObject({ width: 320 });
  });

  it('stays so where sentences are left out', async () => {
    const html = toHtml(
      partsWithout(document, 'he', { ...ANSWERS, 'Harbour reopens after the storm': 'כותרת' }),
    );
    expect(invalidParts(html)).toEqual([]);
    await page.setContent(html);
    expect(await violations(page)).toEqual([]);
  });
});

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#789"/></svg>';

/** Counts in the page: ids, headings, runs in another language without language or direction. */
const SURVEY = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const runs = [...document.querySelectorAll('[data-origin=source]')];
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    headings: document.querySelectorAll('h1').length,
    repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
    unmarkedRuns: runs.filter((run) => run.lang !== 'en' || run.dir !== 'ltr').length,
    width: document.documentElement.scrollWidth,
  };
})()`;

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

/** Where the page breaks the HTML standard: its elements, their content and attributes. */
function invalidParts(html: string): readonly string[] {
  return validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
}

/** Rules of axe-core that the page breaks, best practices included, with the places. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ').slice(0, 300)))`);
}
