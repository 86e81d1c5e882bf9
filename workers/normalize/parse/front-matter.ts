import type { Root } from 'mdast';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { type FoundMeta, foundFrom, NOTHING_FOUND } from '../draft/found-meta.ts';
import { readDate } from '../meta/read-date.ts';

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().min(1))
  .optional()
  .catch(undefined);
const names = z
  .union([z.string().min(1), z.array(z.union([z.string(), z.object({ name: z.string() })])).min(1)])
  .optional()
  .catch(undefined);

/** Members that news and static-site tools use; each falls away alone where it has another type. */
const FrontMatter = z.object({
  headline: text,
  title: text,
  byline: names,
  author: names,
  authors: names,
  agency: text,
  dateline: text,
  date: text,
  publishedAt: text,
  published: text,
  modifiedAt: text,
  updated: text,
  lastmod: text,
  language: text,
  lang: text,
  locale: text,
  description: text,
  summary: text,
  section: text,
  keywords: names,
  tags: names,
  canonicalUrl: z
    .url({ protocol: /^https?$/u })
    .optional()
    .catch(undefined),
});

/**
 * Takes the YAML front matter out of `root` and answers what it says about the article. Front
 * matter that is not a YAML mapping is a diagnostic, and says nothing.
 */
export function readFrontMatter(root: Root, diagnostics: Diagnostic[]): FoundMeta {
  const first = root.children[0];
  root.children = root.children.filter((node) => node.type !== 'yaml');
  if (first?.type !== 'yaml') {
    return NOTHING_FOUND;
  }
  const checked = FrontMatter.safeParse(readYaml(first.value, diagnostics));
  if (!checked.success) {
    diagnostics.push(
      unreadable('The front matter is not a YAML mapping such as "title: ..."; nothing was taken from it'),
    );
    return NOTHING_FOUND;
  }
  const values = checked.data;
  const found = {
    headline: values.headline ?? values.title,
    byline: listOf(values.byline ?? values.author ?? values.authors)?.join(', '),
    agency: values.agency,
    dateline: values.dateline,
    publishedAt: readDate(
      values.publishedAt ?? values.published ?? values.date,
      'the front matter',
      diagnostics,
    ),
    modifiedAt: readDate(
      values.modifiedAt ?? values.updated ?? values.lastmod,
      'the front matter',
      diagnostics,
    ),
    description: values.description ?? values.summary,
    section: values.section,
    keywords: listOf(values.keywords ?? values.tags)?.flatMap((entry) => entry.split(/\s*,\s*/u)),
    canonicalUrl: values.canonicalUrl,
    language: values.language ?? values.lang ?? values.locale,
  };
  return foundFrom(found, { from: 'front-matter', confidence: 0.95 });
}

/** What can be read of a mapping; problems inside it are reported and cost only the values they touch. */
function readYaml(source: string, diagnostics: Diagnostic[]): unknown {
  try {
    const document = parseDocument(source, { logLevel: 'silent', uniqueKeys: false });
    const value: unknown = document.toJS({ maxAliasCount: 10 });
    const [problem] = document.errors;
    if (problem !== undefined && value !== null && typeof value === 'object') {
      diagnostics.push(
        unreadable(`The front matter is not valid YAML: ${problem.message.split('\n')[0] ?? ''}`),
      );
    }
    return value;
  } catch {
    return undefined; // too many aliases: the caller reports it
  }
}

function unreadable(message: string): Diagnostic {
  return { code: 'front-matter-unreadable', severity: 'warning', message };
}

function listOf(value: z.infer<typeof names>): string[] | undefined {
  if (value === undefined || typeof value === 'string') {
    return value === undefined ? undefined : [value];
  }
  return value.map((entry) => (typeof entry === 'string' ? entry : entry.name));
}
