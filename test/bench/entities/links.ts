import { z } from 'zod';
import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { fold } from '../../../shared/text/fold.ts';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import type { TagEntitiesDeps } from '../../../workers/tag-entities/tag-entities.ts';
import type { Row } from '../report.ts';
import { tagText } from './gold-text.ts';
import { listedEntries } from './listed-entries.ts';
import type { Measure } from './measure.ts';

const FILE = 'entities/gum.jsonl.gz';

/** A document whose noun phrases carry the title of the encyclopedia's page on what they mean. */
const TitledText = z.object({
  id: z.string(),
  genre: z.string(),
  text: z.string(),
  published: z.string().optional(),
  entities: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      wiki: z.string().optional(),
      named: z.literal(1).optional(),
      pron: z.literal(1).optional(),
    }),
  ),
});
type TitledText = Readonly<z.infer<typeof TitledText>>;

/**
 * Links to entries of the shipped gazetteer. Precision: of our links that are a whole phrase whose page is
 * known, those to that page's entry; a team that is named by its place alone is counted in a row of its own.
 * Recall: of names whose page has an entry, those that we link to it; a name inside of another name is not
 * asked for, since mentions do not nest. Beside it the entry that is listed first under the very words,
 * whatever the text says. Pages and entries meet by English names; a page that is told
 * apart by a place that is not listed is not judged. `entities/gum.jsonl.gz` holds a text with
 * titles of pages a line.
 */
export const links: Measure = {
  name: 'links',
  needs: [FILE],
  run: async (data) => {
    const deps = await createTagEntitiesDeps();
    const entries = listedEntries(['en']);
    const texts = data.lines(FILE).map((line) => TitledText.parse(line));
    const titles = readTitles(entries);
    const first = firstByForm(entries);
    const news = texts.filter(({ genre }) => genre === 'news' || genre === 'interview');
    return [news, texts].flatMap((group) =>
      rowsOf(group === news ? 'news and interviews' : 'all genres', {
        own: judge(group, titles, linkedBy(deps, entries)),
        first: judge(group, titles, (text) => firstListed(text, first)),
        isGoal: group === news,
      }),
    );
  },
};

interface Link {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

interface Judgement {
  readonly right: number;
  readonly wrong: number;
  /** Of the wrong ones, places that stand for their team. */
  readonly teams: number;
  readonly known: number;
  readonly found: number;
}

/** Our links to what is listed; what only the article knows has no page to compare. */
function linkedBy(
  deps: TagEntitiesDeps,
  entries: readonly GazetteerEntry[],
): (text: TitledText) => readonly Link[] {
  const listed = new Set(entries.map(({ id }) => id));
  return ({ text, published }) =>
    tagText({ text, lang: 'en', published }, deps).filter(({ id }) => listed.has(id));
}

/** Every longest run of words that is a listed name, in its case. */
function firstListed({ text }: TitledText, first: ReadonlyMap<string, string>): readonly Link[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu)];
  const found: Link[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let last = Math.min(words.length, at + 6) - 1; last >= at; last -= 1) {
      const start = words[at]?.index ?? 0;
      const end = (words[last]?.index ?? 0) + (words[last]?.[0].replace(/[.'’-]+$/u, '').length ?? 0);
      const id = first.get(text.slice(start, end));
      if (id !== undefined) {
        found.push({ start, end, id });
        at = last;
        break;
      }
    }
  }
  return found;
}

function judge(
  texts: readonly TitledText[],
  titles: Titles,
  link: (text: TitledText) => readonly Link[],
): Judgement {
  const sums = { right: 0, wrong: 0, teams: 0, known: 0, found: 0 };
  for (const text of texts) {
    const named = text.entities.filter(({ named: isNamed, pron }) => isNamed === 1 && pron === undefined);
    const ours = link(text);
    for (const own of ours) {
      const title = named.find((phrase) => isWhole(own, phrase, text.text))?.wiki;
      const meant = title === undefined ? undefined : titles(title);
      if (title !== undefined && meant !== undefined) {
        const isRight = meant === own.id;
        sums[isRight ? 'right' : 'wrong'] += 1;
        sums.teams += !isRight && title.endsWith('_team') ? 1 : 0;
      }
    }
    for (const phrase of named.filter((each) => !isInsideName(each, named, text.text))) {
      const id = phrase.wiki === undefined ? undefined : titles(phrase.wiki);
      if (id !== undefined && id !== 'other') {
        sums.known += 1;
        sums.found += ours.some((own) => own.id === id && isWithin(own, phrase)) ? 1 : 0;
      }
    }
  }
  return sums;
}

interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly wiki?: string | undefined;
}

