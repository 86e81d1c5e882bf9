import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { type Html, html } from '../view/html.ts';
import { type Shape, shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';

const SHAPES: Readonly<Record<Diagnostic['severity'], Shape>> = {
  error: 'failed',
  warning: 'partial',
  info: 'stopped',
};

/** What normalization found and left as it was, in the words it was written in. */
export function diagnosticsPanel({ t }: View, diagnostics: readonly Diagnostic[]): Html | undefined {
  if (diagnostics.length === 0) {
    return undefined;
  }
  return html`<section class="panel" aria-labelledby="diagnostics-title">
<header class="panel-head"><h2 id="diagnostics-title">${t('diagnostics.title')}</h2></header>
<ul class="problems">${diagnostics.map(
    ({ severity, code, message }) =>
      html`<li class="is-${SHAPES[severity]}">${shape(SHAPES[severity])}<div><p><b>${t(`severity.${severity}`)}</b> <code>${code}</code></p><p lang="en">${message}</p></div></li>\n`,
  )}</ul>
</section>`;
}
