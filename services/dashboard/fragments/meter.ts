import { type Html, html } from '../view/html.ts';

/** One part of a bar: its share and the class that draws it. */
export interface MeterPart {
  readonly share: number;
  readonly className: string;
}

/**
 * A bar whose parts' shares sum to at most 1. Purely visual: what it shows stands beside it in
 * words. Widths are attributes, since the pages' policy allows no inline styles.
 */
export function meter(parts: readonly MeterPart[], className = ''): Html {
  let at = 0;
  const bars = parts
    .filter(({ share }) => share > 0)
    .map(({ share, className: part }) => {
      const bar = html`<rect class="${part}" x="${percent(at)}" width="${percent(share)}" height="100%"></rect>`;
      at += share;
      return bar;
    });
  return html`<svg class="meter ${className}" aria-hidden="true" width="100%" height="4"><rect class="track" width="100%" height="100%"></rect>${bars}</svg>`;
}

/** A share as an SVG length. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
