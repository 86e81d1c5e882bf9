import type { Document } from '../../shared/document/document.ts';
import { rebuildMdast } from '../../shared/document/rebuild-mdast.ts';
import { cleanMdast } from './clean-mdast.ts';
import { frontMatter } from './front-matter.ts';
import type { LocaleKit } from './locale-kit.ts';
import { stringifyMarkdown } from './to-markdown.ts';
import { toPlainMdast } from './to-plain-mdast.ts';

/**
 * Writes the normalized article itself, in its own language, as Markdown with front matter: a
 * submission that gives the same article. `kit` has the words for a figure's credit.
 */
export function documentToMarkdown(document: Document, kit: LocaleKit): string {
  const root = rebuildMdast(document, { contentOf: (segment) => segment });
  cleanMdast(root);
  const plain = toPlainMdast(root, { kit, entities: { table: [], named: [], localNameOf: (name) => name } });
  return `${matter(document)}\n${stringifyMarkdown(plain)}`;
}

function matter({ meta, sourceLocale }: Document): string {
  return frontMatter([
    ['title', meta.headline],
    ['locale', sourceLocale],
    ['byline', meta.byline.map(({ name }) => name)],
    ['agency', meta.agency],
    ['dateline', meta.dateline],
    ['publishedAt', meta.publishedAt],
    ['modifiedAt', meta.modifiedAt],
    ['description', meta.description],
    ['section', meta.section],
    ['keywords', meta.keywords],
    ['canonicalUrl', meta.canonicalUrl],
  ]);
}
