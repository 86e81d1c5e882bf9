import { destination, type Logger, pino } from 'pino';

/**
 * The root logger of a process: one JSON line an event on standard output, secrets left out.
 * Article text is never logged above `debug`.
 */
export function createLogger({ name, level }: { readonly name: string; readonly level: string }): Logger {
  return pino(
    {
      name,
      level,
      redact: {
        paths: ['req.headers.authorization', 'req.headers.cookie', '*.apiKey', '*.secret', '*.password'],
        censor: '[redacted]',
      },
      serializers: { err: pino.stdSerializers.err },
    },
    // Synchronous: a process that exits with a line in hand whose reader is gone would hang in it.
    destination({ dest: 1, sync: true }),
  );
}
