/** The page of the translation memory. */
export const MEMORY_STYLE = `
mark { background: var(--partial-soft); color: inherit; border-block-end: 2px solid var(--partial); border-radius: 2px; padding-inline: 0.0625rem; }
.filter .field { min-width: 0; }
.filter .field > input { width: 100%; }
ol.affected { margin: 0; padding-inline-start: 0; list-style: none; }
@media (forced-colors: active) { mark { background: Mark; color: MarkText; } }
`;
