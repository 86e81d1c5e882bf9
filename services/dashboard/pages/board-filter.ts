import { z } from 'zod';
import { ArticleState, type ArticleStatus } from '../../../shared/api/article-status.ts';
import { Locale } from '../../../shared/document/locale.ts';
import type { ArticleCursor } from '../../../shared/stores/article-page.ts';

export const BOARD_STATES = [...ArticleState.options, 'withheld'] as const;

const CURSOR = /^(?<at>\d{1,16})\.(?<articleId>a[0-9a-z]{20})$/u;

/** An empty form field is one that was not filled in. */
const filled = <Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema> | undefined> =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined);

/** What the board shows, as its address says. What cannot be read counts as not given. */
export const BoardFilter = z.object({
  state: filled(z.enum(BOARD_STATES)),
  /** Part of the headline or of the external id. */
  q: filled(z.string().trim().max(200)),
  locale: filled(Locale),
  /** Cursor of the last article of the page before. */
  after: filled(z.string().regex(CURSOR)),
});
export type BoardFilter = Readonly<z.infer<typeof BoardFilter>>;

/** Whether an article belongs on a board with this filter. */
export function matchesFilter(status: ArticleStatus, { state, q, locale }: BoardFilter): boolean {
  if (locale !== undefined && status.locales[locale] === undefined) {
    return false;
  }
  if (
    state === 'withheld' ? status.pubStatus !== 'withheld' : state !== undefined && status.state !== state
  ) {
    return false;
  }
  const wanted = q?.toLowerCase();
  return (
    wanted === undefined ||
    [status.headline ?? '', status.externalId].some((text) => text.toLowerCase().includes(wanted))
  );
}

/** The place that a cursor names; undefined for the first page. */
export function readCursor(cursor: string | undefined): ArticleCursor | undefined {
  const { at, articleId } = CURSOR.exec(cursor ?? '')?.groups ?? {};
  return at === undefined || articleId === undefined ? undefined : { at: Number(at), articleId };
}

/** A place as it stands in an address. */
export function writeCursor({ at, articleId }: ArticleCursor): string {
  return `${at}.${articleId}`;
}

/** The address of the board with `filter`, changed by `changes`. */
export function boardUrl(filter: BoardFilter, changes: Partial<BoardFilter> = {}): string {
  const query = filterQuery({ ...filter, ...changes }).toString();
  return query === '' ? '/' : `/?${query}`;
}

/** A filter as query parameters; parts that are not given are left out. */
export function filterQuery(filter: BoardFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['state', 'q', 'locale', 'after'] as const) {
    const value = filter[name];
    if (value !== undefined) {
      query.set(name, String(value));
    }
  }
  return query;
}
