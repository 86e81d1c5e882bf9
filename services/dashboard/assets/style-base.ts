/** Colours, type and the elements that every page uses. */
export const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f5f4f0; --surface: #fffefb; --raised: #faf9f5; --ink: #1b2229; --muted: #5a6570;
  --line: #e2dfd6; --line-strong: #c9c5b9; --accent: #17567f; --accent-soft: #e4eef5; --on-accent: #ffffff;
  --done: #1d6f4a; --done-soft: #e3f1e9; --running: #17567f; --running-soft: #e4eef5;
  --waiting: #66707b; --waiting-soft: #eeede8; --partial: #8a5a00; --partial-soft: #fbf0d9;
  --failed: #ad2a1c; --failed-soft: #fbe7e3; --held: #64439a; --held-soft: #eee8f7;
  --shadow: 0 1px 2px rgb(40 36 24 / 6%), 0 4px 16px -8px rgb(40 36 24 / 14%);
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --serif: "Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", "Noto Serif", "Liberation Serif", Cambria, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", Menlo, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161a; --surface: #191e24; --raised: #1e242b; --ink: #e5e8eb; --muted: #9aa6b2;
    --line: #2a313a; --line-strong: #434c57; --accent: #82bce3; --accent-soft: #1b3245; --on-accent: #0d1720;
    --done: #6fcb9d; --done-soft: #16311f; --running: #82bce3; --running-soft: #1b3245;
    --waiting: #98a3ae; --waiting-soft: #252b33; --partial: #e3b55c; --partial-soft: #382a0e;
    --failed: #f2917f; --failed-soft: #40190f; --held: #bba2ea; --held-soft: #2b2140;
    --shadow: 0 1px 2px rgb(0 0 0 / 30%);
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 0.9375rem/1.5 var(--sans); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; }
h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font: 600 1.75rem/1.2 var(--serif); letter-spacing: -0.01em; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 1rem; font-weight: 600; line-height: 1.3; }
h3 { font-size: 0.8125rem; font-weight: 600; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }
b { font-weight: 600; }
code, .mono { font-family: var(--mono); font-size: 0.86em; }
code { color: var(--muted); overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th { text-align: start; font-weight: 600; }
th, td { padding: 0.5rem 0.75rem; vertical-align: top; }
thead th { font-size: 0.75rem; color: var(--muted); font-weight: 500; padding-block: 0.375rem; white-space: nowrap; }
tbody tr { border-block-start: 1px solid var(--line); }
td, .figure, .times, dd, .total b { font-variant-numeric: tabular-nums; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sprite { position: absolute; }
.shape { flex: none; vertical-align: -0.14em; margin-inline-end: 0.375em; }
.small { font-size: 0.8125rem; color: var(--muted); }
.quiet-text { color: var(--muted); }
.tag { font: 500 0.75rem/1 var(--mono); color: var(--muted); }
.is-waiting { --state: var(--waiting); --state-soft: var(--waiting-soft); }
.is-running { --state: var(--running); --state-soft: var(--running-soft); }
.is-done { --state: var(--done); --state-soft: var(--done-soft); }
.is-partial { --state: var(--partial); --state-soft: var(--partial-soft); }
.is-failed { --state: var(--failed); --state-soft: var(--failed-soft); }
.is-stopped, .is-skipped { --state: var(--waiting); --state-soft: var(--waiting-soft); }
.is-held { --state: var(--held); --state-soft: var(--held-soft); }
.state { color: var(--state); white-space: nowrap; }
.badges { display: inline-flex; flex-wrap: wrap; gap: 0.25rem; }
.badge { display: inline-flex; align-items: center; padding: 0.125rem 0.5rem 0.125rem 0.375rem; border-radius: 1rem; background: var(--state-soft); color: var(--state); font-size: 0.8125rem; font-weight: 500; white-space: nowrap; }
.badge .shape { margin-inline-end: 0.3rem; }
.button, button { display: inline-flex; align-items: center; justify-content: center; min-height: 2rem; padding: 0.25rem 0.75rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--surface); color: var(--ink); font: 500 0.875rem/1.3 var(--sans); text-decoration: none; cursor: pointer; white-space: nowrap; }
.button:hover, button:hover { border-color: var(--muted); background: var(--raised); }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.primary:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); border-color: transparent; }
.danger { color: var(--failed); border-color: color-mix(in srgb, var(--failed) 45%, var(--line-strong)); }
.danger:hover { background: var(--failed-soft); border-color: var(--failed); }
.quiet { border-color: transparent; background: none; color: var(--accent); padding-inline: 0.5rem; min-height: 1.75rem; }
input, select { height: 2.125rem; padding: 0.25rem 0.625rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--surface); color: var(--ink); font: inherit; max-width: 100%; }
input::placeholder { color: var(--muted); opacity: 1; }
label { font-size: 0.75rem; color: var(--muted); }
.meter { display: block; border-radius: 2px; overflow: hidden; }
.meter .track { fill: var(--line); }
.meter .fill { fill: var(--state, var(--accent)); }
.banner { display: flex; gap: 0.25rem; align-items: baseline; margin-block: 0.75rem; padding: 0.5rem 0.75rem; border-radius: 8px; background: var(--state-soft); color: var(--state); }
.banner > div { flex: 1; }
.banner > *:not(.shape) { color: var(--ink); }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); margin-block: 1rem; overflow: hidden; }
.panel-head { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; padding: 0.75rem 1rem; }
.panel > p, .panel > dl, .panel > ul { padding: 0 1rem 0.875rem; }
.panel th:first-child, .panel td:first-child { padding-inline-start: 1rem; }
.panel th:last-child, .panel td:last-child { padding-inline-end: 1rem; }
.legend { font-size: 0.8125rem; color: var(--muted); }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 1.75rem; }
.facts dt { font-size: 0.75rem; color: var(--muted); }
.empty { padding: 3.5rem 1rem; text-align: center; border: 1px dashed var(--line-strong); border-radius: 10px; margin-block: 1rem; }
.empty h2 { font: 600 1.25rem/1.3 var(--serif); }
.empty p { color: var(--muted); margin-block-start: 0.5rem; }
@media (prefers-reduced-motion: no-preference) {
  .is-running > .shape, .is-running .figure > .shape { animation: turn 2.4s linear infinite; transform-origin: center; }
  @keyframes turn { to { transform: rotate(1turn); } }
}
@media (forced-colors: active) { .meter .fill, .lane rect { fill: CanvasText; } }
`;
