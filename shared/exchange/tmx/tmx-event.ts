import type { UnitEvent } from '../unit-event.ts';

/** What a TMX file says, in its order. */
export type TmxEvent =
  | UnitEvent
  | {
      readonly kind: 'header';
      /** As written; `*all*` where any language may be the source. */
      readonly srclang: string | undefined;
      readonly tool: string | undefined;
    };
