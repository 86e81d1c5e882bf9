/** What stands around every page, and the pages that are a form or a sentence. */
export const FRAME_STYLE = `
.skip { position: absolute; inset-inline-start: 0.5rem; inset-block-start: -4rem; z-index: 2; padding: 0.5rem 0.75rem; background: var(--surface); border-radius: 0 0 6px 6px; }
.skip:focus { inset-block-start: 0; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.75rem; padding: 0 1.5rem; background: var(--surface); border-block-end: 1px solid var(--line); }
.brand { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 3.25rem; color: var(--ink); font: 600 1.1875rem/1 var(--serif); text-decoration: none; letter-spacing: -0.01em; }
.brand .mark, .login-brand .mark { color: var(--accent); }
.top nav { flex: 1; }
.top nav ul { display: flex; flex-wrap: wrap; gap: 0 0.25rem; }
.top nav a { display: inline-flex; align-items: center; min-height: 3.25rem; padding: 0 0.625rem; color: var(--muted); text-decoration: none; border-block: 2px solid transparent; font-weight: 500; }
.top nav a:hover { color: var(--ink); }
.top nav a[aria-current] { color: var(--ink); border-block-end-color: var(--accent); }
.who { display: flex; align-items: center; gap: 0.5rem; font-size: 0.8125rem; }
.role { color: var(--muted); margin-inline-start: 0.25rem; }
main { flex: 1; width: 100%; max-width: 86rem; margin-inline: auto; padding: 1rem 1.5rem 2rem; }
.foot { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: space-between; align-items: center; max-width: 86rem; width: 100%; margin-inline: auto; padding: 0.75rem 1.5rem 1.25rem; font-size: 0.8125rem; color: var(--muted); }
.foot ul { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; }
.foot li a { display: inline-flex; align-items: center; min-height: 1.75rem; padding-inline: 0.25rem; color: var(--muted); }
.foot li a[aria-current] { color: var(--ink); text-decoration: none; font-weight: 600; }
.live-state { display: flex; align-items: center; gap: 0.4rem; min-height: 1.5rem; }
.live-state[data-state]::before { content: ""; width: 0.5rem; height: 0.5rem; border-radius: 50%; border: 1.5px solid var(--muted); }
.live-state[data-state="on"]::before { background: var(--done); border-color: var(--done); }
.page-head { margin-block: 0.75rem 1rem; }
.page-head h1 + *, .page-head .crumb + h1 { margin-block-start: 0.375rem; }
.page-head .facts { margin-block-start: 0.875rem; }
.crumb { font-size: 0.8125rem; overflow-wrap: anywhere; }
.lead { color: var(--muted); max-width: 65ch; }
.notice-page { max-width: 40rem; margin: 8vh auto; }
.notice-page > * + * { margin-block-start: 0.875rem; }
.eyebrow { font-size: 0.8125rem; color: var(--muted); }
.quoted { font: 1.125rem/1.4 var(--serif); padding-inline-start: 0.875rem; border-inline-start: 3px solid var(--failed); }
.choice { display: flex; flex-wrap: wrap; gap: 0.5rem; padding-block-start: 0.5rem; }
.notice-page .danger { background: var(--failed); border-color: var(--failed); color: var(--surface); }
.login { max-width: 24rem; margin: 12vh auto 4rem; padding: 2rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.login-brand { display: flex; align-items: center; gap: 0.5rem; font: 600 1.1875rem/1 var(--serif); margin-block-end: 1.5rem; }
.login h1 { font-size: 1.5rem; margin-block-end: 1rem; }
.login form { display: grid; gap: 0.5rem; }
.login input { height: 2.5rem; font-family: var(--mono); }
.login button { min-height: 2.5rem; margin-block-start: 0.5rem; }
.login .hint { font-size: 0.8125rem; color: var(--muted); }
.login .problem { padding: 0.5rem 0.75rem; border-radius: 6px; background: var(--failed-soft); color: var(--failed); font-size: 0.875rem; }
@media (max-width: 44rem) {
  .top { padding-inline: 1rem; }
  .top nav { order: 3; flex-basis: 100%; }
  .top nav a { min-height: 2.5rem; }
  .top nav li:first-child a { margin-inline-start: -0.625rem; }
  .brand { flex: 1; min-height: 2.75rem; }
  main, .foot { padding-inline: 1rem; }
  .login { margin-block: 1.5rem; padding: 1.25rem; }
  h1 { font-size: 1.375rem; }
}
@media (max-width: 26rem) {
  .who > span { display: none; }
  .top nav a { padding-inline: 0.4375rem; font-size: 0.875rem; }
  .top nav li:first-child a { margin-inline-start: -0.4375rem; }
  .top nav ul { gap: 0; }
}
`;
