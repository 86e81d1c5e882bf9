import type { FigureNode } from '../../../shared/document/figure-node.ts';
import type { Association, Described, NinjsItem, Rendition } from './ninjs-item.ts';

export interface NinjsPictures {
  readonly before: readonly FigureNode[];
  readonly after: readonly FigureNode[];
}

const FEATURED = /^(?:feature-?media|main-?image|main-?picture|main|lead)/iu;
/** Parts of the text, in Superdesk: the text holds their figures. */
const EMBEDDED = /^editor_\d+/u;

/** The pictures that come with an item and that its text does not show, by where they belong. */
export function ninjsPictures(item: NinjsItem, shown: ReadonlySet<string>): NinjsPictures {
  const named = Object.entries(item.associations ?? {}).flatMap(([key, association]) =>
    association === null ? [] : [{ name: association.name ?? key, association }],
  );
  const pictures = named.filter(
    ({ name, association }) =>
      /^(?:picture|graphic|image)$/u.test(association.type ?? '') &&
      !renditionsOf(association).some(({ href }) => href !== undefined && shown.has(href)) &&
      !(EMBEDDED.test(name) && shown.size > 0),
  );
  const figures = (wanted: boolean): FigureNode[] =>
    pictures
      .filter(({ name }) => FEATURED.test(name) === wanted)
      .flatMap(({ association }) => figureOf(association));
  return { before: figures(true), after: figures(false) };
}

function figureOf(association: Association): FigureNode[] {
  const url = largestOf(renditionsOf(association));
  const caption =
    association.description_text ??
    mainOf(association.descriptions, /caption|summary|main/iu) ??
    association.headline ??
    mainOf(association.headlines, /main|headline/iu);
  const credit =
    association.creditline ?? association.byline ?? association.by ?? association.copyrightholder;
  if (url === undefined && caption === undefined) {
    return [];
  }
  return [
    {
      type: 'figure',
      ...(url === undefined ? {} : { url }),
      ...(association.alt_text === undefined ? {} : { alt: association.alt_text }),
      ...(credit === undefined || credit.trim() === ''
        ? {}
        : { credit: { role: association.type === 'graphic' ? 'graphic' : 'photo', name: credit.trim() } }),
      children:
        caption === undefined ? [] : [{ type: 'text', value: caption.replaceAll(/<[^>]*>/gu, ' ').trim() }],
    },
  ];
}

function mainOf(list: readonly Described[] | undefined, role: RegExp): string | undefined {
  return (list?.find((entry) => role.test(entry.role ?? '')) ?? list?.[0])?.value;
}

function renditionsOf(association: Association): Rendition[] {
  return Object.entries(association.renditions ?? {}).flatMap(([name, rendition]) =>
    rendition === null ? [] : [{ ...rendition, name: rendition.name ?? name }],
  );
}

/** By width; where none is known, by the usual names. */
function largestOf(renditions: readonly Rendition[]): string | undefined {
  const order = ['original', 'baseImage', 'viewImage', 'preview', 'thumbnail'];
  const rank = ({ name = '' }: Rendition): number =>
    order.includes(name) ? order.length - order.indexOf(name) : 0;
  return renditions
    .filter(
      ({ href, mimetype, contenttype }) =>
        href !== undefined && /^image\/|^$/u.test(mimetype ?? contenttype ?? ''),
    )
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0) || rank(b) - rank(a))[0]?.href;
}
