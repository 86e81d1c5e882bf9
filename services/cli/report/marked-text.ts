import type { Document } from '../../../shared/document/document.ts';
import type { EntityOverlay, Mention } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Prints the article with every mention in brackets, its type and the number of its entity beside it:
 * `[Port Bell LOC 7]`. Colour adds nothing that the brackets do not say.
 */
export function printMarkedText(document: Document, overlay: EntityOverlay, terminal: Terminal): void {
  const { print } = terminal;
  const segments = new Map(document.segments.map((segment) => [segment.id, segment]));
  const mentions = groupBy(overlay.mentions, ({ segmentId }) => segmentId);
  const labels = new Map(overlay.entities.map(({ id, type }, index) => [id, `${type} ${index + 1}`]));
  for (const { segmentIds } of document.blocks) {
    const texts = segmentIds.flatMap((id) => {
      const segment = segments.get(id);
      return segment === undefined
        ? []
        : [segment.joinBefore + markedText(segment.text, mentions.get(id) ?? [], { labels, terminal })];
    });
    print(visible(texts.join('').trim()));
    print();
  }
}

interface Marks {
  readonly labels: ReadonlyMap<string, string>;
  readonly terminal: Terminal;
}

function markedText(
  text: string,
  mentions: readonly Mention[],
  { labels, terminal: { style } }: Marks,
): string {
  let at = 0;
  const parts = mentions.map(({ span, text: name, entityId }) => {
    const before = text.slice(at, span.start);
    at = span.end;
    return `${before}${style.dim('[')}${style.good(name)} ${style.dim(`${labels.get(entityId) ?? '?'}]`)}`;
  });
  return parts.join('') + text.slice(at);
}

/** Images and line breaks inside a text, in words. */
function visible(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('\u{fffc}', '[image]');
}
