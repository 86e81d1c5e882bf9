import type { DashboardDeps } from '../deps.ts';
import type { View } from '../view/view.ts';
import type { EventStream } from './event-stream.ts';

/** One page that is open somewhere, and the stream that keeps it current. */
export interface OpenPage {
  readonly stream: EventStream;
  readonly deps: DashboardDeps;
  /** Whose articles the reader sees. */
  readonly tenant: string;
  /** The reader's view, at this moment. */
  readonly view: () => View;
}
