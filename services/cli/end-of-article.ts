import type { ArticleStatus } from '../../shared/api/article-status.ts';
import type { Exit } from './exit-code.ts';
import { failuresOf } from './progress-rows.ts';
import type { Terminal } from './terminal/terminal.ts';

/** How a command ends for an article in this state. */
export function exitOfState({ state }: ArticleStatus): Exit {
  switch (state) {
    case 'done':
    case 'running':
      return 'ok';
    case 'partial':
      return 'incomplete';
    case 'failed':
    case 'canceled':
    case 'superseded':
    case 'killed':
      return 'failed';
  }
}

/** Says in words why an article did not end well; silent where it did. */
export function explainState(status: ArticleStatus, { note }: Terminal): void {
  if (status.state === 'done' || status.state === 'running') {
    return;
  }
  note(`"${status.externalId}" version ${status.version} is ${status.state}.`);
  for (const failure of failuresOf(status)) {
    note(`  ${failure}`);
  }
}
