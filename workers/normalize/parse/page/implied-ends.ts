import type { Element, Root } from 'hast';

interface Rule {
  /** What a start tag ends, with all that is open inside it. */
  readonly ends: ReadonlySet<string>;
  /** What it does not reach out of. */
  readonly within: ReadonlySet<string>;
}

const TABLE = set('table');
const SCOPE = set('table td th caption button li dd dt');

/** Elements whose end tags may be left out (HTML 13.1.2.4), by the start tags that end them. */
const RULES: Readonly<Record<string, Rule>> = {
  li: { ends: set('li'), within: set('ul ol menu table') },
  dt: { ends: set('dt dd'), within: set('dl table') },
  dd: { ends: set('dt dd'), within: set('dl table') },
  td: { ends: set('td th'), within: set('tr table') },
  th: { ends: set('td th'), within: set('tr table') },
  tr: { ends: set('tr'), within: TABLE },
  tbody: { ends: set('tbody thead tfoot'), within: TABLE },
  thead: { ends: set('tbody thead tfoot'), within: TABLE },
  tfoot: { ends: set('tbody thead tfoot'), within: TABLE },
  rt: { ends: set('rt rp'), within: set('ruby') },
  rp: { ends: set('rt rp'), within: set('ruby') },
};

const P: Rule = { ends: set('p'), within: SCOPE };
const ENDS_P = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul',
);

/** Ends what the start tag of `name` ends without an end tag: cuts the open elements, outermost first. */
export function endImplied(open: (Root | Element)[], name: string): void {
  const rule = RULES[name] ?? (ENDS_P.has(name) ? P : undefined);
  if (rule === undefined) {
    return;
  }
  for (let index = open.length - 1; index > 0; index -= 1) {
    const node = open[index];
    const tag = node?.type === 'element' ? node.tagName : '';
    if (rule.ends.has(tag)) {
      open.length = index;
      return;
    }
    if (rule.within.has(tag)) {
      return;
    }
  }
}

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
