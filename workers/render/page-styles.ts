import type { LocaleKit } from './locale-kit.ts';

/**
 * The page's style sheet: small, without any resource from elsewhere, in logical properties, so
 * that it serves both directions. Only the quotation marks depend on the locale.
 */
export function pageStyles({ style }: LocaleKit): string {
  const { primary, secondary } = style.quotes;
  const quotes = [...primary, ...secondary].map((mark) => JSON.stringify(mark)).join(' ');
  return `:root{quotes:${quotes}}\n${STYLES}`;
}

const STYLES = `
:root{color-scheme:light dark;--text:#1b1b1a;--quiet:#5c5b57;--line:#dcdad3;--paper:#fdfcf9;--wash:#f3f1ea;--accent:#8a3b12;--link:#1d4f8c;--source:#b9954a}
@media (prefers-color-scheme:dark){:root{--text:#e9e6df;--quiet:#a6a298;--line:#3b3934;--paper:#191816;--wash:#24221f;--accent:#e8a27c;--link:#9cc3f2;--source:#8d7440}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--text);font-size:1.125rem;line-height:1.65;overflow-wrap:break-word}
:where(*){font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Noto Serif",serif}
:where(:lang(ar),:lang(fa),:lang(ur)){font-family:"Noto Naskh Arabic","Geeza Pro","Traditional Arabic","Segoe UI",serif}
:where(:lang(he)){font-family:"Frank Ruhl Libre","Noto Serif Hebrew","New Peninim MT",David,serif}
:where(:lang(ja)){font-family:"Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP","Noto Serif JP",serif;line-break:strict}
:where(:lang(zh)){font-family:"Songti SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif;line-break:strict}
:where(:lang(zh-Hant)){font-family:"Songti TC","Noto Serif CJK TC","Noto Serif TC",PMingLiU,serif}
:where(:lang(ko)){font-family:AppleMyungjo,"Noto Serif CJK KR","Noto Serif KR",Batang,serif;word-break:keep-all}
:where(:lang(hi)){font-family:"Noto Serif Devanagari","Kohinoor Devanagari","Nirmala UI",Mangal,serif}
:where(:lang(th)){font-family:"Noto Serif Thai",Thonburi,"Leelawadee UI",Tahoma,serif}
:is(html:lang(ar),html:lang(fa),html:lang(ur),html:lang(ja),html:lang(zh),html:lang(ko),html:lang(hi),html:lang(th)) body{line-height:1.88}
main{max-inline-size:42rem;margin-inline:auto;padding-block:3rem 5rem;padding-inline:1.25rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin-block:2.2em .6em;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);line-height:1.18;margin-block:0 .5em;letter-spacing:-.01em}
:is(h1,h2,h3):is(:lang(ar),:lang(fa),:lang(ur),:lang(he),:lang(ja),:lang(zh),:lang(ko),:lang(hi),:lang(th)){letter-spacing:0;line-height:1.4}
h2{font-size:1.4rem}h3{font-size:1.2rem}h4,h5,h6{font-size:1.05rem}
p,ul,ol,blockquote,pre,table,figure{margin-block:0 1.25em;margin-inline:0}
header{border-block-end:1px solid var(--line);margin-block-end:1.5rem;padding-block-end:1.1rem}
.kicker{margin-block-end:.5em;color:var(--accent);font-size:.9rem;font-weight:600}
.byline{margin-block-end:.15em;font-size:1rem;font-weight:600}
.dates{margin-block-end:0;color:var(--quiet);font-size:.9rem}.dates>span{display:inline-block}
.status{margin-block-end:1.75rem;padding-block:.55rem;padding-inline:.9rem;border-inline-start:3px solid var(--source);background:var(--wash);color:var(--quiet);font-size:.9rem;line-height:1.6}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
ul,ol{padding-inline-start:1.6em}li{margin-block-end:.35em}
blockquote{padding-inline-start:1.1em;border-inline-start:3px solid var(--line);color:var(--quiet)}
figure{margin-block:2rem}
img{display:block;max-inline-size:100%;block-size:auto;border-radius:3px}p img{display:inline-block}
figcaption{padding-block-start:.55rem;color:var(--quiet);font-size:.92rem;line-height:1.55}
figcaption:first-child{border-block-start:1px solid var(--line)}
.credit{font-size:1em;white-space:nowrap;color:var(--text)}
table{border-collapse:collapse;inline-size:100%;font-size:1rem}
th,td{padding-block:.4em;padding-inline:.6em;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
.to-end{text-align:end}.to-center{text-align:center}
pre{padding:.9em;overflow-x:auto;background:var(--wash);border-radius:3px;direction:ltr;text-align:start}
code{font:.88em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;direction:ltr;unicode-bidi:isolate}
hr{border:0;border-block-start:1px solid var(--line);margin-block:2.5rem}
em:lang(ja),em:lang(zh){font-style:normal;text-emphasis:filled dot;text-emphasis-position:under right}em:lang(ja){text-emphasis-position:over right}
em:is(:lang(ar),:lang(fa),:lang(ur),:lang(he),:lang(ko),:lang(hi),:lang(th)){font-style:normal;font-weight:600}
[data-origin=source]{background:var(--wash);box-shadow:.3em 0 var(--wash),-.3em 0 var(--wash);-webkit-box-decoration-break:clone;box-decoration-break:clone}
span[data-origin=source]{box-shadow:.12em 0 var(--wash),-.12em 0 var(--wash)}
:is(h1,header *)[data-origin=source]{background:none;box-shadow:none}
:is(h1,h2,h3,h4,h5,h6)[data-origin=source]{text-align:-webkit-match-parent;text-align:match-parent}
.sr-only{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.footnotes{margin-block-start:2.5rem;padding-block-start:1rem;border-block-start:1px solid var(--line);font-size:.92rem}
sup{line-height:0}
@media print{main{max-inline-size:none;padding:0}.status{display:none}[data-origin=source]{background:none}}
`.trim();
