import { pino } from 'pino';
import { type Config, envToConfig } from '../../config/config.ts';
import { readEnv } from '../../config/env.ts';
import { startDashboard } from '../../services/dashboard/server.ts';
import { createMetrics } from '../../shared/telemetry/metrics.ts';

/** Opens every door of the test's dashboard as an operator. */
export const OPERATOR_KEY = 'operator-key-of-the-test';

/** Starts the dashboard on a free port of this machine. */
export async function startTestDashboard(
  redisUrl: string,
): Promise<AsyncDisposable & { readonly url: string }> {
  const config: Config = {
    ...envToConfig(readEnv({})),
    redisUrl,
    dashboardPort: 0,
    bootstrapKey: OPERATOR_KEY,
  };
  const running = await startDashboard({ config, log: pino({ level: 'silent' }), metrics: createMetrics() });
  return {
    url: running.url ?? '',
    [Symbol.asyncDispose]: async () => running[Symbol.asyncDispose](),
  };
}
