/** The pages of an article and of its locales. */
export const ARTICLE_STYLE = `
.article-bar { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; justify-content: space-between; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.key { display: inline-block; width: 0.75rem; height: 0.75rem; border-radius: 3px; vertical-align: -0.1em; margin-inline-end: 0.375rem; background: var(--state, var(--running)); }
.key.wait { background: repeating-linear-gradient(45deg, var(--line-strong) 0 1.5px, transparent 1.5px 4px); border: 1px solid var(--line-strong); }
.legend .key.run { margin-inline-start: 0.75rem; }
.legend .span { margin-inline-start: 1.25rem; }
.timeline th { width: 16rem; font-weight: 500; }
.timeline td, .timeline th { padding-block: 0.3125rem; vertical-align: middle; }
.timeline .drawing { width: 32%; }
.lane { display: block; background: var(--raised); border-radius: 3px; overflow: hidden; }
[dir="rtl"] .lane, [dir="rtl"] .meter { transform: scaleX(-1); }
.hatch-line { stroke: var(--line-strong); stroke-width: 2; }
.lane .wait { fill: url(#hatch); }
.lane .run { fill: var(--running); }
.lane .of-render, .lane .of-tag-entities { fill: color-mix(in srgb, var(--running) 62%, var(--surface)); }
.lane .run.is-failed { fill: var(--failed); }
.lane .run.is-skipped { fill: var(--waiting); }
.steps { display: flex; flex-wrap: wrap; gap: 0.125rem 1.5rem; font-size: 0.8125rem; }
.steps li { flex: 1 1 17rem; }
.steps .state { margin-inline-start: 0.375rem; }
.steps .times { color: var(--muted); margin-inline-start: 0.375rem; }
.steps .times b { color: var(--ink); font-weight: 500; }
.problems li { display: flex; gap: 0.25rem; padding-block: 0.375rem; }
.problems li > .shape { color: var(--state); margin-block-start: 0.3rem; }
.problems li > div { min-width: 0; overflow-wrap: anywhere; }
.problems time { color: var(--muted); }
.locales td, .locales th { vertical-align: middle; }
.locales tbody th { white-space: nowrap; }
.locales .meter { margin-block-start: 0.25rem; max-width: 9rem; }
.numbers .small { display: block; }
.locales td:nth-child(4) { min-width: 16rem; }
.leverage, .locales .leverage { height: 6px; max-width: none; border-radius: 3px; }
.bands { display: flex; flex-wrap: wrap; gap: 0 0.75rem; margin-block-start: 0.25rem; font-size: 0.75rem; color: var(--muted); }
.bands b { color: var(--ink); }
.band .key { width: 0.5rem; height: 0.5rem; vertical-align: 0; margin-inline-end: 0.25rem; }
.band-102, .band-101 { --band: #0f5f55; } .band-100 { --band: #23867a; } .band-99 { --band: #5aa99f; }
.band-95-98 { --band: #3f7fb0; } .band-85-94 { --band: #78a7cc; } .band-75-84 { --band: #c9a23c; } .band-70-74 { --band: #d98b4a; }
.band-new { --band: #bdb8ab; }
rect[class^="band-"] { fill: var(--band); stroke: var(--surface); stroke-width: 1; }
.key[class*="band-"] { background: var(--band); }
.outputs { white-space: nowrap; }
.outputs a { display: inline-flex; align-items: center; min-height: 1.75rem; padding-inline: 0.375rem; font: 500 0.8125rem/1 var(--mono); }
.wide-bar { max-width: 44rem; margin-block-start: 0.75rem; }
.rules { columns: 2 26rem; column-gap: 0; border-block-start: 1px solid var(--line); }
.rule { break-inside: avoid; padding: 0.625rem 1rem; }
.rule h3 code { color: var(--ink); font-size: 0.8125rem; }
.diffs li { padding-block: 0.1875rem; font: 0.9375rem/1.5 var(--serif); overflow-wrap: anywhere; }
.around { color: var(--muted); white-space: pre-wrap; }
del, ins { padding: 0.0625rem 0.1875rem; border-radius: 3px; white-space: pre-wrap; }
del { background: var(--failed-soft); color: var(--failed); text-decoration-thickness: 1px; }
ins { background: var(--done-soft); color: var(--done); text-decoration: none; font-weight: 600; }
del + ins { margin-inline-start: 0.125rem; }
.entities td, .entities th { padding-block: 0.25rem; }
.entities tbody th { font: 600 0.9375rem/1.4 var(--serif); }
.id { display: inline-block; margin-inline-start: 0.375rem; font: 400 0.75rem/1.4 var(--mono); color: var(--muted); overflow-wrap: anywhere; }
a.id { color: var(--accent); min-height: 1.5rem; padding-block: 0.15rem; }
.type { font-size: 0.8125rem; }
summary { cursor: pointer; min-height: 1.5rem; font-size: 0.8125rem; color: var(--accent); }
.names div { display: flex; gap: 0.75rem; padding-block: 0.0625rem; }
.names dt { min-width: 4rem; font: 0.75rem/1.6 var(--mono); color: var(--muted); }
.blocks { padding: 0.25rem 1rem 1rem; max-width: 52rem; }
.block { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; padding-block: 0.375rem; }
.kind { font-size: 0.75rem; color: var(--muted); padding-block-start: 0.25rem; }
.block p { font: 1.0625rem/1.6 var(--serif); overflow-wrap: anywhere; }
.block.of-headline p { font-weight: 600; font-size: 1.25rem; line-height: 1.35; }
.block.of-heading p { font-weight: 600; }
.block.of-quote p, .block.of-caption p { font-style: italic; }
.segment:nth-of-type(even) { background: color-mix(in srgb, var(--accent-soft) 55%, transparent); box-shadow: 0 0 0 2px color-mix(in srgb, var(--accent-soft) 55%, transparent); border-radius: 2px; }
.segment:target { background: var(--partial-soft); }
.mention { text-decoration: underline dotted var(--held); text-decoration-thickness: 2px; text-underline-offset: 0.2em; }
.code-strong { font-weight: 700; } .code-emphasis { font-style: italic; } .code-delete { text-decoration: line-through; } .code-link { color: var(--accent); text-decoration: underline; }
.chip { display: inline-block; padding: 0 0.375rem; border: 1px solid var(--line-strong); border-radius: 4px; font: 500 0.75rem/1.4 var(--mono); color: var(--muted); }
.siblings ul { display: flex; flex-wrap: wrap; gap: 0.25rem; margin-block-start: 0.75rem; }
.siblings a { display: inline-flex; align-items: center; min-height: 1.75rem; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 6px; font: 500 0.75rem/1 var(--mono); text-decoration: none; }
.siblings a:hover { border-color: var(--accent); }
.pairs { table-layout: fixed; }
.pairs thead th:last-child { width: 17rem; }
.pairs .text { font: 1rem/1.55 var(--serif); overflow-wrap: anywhere; }
.pairs .text .kind { display: block; font: 400 0.75rem/1.4 var(--sans); padding: 0; }
.pairs tr { scroll-margin-top: 1rem; }
.pairs tr.from-none .target, .pairs tr.from-source-copy .target { background: repeating-linear-gradient(45deg, var(--waiting-soft) 0 6px, transparent 6px 12px); }
.stand-in { color: var(--muted); }
.sum-line { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; }
.why-so > * { margin-inline-end: 0.5rem; }
.why p + p { margin-block-start: 0.125rem; }
.origin { font-size: 0.875rem; }
.score { display: inline-block; min-width: 2.25em; padding: 0 0.375em; border-radius: 4px; background: var(--accent-soft); color: var(--accent); text-align: center; font-variant-numeric: tabular-nums; }
.sum { font-variant-numeric: tabular-nums; }
.qa { margin-block-start: 0.25rem; font-size: 0.8125rem; }
.qa li { display: flex; overflow-wrap: anywhere; } .qa .shape { color: var(--state); margin-block-start: 0.2rem; }
.preview { display: block; width: 100%; height: 32rem; border: 0; border-block-start: 1px solid var(--line); background: #fff; color-scheme: light; }
@media (max-width: 56rem) {
  .timeline, .timeline tbody, .locales, .locales tbody, .entities, .entities tbody, .pairs, .pairs tbody { display: block; }
  .locales thead, .entities thead, .pairs thead { display: none; }
  .timeline tr, .locales tr, .entities tr, .pairs tr { display: block; padding: 0.5rem 1rem; }
  .timeline tr > *, .locales tr > *, .entities tr > *, .pairs tr > * { display: block; width: auto; min-width: 0; padding: 0.125rem 0; }
  .timeline tr > *:first-child, .timeline tr > *:last-child, .locales tr > *:first-child, .entities tr > *:first-child, .pairs tr > *:first-child, .pairs tr > *:last-child { padding-inline: 0; }
  .timeline .drawing { width: auto; }
  .steps li { flex-basis: 100%; }
  .locales td:nth-child(4) { min-width: 0; }
  .pairs .target { border-inline-start: 3px solid var(--line-strong); padding-inline-start: 0.625rem; margin-block: 0.375rem; }
  .block { grid-template-columns: 1fr; }
}
`;
