import { type Html, html } from './html.ts';

/** The shapes that stand beside words of state: each is told apart without colour. */
export type Shape = 'waiting' | 'running' | 'done' | 'partial' | 'failed' | 'stopped' | 'held';

/** One shape; purely visual, the word beside it says the same. */
export function shape(name: Shape): Html {
  return html`<svg class="shape" aria-hidden="true" width="14" height="14"><use href="#shape-${name}"></use></svg>`;
}

/** The shapes' drawings, once a page; fragments that arrive later refer to them. */
export function shapeSprite(): Html {
  return html`<svg class="sprite" aria-hidden="true" width="0" height="0">
<symbol id="shape-waiting" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.1 2.1"/></symbol>
<symbol id="shape-running" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M7 1.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor"/></symbol>
<symbol id="shape-done" viewBox="0 0 14 14"><circle cx="7" cy="7" r="6" fill="currentColor"/><path d="M4.2 7.2l2 2 3.7-4.2" fill="none" stroke="var(--surface)" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="shape-partial" viewBox="0 0 14 14"><path d="M7 1.2L13 12H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M7 5.2v3M7 10v.4" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></symbol>
<symbol id="shape-failed" viewBox="0 0 14 14"><path d="M7 .8L13.2 7 7 13.2.8 7z" fill="currentColor"/><path d="M5.3 5.3l3.4 3.4M8.7 5.3L5.3 8.7" stroke="var(--surface)" stroke-width="1.5" stroke-linecap="round"/></symbol>
<symbol id="shape-stopped" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M4.2 7h5.6" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></symbol>
<symbol id="shape-held" viewBox="0 0 14 14"><rect x="1.2" y="1.2" width="11.6" height="11.6" rx="2.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5.4 4.6v4.8M8.6 4.6v4.8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></symbol>
</svg>`;
}

/** The product's mark: one line in, three out. */
export function mark(): Html {
  return html`<svg class="mark" aria-hidden="true" width="26" height="20" viewBox="0 0 26 20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><path d="M2 10h9M11 10c5 0 4-7.5 9-7.5M11 10h9M11 10c5 0 4 7.5 9 7.5"/><circle cx="23.2" cy="2.5" r="1.4" fill="currentColor" stroke="none"/><circle cx="23.2" cy="10" r="1.4" fill="currentColor" stroke="none"/><circle cx="23.2" cy="17.5" r="1.4" fill="currentColor" stroke="none"/></svg>`;
}

/** The mark as a file of its own, for the browser's tab. */
export const ICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#17435f"/><g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"><path d="M6 16h8M14 16c6 0 5-8 11-8M14 16h11M14 16c6 0 5 8 11 8"/></g></svg>';
