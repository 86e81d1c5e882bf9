/** The page on which repairs are reviewed. */
export const REVIEW_STYLE = `
.review { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20rem, 30rem); gap: 0 1.25rem; align-items: start; }
.review-text .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 0.625rem; align-items: baseline; }
.reading { padding: 0.25rem 1.75rem 1.75rem; max-width: 50rem; font: 1.125rem/1.7 var(--serif); overflow-wrap: anywhere; }
.reading p + p { margin-block-start: 0.9em; }
.reading .of-headline { font-size: 1.75rem; line-height: 1.25; font-weight: 600; text-wrap: pretty; }
.reading .of-description { font-size: 1.1875rem; color: var(--muted); }
.reading .of-heading { font-size: 1.25rem; line-height: 1.35; font-weight: 600; margin-block-start: 1.4em; }
.reading .of-list-item { padding-inline-start: 1.25em; position: relative; margin-block-start: 0.35em; }
.reading .of-list-item::before { content: "•"; position: absolute; inset-inline-start: 0.25em; color: var(--muted); }
.reading .of-quote { padding-inline-start: 1em; border-inline-start: 3px solid var(--line-strong); font-style: italic; }
.reading .of-caption, .reading .of-alt, .reading .of-title { font-size: 1rem; line-height: 1.5; padding: 0.625rem 0.875rem; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.reading .of-table-cell { font-size: 1rem; line-height: 1.5; padding-inline-start: 0.875rem; border-inline-start: 1px solid var(--line); margin-block-start: 0.35em; }
.reading .kind { display: block; padding: 0; font: 400 0.75rem/1.5 var(--sans); font-style: normal; color: var(--muted); }
.reading .taken-out { font-size: 1rem; line-height: 1.55; padding: 0.375rem 0.875rem 0.5rem; border: 1px dashed var(--line-strong); border-radius: 8px; }
.reading del, .reading ins, .changes del, .changes ins { box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.reading ins, .changes ins, .review-text .legend ins { border-block-end: 2px solid currentColor; border-end-start-radius: 0; border-end-end-radius: 0; font-weight: inherit; }
.undone { padding: 0.0625rem 0.1875rem; border-radius: 3px; background: var(--held-soft); color: var(--held); outline: 1px dashed currentColor; outline-offset: -1px; white-space: pre-wrap; }
.suggested { text-decoration: underline wavy var(--partial); text-decoration-thickness: 1.5px; text-underline-offset: 0.22em; text-decoration-skip-ink: none; }
.ref { margin-inline: 0.125rem 0.0625rem; padding: 0 0.3em; border-radius: 1em; background: var(--accent-soft); color: var(--accent); font: 500 0.6875rem/1.5 var(--sans); text-align: center; text-decoration: none; vertical-align: 0.35em; font-variant-numeric: tabular-nums; }
.ref::before { content: attr(data-mark); }
.suggested + .ref { background: var(--partial-soft); color: var(--partial); }
.ref:hover, .ref:target, .no:hover { background: var(--accent); color: var(--on-accent); }
.ref, .changes li, .suggestions li { scroll-margin-block: 5rem; }
.rule-filter { padding: 0 1rem 0.75rem; }
.rule-filter ul { display: flex; flex-wrap: wrap; gap: 0.25rem; }
.rule-filter a { display: inline-flex; align-items: center; gap: 0.375rem; min-height: 1.75rem; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.8125rem; text-decoration: none; }
.rule-filter a:hover { border-color: var(--accent); }
.rule-filter a[aria-current] { background: var(--accent-soft); border-color: var(--accent); font-weight: 600; }
.rule-filter code { color: inherit; }
.review-list .rule { border-block-start: 1px solid var(--line); padding: 0.75rem 1rem; }
.review-list h3 { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.reason { color: var(--muted); font-size: 0.8125rem; text-wrap: pretty; }
.box { display: inline-flex; align-items: center; gap: 0.375rem; min-height: 1.75rem; font-size: 0.8125rem; color: var(--ink); cursor: pointer; }
.box input { width: 1.125rem; height: 1.125rem; margin: 0; padding: 0; accent-color: var(--accent); flex: none; }
.changes { margin-block-start: 0.25rem; }
.changes li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; gap: 0 0.625rem; align-items: center; padding: 0.1875rem 0.375rem; margin-inline: -0.375rem; border-radius: 6px; }
.changes li:target, .suggestions li:target { background: var(--accent-soft); }
.changes li.is-undone { background: var(--held-soft); }
.changes li.is-undone ins { text-decoration: line-through; }
.changes .diff { font: 0.9375rem/1.5 var(--serif); overflow-wrap: anywhere; }
.changes .no { display: inline-flex; align-items: center; justify-content: center; min-width: 1.5rem; min-height: 1.5rem; border-radius: 1em; background: var(--accent-soft); color: var(--accent); font-size: 0.75rem; text-decoration: none; font-variant-numeric: tabular-nums; }
.sure { font-size: 0.75rem; color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
.apply { position: sticky; inset-block-end: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.875rem; padding: 0.75rem 1rem; background: var(--surface); border-block-start: 1px solid var(--line-strong); }
.apply p { flex: 1 1 12rem; }
.review-list { overflow: clip; }
.suggestions { margin: 0; padding: 0 1rem 0.875rem; list-style: none; font-size: 0.875rem; }
.suggestions li { padding: 0.25rem 0.375rem; margin-inline: -0.375rem; border-radius: 6px; overflow-wrap: anywhere; }
.suggestions a { display: inline-flex; align-items: center; justify-content: center; min-width: 1.5rem; min-height: 1.5rem; border-radius: 1em; background: var(--partial-soft); color: var(--partial); font-weight: 600; text-decoration: none; }
.evidence th, .evidence td { padding-block: 0.3125rem; font-size: 0.875rem; }
.evidence tbody th { font-weight: 400; color: var(--muted); white-space: nowrap; }
.evidence td { overflow-wrap: anywhere; }
.review .problems { padding-block-end: 0.875rem; }
html:has(.apply) { scroll-padding-block-end: 6rem; }
@media (max-width: 64rem) {
  .review { grid-template-columns: minmax(0, 1fr); }
  .reading { padding-inline: 1rem; max-width: none; }
}
@media (max-width: 30rem) {
  .changes li { grid-template-columns: auto minmax(0, 1fr) auto; }
  .changes .box, .changes .badge { grid-column: 2 / -1; justify-self: start; }
  .reading { font-size: 1.0625rem; }
  .evidence thead { display: none; }
  .evidence, .evidence tbody, .evidence tr { display: block; }
  .evidence tr { padding: 0.375rem 1rem; }
  .evidence tr > * { display: block; padding: 0 !important; }
}
@media (forced-colors: active) { .undone { outline-style: dashed; } }
`;
