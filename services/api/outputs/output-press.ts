import type { EntityOverlay } from '../../../shared/document/entity-mention.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import type { OutputFormat } from '../../../shared/document/output-format.ts';
import type { Rendition } from '../../../shared/document/rendition.ts';
import type { RenderOptions } from '../../../workers/render/deps.ts';
import type { ServingRules, StoredRendition } from '../../../workers/render/serve-rendition.ts';

/** A stored rendition, and what is wanted of it. */
export interface PressOrder extends StoredRendition, ServingRules {
  /** Every locale of the article. */
  readonly targets: readonly Locale[];
  readonly overlay: EntityOverlay;
  readonly format: OutputFormat;
  /** Whether each target says where it came from, in the formats that can. */
  readonly showOrigins?: boolean;
}

/** What came of an order; the rendition counts what is shown. */
export interface Pressed {
  readonly body: string;
  readonly rendition: Rendition;
}

/** Writes outputs that are not kept, from what the stages found: the same order gives the same bytes. */
export type OutputPress = (order: PressOrder) => Promise<Pressed>;

/** Makes a press that reads labels, styles and writers with the first order. */
export function createOutputPress(options: RenderOptions = {}): OutputPress {
  let loading: Promise<(order: PressOrder) => Pressed> | undefined;
  return async (order) => {
    loading ??= loadPress(options);
    return (await loading)(order);
  };
}

async function loadPress(options: RenderOptions): Promise<(order: PressOrder) => Pressed> {
  const [{ createRenderDeps }, { localizeParts }, { OUTPUT_WRITERS }, { serveRendition }] = await Promise.all(
    [
      import('../../../workers/render/deps.ts'),
      import('../../../workers/render/render-parts.ts'),
      import('../../../workers/render/output-writers.ts'),
      import('../../../workers/render/serve-rendition.ts'),
    ],
  );
  const deps = await createRenderDeps(options);
  return ({ document, overlay, targets, format, isServed, fallback, showOrigins = false, ...stored }) => {
    const { filled, rendition } = serveRendition({ document, ...stored }, { isServed, fallback });
    const decided = { document, overlay, filled, rendition, targets, fallback, showOrigins };
    const parts = localizeParts(decided, deps);
    return { body: OUTPUT_WRITERS[format](parts), rendition };
  };
}
