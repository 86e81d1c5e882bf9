/** The board, its totals and its filter; failures and stages. */
export const BOARD_STYLE = `
#totals { display: flex; flex-wrap: wrap; align-items: end; gap: 0.25rem 1rem; margin-block: 0.5rem 0.75rem; }
.totals { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin-inline-start: -0.75rem; }
.total { display: block; min-width: 6.25rem; padding: 0.375rem 0.75rem; border-radius: 8px; color: var(--ink); text-decoration: none; }
.total:hover { background: var(--state-soft); }
.total b { display: block; font: 600 1.625rem/1.15 var(--serif); }
.total span { font-size: 0.8125rem; color: var(--state); white-space: nowrap; }
.totals-note { flex: 1; text-align: end; font-size: 0.8125rem; color: var(--muted); padding-block-end: 0.5rem; }
#totals .banner { flex-basis: 100%; margin-block: 0.25rem; }
.filter { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: end; margin-block-end: 0.75rem; }
.filter .field { display: grid; gap: 0.125rem; }
.filter select { width: 100%; }
.filter .grow { flex: 1 1 14rem; }
.filter .actions { display: flex; align-items: center; gap: 0.75rem; }
.clear { display: inline-flex; align-items: center; min-height: 2rem; }
.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.board thead th { padding-block: 0.5rem; }
.board thead .locale { text-align: center; padding-inline: 0.25rem; font-family: var(--mono); }
.board abbr { text-decoration: none; cursor: help; }
.board tbody th { font-weight: 400; min-width: 19rem; padding-inline-start: 1rem; }
.board thead th:first-child { padding-inline-start: 1rem; }
.board thead th:nth-child(2) { padding-inline: 0.375rem; }
.board .headline { display: inline-block; font: 600 1.0625rem/1.3 var(--serif); color: var(--ink); text-decoration: none; text-wrap: pretty; overflow-wrap: anywhere; }
.board .headline:hover { color: var(--accent); text-decoration: underline; }
.meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.75rem; font-size: 0.8125rem; color: var(--muted); }
.meta bdi { overflow-wrap: anywhere; }
.urgent { color: var(--failed); font-weight: 600; }
.board .of-state { padding-inline: 0.375rem; vertical-align: middle; }
.board .of-state .badges { flex-direction: column; align-items: start; }
.cell { padding: 0; height: 1px; text-align: center; vertical-align: middle; }
.cell a { display: flex; flex-direction: column; justify-content: center; gap: 0.1875rem; height: 100%; min-height: 3.5rem; min-width: 4.375rem; padding: 0.375rem 0.5rem; color: var(--ink); text-decoration: none; }
.cell a:hover { background: var(--state-soft); }
.cell a:focus-visible { outline-offset: -2px; }
.cell .tag { display: none; }
.cell .figure { font-size: 0.875rem; font-weight: 500; }
.cell .figure .shape { color: var(--state); margin-inline-end: 0.25rem; }
.cell .word { font-size: 0.6875rem; line-height: 1.1; color: var(--muted); }
.cell.is-failed .word { color: var(--failed); }
.cell.none { color: var(--muted); }
.pager { display: flex; gap: 0.5rem; justify-content: end; margin-block-start: 0.75rem; }
.group h2 .shape { color: var(--failed); }
.group .panel-head { align-items: start; }
.group .legend { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
.shape-of { font: 1.0625rem/1.45 var(--serif); overflow-wrap: anywhere; }
.panel > .affected { padding: 0; border-block-start: 1px solid var(--line); }
.affected li { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; padding: 0.25rem 1rem; min-height: 2.375rem; }
.affected li + li { border-block-start: 1px solid var(--line); }
.affected a { min-width: 12rem; overflow-wrap: anywhere; }
.affected .meta { flex: 1 1 11rem; }
.count { display: inline-block; min-width: 1.5em; padding: 0 0.4em; border-radius: 1em; background: var(--waiting-soft); color: var(--muted); font-size: 0.75rem; font-weight: 500; text-align: center; }
.jobs td, .audit td { overflow-wrap: anywhere; }
.audit td:first-child, .jobs td:last-child { white-space: nowrap; }
.number { text-align: end; white-space: nowrap; }
thead .number { text-align: end; }
.zero { color: var(--muted); }
.stages td, .stages th { vertical-align: middle; }
.stages .label { display: none; }
.stages .number .small { display: block; }
.spark { display: inline-block; vertical-align: middle; margin-inline-end: 0.625rem; }
.spark polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; }
.spark .base { stroke: var(--line-strong); }
[dir="rtl"] .spark { transform: scaleX(-1); }
@media (max-width: 56rem) {
  .scroll { background: none; border: 0; box-shadow: none; }
  .board, .board tbody, .board tr, .board th, .board td { display: block; }
  .board thead { display: none; }
  .board tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(4.125rem, 1fr)); padding: 0.25rem; margin-block-end: 0.75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
  .board tbody th, .board .of-state { grid-column: 1 / -1; min-width: 0; padding: 0.5rem; }
  .board .of-state { padding-block-start: 0; }
  .cell { height: auto; }
  .cell a { border-radius: 6px; min-width: 0; padding: 0.375rem 0.25rem; text-align: start; }
  .board .of-state .badges { flex-direction: row; }
  .cell .figure .shape { margin-inline-end: 0.125rem; }
  .cell .tag { display: block; margin-block-end: 0.125rem; }
  .cell.none { display: none; }
}
@media (max-width: 44rem) {
  .totals-note { flex-basis: 100%; text-align: start; }
  .totals { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.75rem, 1fr)); width: 100%; }
  .total { min-width: 0; }
  .total b { font-size: 1.375rem; }
  .filter .field:not(.grow) { flex: 1 1 7rem; min-width: 0; }
  .filter .field:not(.grow).actions { flex-basis: 100%; }
  .filter .grow { flex-basis: 100%; }
  .stages thead, .jobs thead, .audit thead { display: none; }
  .stages tr { display: grid; grid-template-columns: repeat(3, 1fr); padding: 0.5rem 0.25rem; }
  .stages tr > *, .jobs tr > *, .audit tr > * { display: block; padding: 0.25rem 0.75rem; text-align: start; }
  .stages th, .stages .hour { grid-column: 1 / -1; }
  .panel .stages tr > * { padding-inline: 0.75rem; }
  .stages .label { display: block; font-size: 0.75rem; color: var(--muted); font-weight: 400; }
  .jobs tr, .audit tr { display: block; padding-block: 0.5rem; }
  .affected a { flex-basis: 100%; }
}
`;
