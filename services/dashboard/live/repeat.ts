import type { OpenPage } from './open-page.ts';

/** Runs `work` now and every `everyMs` until the page is closed; a run that fails waits for the next. */
export async function repeat(
  { stream, deps }: OpenPage,
  everyMs: number,
  work: () => Promise<void>,
): Promise<void> {
  let running = false;
  const run = async (): Promise<void> => {
    if (running) {
      return;
    }
    running = true;
    try {
      await work();
    } catch (error) {
      deps.log.debug({ err: error }, 'page could not be refreshed');
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => {
    void run();
  }, everyMs).unref();
  stream.onEnd(() => clearInterval(timer));
  await run();
}
