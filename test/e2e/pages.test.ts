import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
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

const parser = unified().use(rehypeParse, { emitParseErrors: true }).use(rehypeStringify).freeze();

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
    expect(parseErrors(html)).toEqual([]);
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

  it('stays so where sentences are left out', async () => {
    const html = toHtml(
      partsWithout(document, 'he', { ...ANSWERS, 'Harbour reopens after the storm': 'כותרת' }),
    );
    expect(parseErrors(html)).toEqual([]);
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

/** What the HTML standard calls parse errors: a browser would repair each. */
function parseErrors(html: string): readonly string[] {
  return parser.processSync(html).messages.map((message) => String(message));
}

/** Rules of axe-core that the page breaks, best practices included, with the places. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ').slice(0, 300)))`);
}
