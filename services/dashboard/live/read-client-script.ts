import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../config/project-root.ts';

/** The compiled `client/live.ts`; undefined where there is no build. Read once, at the start. */
export function readClientScript(): string | undefined {
  const path = join(PROJECT_ROOT, 'dist', 'services', 'dashboard', 'client', 'live.js');
  return existsSync(path)
    ? readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL.*$/mu, '')
    : undefined;
}
