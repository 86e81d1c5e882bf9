/** The page on which names are looked at and corrected, and that of one imported entry. */
export const ENTITIES_STYLE = `
.ent { --ent: var(--muted); --ent-soft: var(--waiting-soft); padding: 0.0625rem 0.125rem; border-block-end: 2px dotted var(--ent); border-radius: 3px 3px 0 0; background: var(--ent-soft); color: var(--ink); text-decoration: none; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.ent.of-PER, .ent.of-ROLE, .ent.of-NORP { --ent: var(--held); --ent-soft: var(--held-soft); border-block-end-style: solid; }
.ent.of-LOC { --ent: var(--done); --ent-soft: var(--done-soft); border-block-end-style: double; border-block-end-width: 3px; }
.ent.of-ORG { --ent: var(--running); --ent-soft: var(--running-soft); border-block-end-style: dashed; }
.ent.of-EVENT, .ent.of-PRODUCT { --ent: var(--partial); --ent-soft: var(--partial-soft); border-block-end-style: solid; border-block-end-width: 1px; }
.ent[class*=" of-X-"] { --ent: var(--accent); --ent-soft: var(--accent-soft); border-block-end-style: dashed; border-block-end-width: 1px; }
.ent .code { margin-inline: 0.25rem 0.125rem; color: var(--ent); font: 600 0.625rem/1 var(--sans); font-style: normal; letter-spacing: 0.02em; vertical-align: 0.1em; white-space: nowrap; }
.legend .ent .code { margin: 0; font-size: 0.6875rem; }
.code[data-mark]::before { content: attr(data-mark); }
a.ent:hover { background: var(--accent-soft); }
.ent[aria-current], .chosen { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 3px; }
.reading [id^="m-"] { scroll-margin-block: 5rem; }
.add { display: inline-block; min-width: 1.5rem; text-align: center; background: none; border: 1px solid var(--line-strong); color: var(--muted); }
.entity-review .review-side > .panel:first-child, .entity-review > div > .panel:first-child { margin-block-start: 1rem; }
.fix { scroll-margin-block-start: 0.5rem; overflow: clip; }
.quoted-words { font: 1.0625rem/1.5 var(--serif); overflow-wrap: anywhere; }
.fix-form { display: grid; gap: 0.75rem; padding: 0.25rem 1rem 0; }
.fix-form .field { display: grid; gap: 0.25rem; }
.fix-form .field input:not([type="checkbox"]), .fix-form select { width: 100%; }
.fix-form #fix-nth { max-width: 6rem; }
.fix-form fieldset { display: grid; gap: 0.25rem; margin: 0; padding: 0.5rem 0.75rem 0.75rem; border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
.fix-form legend { padding-inline: 0.25rem; font-size: 0.75rem; color: var(--muted); }
.fix-form .box { overflow-wrap: anywhere; }
.fix-form .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.fix-form .row input:not([type="radio"]) { flex: 1 1 8rem; min-width: 0; }
.fix-form .search { margin-block: 0.25rem; }
.fix-form .apply { margin-inline: -1rem; }
.fixes { padding: 0 !important; }
.fixes li { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; padding: 0.5rem 1rem; border-block-start: 1px solid var(--line); }
.fixes .words { font: 1rem/1.4 var(--serif); overflow-wrap: anywhere; }
.fixes .said { flex: 1 1 10rem; font-size: 0.8125rem; color: var(--muted); overflow-wrap: anywhere; }
.entities .sure { display: inline-block; }
.entities td:nth-child(5) { min-width: 10rem; }
.entry { display: grid; grid-template-columns: minmax(0, 1fr) minmax(18rem, 26rem); gap: 0 1.25rem; align-items: start; }
@media (max-width: 64rem) {
  .entity-review .review-side:has(.fix-form), .entity-review .review-side:has(.quoted-words) { order: -1; }
  .entry { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 56rem) { .entities td:nth-child(5) { min-width: 0; } }
`;
