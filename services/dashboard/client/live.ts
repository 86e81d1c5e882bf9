/*
 * Keeps a page current: the server sends fragments, this puts them in the page. Runs in the browser
 * and alone: it imports nothing. The page works without it.
 */

/** The part of the browser's interface that is used here; declared here, so that no other file sees it. */
interface PageNode {
  readonly nodeType: number;
  readonly childNodes: ArrayLike<PageNode>;
  cloneNode(deep: boolean): PageNode;
  isEqualNode(other: PageNode): boolean;
  replaceWith(other: PageNode): void;
}
interface PageElement extends PageNode {
  readonly dataset: Record<string, string | undefined>;
  textContent: string | null;
  prepend(node: PageNode): void;
}
interface Template {
  innerHTML: string;
  readonly content: { readonly firstElementChild: PageElement | null };
}
interface Source {
  addEventListener(type: string, listener: (event: { readonly data: string }) => void): void;
  close(): void;
}
declare const document: {
  readonly hidden: boolean;
  getElementById(id: string): PageElement | null;
  createElement(name: 'template'): Template;
  addEventListener(type: string, listener: () => void): void;
};
declare const EventSource: new (url: string) => Source;

/** What the server sends with a `patch` event. */
interface Patch {
  readonly id: string;
  readonly html: string;
  readonly into?: string;
}

let source: Source | undefined;

document.addEventListener('visibilitychange', listenWhileVisible);
listenWhileVisible();

/** A page that nobody sees costs nothing; when it is seen again it is sent whole. */
function listenWhileVisible(): void {
  source?.close();
  source = undefined;
  const url = document.getElementById('main')?.dataset['events'];
  if (document.hidden || url === undefined) {
    showState('off');
    return;
  }
  source = new EventSource(url);
  source.addEventListener('open', () => showState('on'));
  source.addEventListener('error', () => showState('off'));
  source.addEventListener('patch', ({ data }) => applyPatch(readPatch(data)));
  source.addEventListener('say', ({ data }) => say(String(JSON.parse(data))));
}

function readPatch(data: string): Patch {
  const patch: Patch = JSON.parse(data);
  return patch;
}

function applyPatch({ id, html, into }: Patch): void {
  const fresh = parse(html);
  if (fresh === null) {
    return;
  }
  const old = document.getElementById(id);
  if (old !== null) {
    bringUpToDate(old, fresh);
  } else if (into !== undefined) {
    document.getElementById(into)?.prepend(fresh);
  }
}

function parse(html: string): PageElement | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Replaces only what differs, so that focus, selection and scrolled regions elsewhere stay. */
function bringUpToDate(old: PageNode, fresh: PageNode): void {
  if (old.isEqualNode(fresh)) {
    return;
  }
  const [before, after] = [Array.from(old.childNodes), Array.from(fresh.childNodes)];
  const isSameShell = old.cloneNode(false).isEqualNode(fresh.cloneNode(false));
  if (!isSameShell || before.length === 0 || before.length !== after.length) {
    old.replaceWith(fresh);
    return;
  }
  before.forEach((child, index) => {
    const next = after[index];
    if (next !== undefined) {
      bringUpToDate(child, next);
    }
  });
}

function say(sentence: string): void {
  const announcer = document.getElementById('announcer');
  if (announcer !== null) {
    announcer.textContent = sentence;
  }
}

function showState(state: 'on' | 'off'): void {
  const element = document.getElementById('live-state');
  if (element !== null) {
    element.textContent = element.dataset[state] ?? '';
    element.dataset['state'] = state;
  }
}
