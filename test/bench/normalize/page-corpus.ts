import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { lineOf } from '../../../workers/normalize/parse/page/elements.ts';
import { readPage } from '../../../workers/normalize/parse/page/read-page.ts';
import type { DataFolder } from '../data-folder.ts';

const text = z.string().nullish();

const Expected = z.object({
  url: text,
  gt: z.enum(['full', 'full-html', 'snippets']),
  title: text,
  author: text,
  date: text,
  text,
  must: z.array(z.string()).nullish(),
  must_not: z.array(z.string()).nullish(),
});

/** A page as it was archived, and what is known of its article. */
export interface CorpusPage {
  readonly id: string;
  readonly bytes: Buffer;
  readonly url: string | undefined;
  /** The whole clean text, where it is known. */
  readonly truth: string | undefined;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly date: string | undefined;
}

/** Reads `pages/<id>/source.html.gz` and `pages/<id>/expected.json` of every page. */
export function readPages(data: DataFolder): CorpusPage[] {
  return readdirSync(data.pathOf('pages'))
    .filter((id) => data.has(`pages/${id}/source.html.gz`))
    .toSorted()
    .map((id) => {
      const expected = Expected.parse(JSON.parse(data.text(`pages/${id}/expected.json`)));
      const whole =
        expected.gt === 'full-html' ? htmlText(data.text(`pages/${id}/expected.html`)) : expected.text;
      return {
        id,
        bytes: gunzipSync(readFileSync(data.pathOf(`pages/${id}/source.html.gz`))),
        url: expected.url ?? undefined,
        truth: expected.gt === 'snippets' ? undefined : whole || undefined,
        must: expected.must ?? [],
        mustNot: expected.must_not ?? [],
        title: expected.title || undefined,
        author: expected.author || undefined,
        date: expected.date || undefined,
      };
    });
}

/** The text of HTML, blocks apart. */
export function htmlText(html: string): string {
  return lineOf(readPage(html).root);
}
