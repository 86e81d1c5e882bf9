/** What happens while a service starts, runs and stops; the launcher tells, the caller shows. */
export type ServiceEvent =
  /** A step in words. */
  | { readonly kind: 'step'; readonly text: string }
  | { readonly kind: 'ready'; readonly name: string; readonly url?: string; readonly ms: number }
  /** A process ended by itself; it is started again after the pause. */
  | {
      readonly kind: 'crashed';
      readonly name: string;
      readonly how: string;
      readonly logFile: string;
      readonly pauseMs: number;
    }
  /** A line of a process' log at `warn` or above. */
  | {
      readonly kind: 'log';
      readonly name: string;
      readonly level: 'warn' | 'error';
      readonly message: string;
    }
  | { readonly kind: 'stopped'; readonly name: string; readonly forced: boolean };

export type ServiceListener = (event: ServiceEvent) => void;

/** An event as one line for a person. */
export function describeEvent(event: ServiceEvent): string {
  switch (event.kind) {
    case 'step':
      return event.text;
    case 'ready':
      return `${event.name}: ready after ${Math.round(event.ms)} ms${event.url === undefined ? '' : ` at ${event.url}`}`;
    case 'crashed':
      return `${event.name}: ${event.how}; starting it again in ${event.pauseMs} ms (log: ${event.logFile})`;
    case 'log':
      return `${event.name}: ${event.level}: ${event.message}`;
    case 'stopped':
      return event.forced ? `${event.name}: killed, since it did not stop in time` : `${event.name}: stopped`;
  }
}
