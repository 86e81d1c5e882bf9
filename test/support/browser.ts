import type { Browser, BrowserContext, Page } from 'playwright-core';
import { OPERATOR_KEY } from './dashboard.ts';

/** Where the browser is that pages are tested with. */
export const BROWSER = process.env['POLYWIRE_TEST_BROWSER'] ?? '/usr/bin/chromium';

/** What a look over a page finds. */
export interface Survey {
  readonly width: number;
  readonly h1: number;
  readonly landmarks: number;
  readonly unnamed: number;
  readonly unscoped: number;
  readonly small: number;
}

/** Looks over the page, in the page: what is too wide, too small, or has no name. */
export const SURVEY = `(() => {
  const count = (selector, test = () => true) => [...document.querySelectorAll(selector)].filter(test).length;
  return {
    width: document.documentElement.scrollWidth,
    h1: count('h1'),
    landmarks: count('header.top, main, footer, nav[aria-label]'),
    unnamed: count('a, button, input:not([type=hidden]), select', (element) =>
      element.textContent.trim() === '' && !element.getAttribute('aria-label') && (element.labels ?? []).length === 0),
    unscoped: count('th:not([scope])'),
    small: count('button, .button, .top a, .foot a, .cell a, .outputs a', (element) =>
      element.getBoundingClientRect().height < 24),
  };
})()`;

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Errors of the console, of scripts, and of the content security policy. */
  readonly problems: readonly string[];
}

export interface VisitOptions {
  readonly javaScriptEnabled?: boolean;
  readonly width?: number;
  readonly key?: string;
}

/** Opens a page in a context of its own and listens for what goes wrong on it. */
export async function openPage(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'en-US',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      problems.push(message.text());
    }
  });
  return { page, problems, [Symbol.asyncDispose]: async () => context.close() };
}

/** Opens a page and signs in, as an operator unless `key` says otherwise. */
export async function signIn(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const visit = await openPage(browser, options);
  await visit.page.goto(`${url}/login`);
  await submitKey(visit.page, options.key ?? OPERATOR_KEY);
  return visit;
}

/** Sends an API key on the login page. */
export async function submitKey(page: Page, key: string): Promise<void> {
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
