import { envToConfig } from '../../config/config.ts';
import { readEnv } from '../../config/env.ts';
import { runProcess } from '../../shared/process/run.ts';
import { startDashboard } from './server.ts';

await runProcess({ name: 'dashboard', readConfig: () => envToConfig(readEnv()), start: startDashboard });
