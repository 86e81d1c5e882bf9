import type { Session } from '../security/session.ts';
import type { Interface } from './interface.ts';

/** What every page and fragment needs to know of its reader. */
export interface View extends Interface {
  /** Absent on the login page. */
  readonly session: Session | undefined;
  /** Path and query of the page, for links that come back to it. */
  readonly url: string;
  /** Milliseconds since the epoch; one page shows one moment. */
  readonly now: number;
  readonly languages: readonly string[];
}

/** Whether the reader may act, not only look. */
export function canAct(view: View): boolean {
  return view.session?.role === 'operator';
}
