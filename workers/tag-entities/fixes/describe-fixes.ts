import type { EntityOverlay } from '../../../shared/document/entity-mention.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import type { DocumentView } from '../document-view.ts';
import type { PlacedFix } from './place-fixes.ts';
import type { SettledFix } from './settle-fixes.ts';

/**
 * Puts on the overlay where each fix holds, and a diagnostic for each that no longer fits anything. What
 * a fix links has the type that it says at all its mentions.
 */
export function describeFixes(
  overlay: EntityOverlay,
  view: DocumentView,
  { fixes, places }: { readonly fixes: readonly SettledFix[]; readonly places: readonly PlacedFix[] },
): EntityOverlay {
  if (fixes.length === 0) {
    return overlay;
  }
  const applied = fixes.map((settled) => ({
    key: settled.fix.key,
    places: places
      .filter((place) => place.settled === settled)
      .toSorted((a, b) => a.segment - b.segment || a.start - b.start)
      .map(({ segment, start, end }) => ({
        segmentId: view.segments[segment]?.id ?? '',
        span: { start, end },
      })),
  }));
  const lost = fixes.filter((_settled, index) => applied[index]?.places.length === 0);
  const diagnostics = [...(overlay.diagnostics ?? []), ...lost.map(({ fix }) => unmatched(fix.place.text))];
  return {
    ...overlay,
    entities: withFixedTypes(overlay.entities, fixes),
    fixes: applied,
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
  };
}

function withFixedTypes(
  entities: EntityOverlay['entities'],
  fixes: readonly SettledFix[],
): EntityOverlay['entities'] {
  const types = new Map(
    fixes.flatMap(({ fix: { verdict } }) =>
      verdict.kind === 'mention' && verdict.link !== undefined ? [[verdict.link, verdict.type] as const] : [],
    ),
  );
  return entities.map((entity) => ({ ...entity, type: types.get(entity.id) ?? entity.type }));
}

function unmatched(text: string): Diagnostic {
  return {
    code: 'fix-unmatched',
    severity: 'info',
    message: `What an editor decided about "${text}" fits no place of this version: the text around it has changed, or another decision concerns the same words`,
  };
}
