import { envToConfig } from '../../config/config.ts';
import { readEnv } from '../../config/env.ts';
import { runProcess } from '../../shared/process/run.ts';
import { startApi } from './server.ts';

await runProcess({ name: 'api', readConfig: () => envToConfig(readEnv()), start: startApi });
