import type { Element, ElementContent } from 'hast';
import type { Root } from 'mdast';
import { type Handlers, type Options, type State, toHast } from 'mdast-util-to-hast';
import type { FigureNode } from '../../shared/document/figure-node.ts';
import { directionOf, isLocale } from '../../shared/document/locale.ts';
import type { ProtectedNode, SpanNode } from '../../shared/document/span-node.ts';
import { alignCells } from './align-cells.ts';
import { creditAround } from './credit-line.ts';
import { element } from './element.ts';
import { liftSourceRuns } from './lift-source-runs.ts';
import { hasFootnotes, lightToHast } from './light-to-hast.ts';
import type { LocaleKit } from './locale-kit.ts';
import type { OmissionNode } from './omission-node.ts';
import type { AdditionNode } from './source-forms/addition.ts';
import type { SourceRunNode } from './source-run-node.ts';
import type { TargetRunNode } from './target-run-node.ts';

export interface HastContext {
  readonly kit: LocaleKit;
  /** The locale's form of a name in a credit. */
  readonly localNameOf: (name: string) => string;
  /** Texts of alternatives that are shown in the source language, with that language. */
  readonly sourceAlternatives: ReadonlyMap<string, string>;
}

/**
 * Turns the article's mdast into HTML nodes: figures with caption and credit, sentences in the
 * source language with `lang`, `dir` and `data-origin`, on the block where all of it is.
 */
export function articleToHast(root: Root, context: HastContext): ElementContent[] {
  const { kit } = context;
  const options: Options = {
    clobberPrefix: 'note-',
    footnoteLabel: kit.labels.text('footnotes', {}),
    footnoteBackLabel: (reference) =>
      kit.labels.text('backToReference', { number: kit.formatNumber(reference + 1) }),
    handlers: handlersOf(context),
  };
  const content = hasFootnotes(root) ? fullToHast(root, options) : lightToHast(root, options);
  alignCells(content);
  liftSourceRuns(content, kit.direction);
  return content;
}

function fullToHast(root: Root, options: Options): ElementContent[] {
  const hast = toHast(root, options);
  const children = hast.type === 'root' ? hast.children : [hast];
  return children.flatMap((child) => (child.type === 'doctype' ? [] : [child]));
}

function handlersOf(context: HastContext): Handlers {
  return {
    figure: (state: State, node: FigureNode) => figureToHast(state, node, context),
    sourceRun: (state: State, node: SourceRunNode) =>
      element('span', { lang: node.locale, dir: node.direction, dataOrigin: 'source' }, state.all(node)),
    span: (state: State, node: SpanNode) => spanToHast(state, node),
    targetRun: (state: State, node: TargetRunNode) =>
      element('span', { dataOrigin: node.origin, dataReview: node.review }, state.all(node)),
    addition: (state: State, node: AdditionNode) =>
      element('span', { dataOrigin: 'house-style' }, state.all(node)),
    omission: (_: State, { value }: OmissionNode) => element('span', { dataOrigin: 'omitted' }, [value]),
    protected: (_: State, { value }: ProtectedNode) => element('span', { translate: 'no' }, [value]),
    image: (_: State, { url, alt, title }: { url: string; alt?: string | null; title?: string | null }) =>
      picture(url, { alt: alt ?? '', title: title ?? undefined }, context),
  };
}

function spanToHast(state: State, node: SpanNode): Element {
  const { tag, lang, dir = directionOfTag(lang), dateTime, title } = node;
  return element(tag, { lang, dir, dateTime, title }, state.all(node));
}

function directionOfTag(lang: string | undefined): 'ltr' | 'rtl' | undefined {
  return isLocale(lang) ? directionOf(lang) : undefined;
}

function figureToHast(state: State, node: FigureNode, context: HastContext): Element | undefined {
  const caption = captionOf(state, node, context);
  if (node.url === undefined && caption === undefined) {
    return undefined; // the picture was lost and nothing was said of it
  }
  return element('figure', {}, [
    node.url === undefined ? undefined : picture(node.url, { alt: node.alt ?? '' }, context),
    caption,
  ]);
}

function captionOf(state: State, node: FigureNode, { kit, localNameOf }: HastContext): Element | undefined {
  const words = state.all(node);
  if (node.credit === undefined) {
    return words.length === 0 ? undefined : element('figcaption', {}, words);
  }
  const [before, after] = creditAround(node.credit, kit);
  const name = element('bdi', { translate: 'no' }, [localNameOf(node.credit.name)]);
  const credit = element('small', { className: ['credit'] }, [before, name, after]);
  return element('figcaption', {}, [...words, words.length === 0 ? undefined : ' ', credit]);
}

function picture(
  src: string,
  { alt, title }: { readonly alt: string; readonly title?: string | undefined },
  { sourceAlternatives }: HastContext,
): Element {
  const lang = sourceAlternatives.get(alt) ?? sourceAlternatives.get(title ?? '');
  return element('img', { src, alt, title, lang, loading: 'lazy', decoding: 'async' });
}
