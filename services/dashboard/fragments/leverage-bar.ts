import { LEVERAGE_BANDS, type Leverage, type LeverageBand } from '../../../shared/memory/match.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { meter } from './meter.ts';

/** How much of the article the memory covered, by words: a bar, and its parts in words. */
export function leverageBar(view: View, leverage: Leverage): Html {
  const { t, format } = view;
  const words = (band: LeverageBand): number => leverage[band].words;
  const total = LEVERAGE_BANDS.reduce((sum, band) => sum + words(band), 0);
  const filled = LEVERAGE_BANDS.filter((band) => words(band) > 0);
  return html`${meter(
    filled.map((band) => ({ share: words(band) / Math.max(1, total), className: `band-${band}` })),
    'leverage',
  )}
<span class="bands">${filled.map(
    (band) =>
      html`<span class="band"><span class="key band-${band}"></span>${t(`band.${band}`)} <b>${format.count(words(band))}</b></span> `,
  )}</span>`;
}