/** A link is a phrase but for an article and a possessive. */
function isWhole(own: Link, phrase: Phrase, text: string): boolean {
  return (
    isWithin(own, phrase) &&
    /^(?:(?:the|this|that) )?$/iu.test(text.slice(phrase.start, own.start)) &&
    /^(?: ?['’]s?)?$/u.test(text.slice(own.end, phrase.end))
  );
}

/** "Helsinki" of "the University of Helsinki": the longer phrase has no word in small letters but articles and the like. */
function isInsideName(phrase: Phrase, named: readonly Phrase[], text: string): boolean {
  return named.some(
    (outer) =>
      outer.end - outer.start > phrase.end - phrase.start + 4 &&
      isWithin(phrase, outer) &&
      text
        .slice(outer.start, outer.end)
        .split(/\s+/u)
        .every((word) => /^(?:[\p{Lu}\p{N}].*|the|a|of|for|and|in|on|at|de|['’]s)$/u.test(word)),
  );
}

function isWithin(inner: Phrase, outer: Phrase): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function titleOf(page: string): string {
  return fold(page.replaceAll('_', ' ')).replace(/^the /u, '');
}

/** What a title means: an entry's id, "other" for what is not listed, undefined where that is not clear. */
type Titles = (page: string) => string | undefined;

/**
 * Titles are an entry's English name, its name with a listed place behind ("Phoenix, Arizona", "Labour Party
 * (UK)"), or with what it is ("Washington (state)").
 */
function readTitles(entries: readonly GazetteerEntry[]): Titles {
  const byName = new Map<string, GazetteerEntry[]>();
  for (const entry of entries) {
    for (const name of new Set(entry.names['en']?.map(titleOf))) {
      byName.set(name, [...(byName.get(name) ?? []), entry]);
    }
  }
  const firstOf = (name: string): GazetteerEntry | undefined => {
    const found = byName.get(name) ?? [];
    return found.find(({ names }) => titleOf(names['en']?.[0] ?? '') === name) ?? found[0];
  };
  return (page) => {
    const title = titleOf(decodeURIComponent(page));
    const [, name = title, place] = /^(.+?)(?:, | \()([^()]+)\)?$/u.exec(title) ?? [];
    const whole = firstOf(title) ?? (place === undefined ? undefined : firstOf(`${name} ${place}`));
    if (whole !== undefined || place === undefined) {
      return whole?.id ?? 'other';
    }
    const around = firstOf(place);
    const inside = byName.get(name)?.find(({ country }) => country === (around?.code ?? around?.country));
    return around === undefined && byName.has(name) ? undefined : (inside?.id ?? 'other');
  };
}

function firstByForm(entries: readonly GazetteerEntry[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { id, names, short = [] } of entries) {
    for (const form of [...(names['en'] ?? []), ...short]) {
      first.set(form, first.get(form) ?? id);
    }
  }
  return first;
}

function rowsOf(
  name: string,
  { own, first, isGoal }: { readonly own: Judgement; readonly first: Judgement; readonly isGoal: boolean },
): readonly Row[] {
  const row = (
    measure: string,
    share: (of: Judgement) => number,
    [samples, goal]: readonly [number, number?],
  ): Row => ({
    measure: `links, ${name}: ${measure}`,
    value: share(own),
    unit: '%',
    samples,
    baseline: { name: 'first listed', value: share(first) },
    ...(isGoal && goal !== undefined ? { goal: `>= ${goal}`, ok: share(own) >= goal } : {}),
  });
  return [
    row('precision', ({ right, wrong, teams }) => percent(right, right + wrong - teams), [
      own.right + own.wrong - own.teams,
      97,
    ]),
    row('precision, teams called by their place wrong', ({ right, wrong }) => percent(right, right + wrong), [
      own.right + own.wrong,
    ]),
    row('recall', ({ found, known }) => percent(found, known), [own.known, 90]),
  ];
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
