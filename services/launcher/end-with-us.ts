import { spawn } from 'node:child_process';

/**
 * Ends process `pid` when this process ends, by whatever cause: a shell waits on a pipe that only we
 * hold open, since no handler of ours runs when we are killed. Calling the answer ends the watch.
 */
export function endWithUs(pid: number, signal: 'TERM' | 'KILL'): () => void {
  const watch = spawn('sh', ['-c', `read -r line; kill -${signal} "$0"`, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.once('error', () => undefined); // no shell: then a killed launcher leaves its child, which is all it can lose
  watch.unref();
  return () => {
    watch.kill('SIGKILL');
  };
}
