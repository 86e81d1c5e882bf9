import type { RootContent } from 'mdast';
import type { BylineName } from '../../../shared/document/document.ts';
import type { FigureNode } from '../../../shared/document/figure-node.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { type FoundMeta, foundFrom } from '../draft/found-meta.ts';
import { guardSource } from '../guard/guard-source.ts';
import { readDate } from '../meta/read-date.ts';
import { type Described, NinjsItem } from './ninjs-item.ts';
import { ninjsPictures } from './ninjs-pictures.ts';
import { parseFragment } from './parse-html.ts';
import { parseText } from './parse-text.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { readJson, unreadable } from './read-json.ts';

const CERTAIN = { from: 'member', confidence: 0.98 } as const;

/**
 * Reads a ninjs item of version 1.x, 2.x or 3.x, and what Superdesk adds to it. Its pictures become
 * figures: the feature media before the text, others after it, none that the text shows itself.
 *
 * @throws {PipelineError} `SOURCE_UNREADABLE`, which names the JSON pointer of each problem.
 */
export function parseNinjs(content: string): ParsedArticle {
  const item = readJson(content, NinjsItem, 'ninjs item');
  const body = readBody(item);
  const diagnostics = [...body.diagnostics, ...statusDiagnostics(item)];
  const { before, after } = ninjsPictures(item, figureUrls(body.root.children));
  const [first] = body.root.children;
  const headline = first?.type === 'heading' && first.depth === 1 ? [first] : [];
  const children = [...headline, ...before, ...body.root.children.slice(headline.length), ...after];
  return { root: { type: 'root', children }, found: readMeta(item, diagnostics), diagnostics };
}

function readBody(item: NinjsItem): ParsedArticle {
  const html = item.body_html ?? item.body_xhtml ?? bodyOf(item, /html/iu);
  if (html !== undefined && html.trim() !== '') {
    guardSource(html, 'html');
    return parseFragment(html);
  }
  const plain = item.body_text ?? bodyOf(item, /^(?:text\/plain)?$/iu) ?? html;
  if (plain === undefined) {
    throw unreadable('ninjs item', [
      { pointer: '/body_html', message: 'expected a body in body_html, body_xhtml, body_text or bodies' },
    ]);
  }
  guardSource(plain, 'text');
  return parseText(plain);
}

/** The body of a type; the main one where there are several. */
function bodyOf({ bodies = [] }: NinjsItem, type: RegExp): string | undefined {
  const fitting = bodies.filter((body) => type.test(body.contentType ?? body.contenttype ?? ''));
  return (fitting.find(({ role }) => role === undefined || /main|body/iu.test(role)) ?? fitting[0])?.value;
}

function readMeta(item: NinjsItem, diagnostics: Diagnostic[]): FoundMeta {
  const dateline = typeof item.dateline === 'object' ? item.dateline.text : item.dateline;
  const versioned = item.versioncreated ?? item.versionCreated;
  const created =
    item.firstpublished ??
    item.contentcreated ??
    item.contentCreated ??
    item.firstcreated ??
    item.firstCreated;
  const writers = (item.authors ?? []).flatMap((author) => writerOf(author));
  const subjects = (item.subject ?? item.subjects ?? []).flatMap(({ name }) => name ?? []);
  return foundFrom(
    {
      headline: item.headline ?? describedAs(item.headlines, /^(?:main|headline)?$/iu) ?? item.title,
      byline: item.byline ?? item.by,
      writers: writers.length === 0 ? undefined : writers,
      agency: item.source ?? (item.infosources ?? item.infoSources)?.[0]?.name,
      dateline: dateline ?? item.located,
      publishedAt: readDate(created ?? versioned, 'the ninjs item', diagnostics),
      modifiedAt: created === undefined ? undefined : readDate(versioned, '/versioncreated', diagnostics),
      description:
        item.description_text ??
        describedAs(item.descriptions, /^(?:summary|main|short)?$/iu) ??
        plainOf(item.description_html ?? item.abstract),
      section: item.service?.[0]?.name ?? subjects[0],
      keywords: item.keywords ?? (subjects.length === 0 ? undefined : subjects),
      editorNote: item.ednote ?? item.edNote,
      canonicalUrl: /^https?:/u.test(item.uri ?? '') ? item.uri : undefined,
      language: item.language,
    },
    CERTAIN,
  );
}

function writerOf(author: NonNullable<NinjsItem['authors']>[number]): BylineName[] {
  const { name, jobtitle } = author;
  const job = typeof jobtitle === 'object' ? jobtitle.name : jobtitle;
  const role = author.role === undefined || author.role === 'writer' ? job : author.role;
  return name === undefined || name.trim() === ''
    ? []
    : [{ name: name.trim(), ...(role === undefined ? {} : { role }) }];
}

/** Of several texts the one in the wanted role, else the first. */
function describedAs(list: readonly Described[] | undefined, role: RegExp): string | undefined {
  const chosen = list?.find((entry) => role.test(entry.role ?? '')) ?? list?.[0];
  return plainOf(chosen?.value);
}

/** Superdesk keeps abstracts as HTML. */
function plainOf(text: string | undefined): string | undefined {
  return text
    ?.replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** What decides whether an article is served comes with its submission, not from inside it. */
function statusDiagnostics(item: NinjsItem): Diagnostic[] {
  const status = item.pubstatus ?? item.pubStatus;
  const notes = [
    status === undefined || status === 'usable' ? undefined : `pubstatus "${status}"`,
    item.embargoed === undefined ? undefined : `embargoed "${item.embargoed}"`,
  ].filter((note) => note !== undefined);
  return notes.map((note) => ({
    code: 'status-in-source',
    severity: 'warning',
    message: `The ninjs item says ${note}: the status of an article is what its submission states`,
  }));
}

function figureUrls(nodes: readonly RootContent[]): Set<string> {
  return new Set(
    nodes.flatMap((node): string[] => {
      if (node.type === 'figure') {
        return figureUrl(node);
      }
      const children: readonly RootContent[] = 'children' in node ? node.children : [];
      return node.type === 'image' ? [node.url] : [...figureUrls(children)];
    }),
  );
}

function figureUrl(figure: FigureNode): string[] {
  return figure.url === undefined ? [] : [figure.url];
}
