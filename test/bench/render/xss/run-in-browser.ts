import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { BROWSER } from '../../../support/browser.ts';

/** HTML under a name of its own. */
export interface Shown {
  readonly id: string;
  readonly html: string;
}

const FRAMES = 60;
const PAGE_URL = 'http://polywire.test/';
const PROBE = 'probe.js';

/**
 * Shows HTML in a real browser that reaches nothing, pokes every element, and names what ran a script: any script
 * at all. The hook is the engine's own: it reports every script that it compiles, whether of an element, a handler
 * or an address, so that no payload can hide from it. What brings the browser down ran, too.
 */
export async function scriptsRunIn(shown: readonly Shown[]): Promise<readonly string[]> {
  const ran: string[] = [];
  for (let start = 0; start < shown.length; start += FRAMES) {
    ran.push(...(await showInOneBrowser(shown.slice(start, start + FRAMES))));
  }
  return ran;
}

/** In halves, each with a browser of its own, where together they bring it down. */
async function showInOneBrowser(shown: readonly Shown[]): Promise<readonly string[]> {
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    return await showTogether(browser, shown);
  } catch {
    const half = Math.ceil(shown.length / 2);
    const [only] = shown;
    return shown.length === 1 && only !== undefined
      ? [only.id]
      : [...(await showInOneBrowser(shown.slice(0, half))), ...(await showInOneBrowser(shown.slice(half)))];
  } finally {
    await browser.close().catch(() => undefined); // it may be down
  }
}

const Parsed = z.object({
  url: z.string(),
  executionContextAuxData: z.object({ frameId: z.string(), isDefault: z.boolean() }),
});

/** Each piece in a frame of its own, which may do all but leave. */
async function showTogether(browser: Browser, shown: readonly Shown[]): Promise<readonly string[]> {
  const page = await browser.newPage();
  try {
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    await page.route('**/*', (route) =>
      route.request().url() === PAGE_URL
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: framesOf(shown) })
        : route.abort(),
    );
    const session = await page.context().newCDPSession(page);
    const frames = new Set<string>();
    session.on('Debugger.scriptParsed', (event) => {
      const { url, executionContextAuxData } = Parsed.parse(event);
      const { frameId, isDefault } = executionContextAuxData;
      // A world that is not the page's own is the driver's; `chrome` is a page about an error.
      if (isDefault && url !== PROBE && !url.startsWith('chrome')) {
        frames.add(frameId);
      }
    });
    await session.send('Debugger.enable');
    await load(page);
    await session.send('Runtime.evaluate', { expression: `${POKE}\n//# sourceURL=${PROBE}` });
    await page.waitForTimeout(150);
    const names = await frameNames(session);
    return [...new Set([...frames].map((frame) => names.get(frame) ?? 'a frame that is gone'))];
  } finally {
    await page.close();
  }
}

/** A frame whose pictures do not come may hold up the page: what is there by then counts. */
async function load(page: Page): Promise<void> {
  await page.goto(PAGE_URL, { waitUntil: 'load', timeout: 10_000 }).catch(() => undefined);
}

function framesOf(shown: readonly Shown[]): string {
  const frames = shown.map(({ id, html }) => {
    const [name, srcdoc] = [id, html].map((value) =>
      value.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    );
    return `<iframe name="${name}" sandbox="allow-scripts allow-same-origin allow-modals allow-forms" srcdoc="${srcdoc}"></iframe>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>x</title>${frames.join('\n')}`;
}

/** Every handler is called, and every link is followed that does not leave for another page. */
const POKE = `(() => {
  const poke = (element) => {
    for (const { name } of [...element.attributes]) {
      if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2)));
    }
    const target = element.protocol ?? '';
    if (element.matches('a, area, button, input, summary, [formaction]') && !/^(?:https?|mailto|tel):$/.test(target)) {
      element.click();
    }
  };
  for (const frame of document.querySelectorAll('iframe')) {
    try {
      for (const element of [...frame.contentDocument.querySelectorAll('*')]) {
        try { poke(element); } catch {}
      }
    } catch {}
  }
})()`;

interface FrameTree {
  readonly frame: { readonly id: string; readonly name?: string };
  readonly childFrames?: readonly FrameTree[];
}

/** Names of the frames by their ids; what runs in a frame inside of one counts for the outer one. */
async function frameNames(session: CDPSession): Promise<ReadonlyMap<string, string>> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const names = new Map<string, string>();
  const add = ({ frame, childFrames = [] }: FrameTree, name: string): void => {
    names.set(frame.id, name);
    childFrames.forEach((child) => add(child, name));
  };
  for (const child of frameTree.childFrames ?? []) {
    add(child, child.frame.name ?? '');
  }
  return names;
}
