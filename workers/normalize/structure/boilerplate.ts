import { z } from 'zod';

const list = z.array(z.string().min(1)).readonly().default([]);

/**
 * What a language expert writes in `config/boilerplate/<language>.json`: whole lines of pages that
 * are no text of an article. `{n}` stands for a number, `{net}` for the name of a network, `{any}`
 * for up to 160 characters. Case, marks at the end and white space do not count.
 */
export const BoilerplateTable = z
  .object({
    /** Lines that are no text of an article wherever they stand alone. */
    lines: list,
    /** What opens a line that points to another article: "Read also". */
    pointers: list,
    /** What stands above a list of other articles. */
    related: list,
    /** Labels of a page's navigation, header and footer; alone they prove nothing. */
    chrome: list,
    /** What stands above the readers' comments. */
    comments: list,
    /** What stands before the date of the last change. */
    updated: list,
    /** What stands before the date of publication. */
    published: list,
  })
  .readonly();
export type BoilerplateTable = z.infer<typeof BoilerplateTable>;

/** Recognizes lines of pages that are no text of an article, in every language that has a table. */
export interface Boilerplate {
  /** Whether a line is one of these wherever it stands. */
  readonly isLine: (text: string) => boolean;
  /** Length of the words at the start of `text` that point to another article, 0 where it has none. */
  readonly pointerLength: (text: string) => number;
  readonly isRelatedLabel: (text: string) => boolean;
  readonly isChrome: (text: string) => boolean;
  readonly isCommentsLabel: (text: string) => boolean;
  /** What follows "Last updated" or its like; undefined where `text` does not start with it. */
  readonly afterUpdated: (text: string) => string | undefined;
  readonly afterPublished: (text: string) => string | undefined;
}

/** Names of networks that pages offer for sharing. */
const NETWORKS =
  'facebook|twitter|x|x \\(twitter\\)|linkedin|whatsapp|telegram|e-?mail|mail|pinterest|reddit|messenger|instagram|youtube|tiktok|threads|bluesky|mastodon|line|viber|zalo|vk|ok|odnoklassniki|tumblr|flipboard|pocket|google\\+?|google news|xing|skype|sms|snapchat|weibo|wechat|kakaotalk|hacker news|print|copy link|copy|rss|вконтакте|одноклассники|телеграм|imprimer|imprimir|drucken|correo|courriel';

const HOLES: Readonly<Record<string, string>> = {
  n: '\\d[\\d.,]*',
  net: `(?:${NETWORKS})`,
  any: '.{1,160}',
};

const SHARE_BAR = new RegExp(
  `^(?:(?:share|teilen|partager|compartir|compartilhar|condividi|chia sẻ|поделиться)[:\\s]+)?(?:${NETWORKS})(?:[\\s,|/·•+&-]+(?:${NETWORKS}|share|tweet|pin)){2,}$`,
  'u',
);

/** Joins the tables of all languages: pages mix them, and their phrases do not collide. */
export function compileBoilerplate(tables: readonly BoilerplateTable[]): Boilerplate {
  const all = (field: keyof BoilerplateTable): string[] => tables.flatMap((table) => table[field]);
  const lines = matcherOf(all('lines'));
  const pointers = prefixOf(all('pointers'));
  const updated = prefixOf(all('updated'));
  const published = prefixOf(all('published'));
  const related = matcherOf(all('related'));
  const chrome = matcherOf(all('chrome'));
  const comments = matcherOf(all('comments'));
  return {
    isLine: (text) => {
      const line = lineKey(text);
      return lines(line) || (line.length <= 200 && SHARE_BAR.test(line));
    },
    pointerLength: (text) => pointers.exec(text)?.[0].length ?? 0,
    isRelatedLabel: (text) => related(lineKey(text)),
    isChrome: (text) => {
      const line = lineKey(text);
      return chrome(line) || lines(line);
    },
    isCommentsLabel: (text) => comments(lineKey(text)),
    afterUpdated: (text) => afterMatch(updated, text),
    afterPublished: (text) => afterMatch(published, text),
  };
}

const MAX_LINE = 320;

/** A line without marks at its ends, objects and case, with single spaces; empty for a longer text. */
function lineKey(text: string): string {
  if (text.trim().length > MAX_LINE) {
    return '';
  }
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s\uFFFC]{2,}|(?! )[\s\uFFFC]/gu, ' ')
    .replace(/^[\s•»›▸►▼#|*–—-]+/u, '')
    .replace(/[\s:.!…»›>→▼▲|*–—-]+$/u, '');
}

function matcherOf(phrases: readonly string[]): (line: string) => boolean {
  const plain = new Set(phrases.filter((phrase) => !phrase.includes('{')).map((phrase) => lineKey(phrase)));
  const open = phrases.filter((phrase) => phrase.includes('{')).map((phrase) => patternOf(lineKey(phrase)));
  const pattern = new RegExp(`^(?:${['(?!)', ...open].join('|')})$`, 'u');
  return (line) => plain.has(line) || pattern.test(line);
}

/** Longest first, so that "Last updated on" is not read as "Last updated". */
function prefixOf(phrases: readonly string[]): RegExp {
  const sorted = phrases.toSorted((a, b) => b.length - a.length).map((phrase) => patternOf(phrase));
  return new RegExp(`^[\\s\\uFFFC•»›▸►|*–—-]*(?:${['(?!)', ...sorted].join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

function afterMatch(prefix: RegExp, text: string): string | undefined {
  const match = prefix.exec(text);
  return match === null ? undefined : text.slice(match[0].length);
}

function patternOf(phrase: string): string {
  return phrase
    .split(/(\{[a-z]+\})/u)
    .map((part) => HOLES[part.slice(1, -1)] ?? part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('');
}
