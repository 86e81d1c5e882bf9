import { envToConfig } from '../../config/config.ts';
import { readEnv } from '../../config/env.ts';
import { runProcess } from '../../shared/process/run.ts';
import { startWorker } from './worker.ts';

await runProcess({ name: 'maintain', readConfig: () => envToConfig(readEnv()), start: startWorker });
