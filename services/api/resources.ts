/** What a part has opened so far: closed newest first when the block ends, unless it was moved out. */
export interface Resources extends AsyncDisposable {
  /** Takes a resource and gives it back. */
  use<Resource extends AsyncDisposable>(resource: Resource): Resource;
  /** Has something done at the end. */
  defer(close: () => Promise<void> | void): void;
  /** Hands everything to a new owner; this one is empty then. */
  move(): AsyncDisposable;
}

/** Makes an empty stack of resources (Node 20 has no `AsyncDisposableStack`). */
export function createResources(): Resources {
  let closers: (() => Promise<void> | void)[] = [];
  return {
    use(resource) {
      closers.push(async () => resource[Symbol.asyncDispose]());
      return resource;
    },
    defer(close) {
      closers.push(close);
    },
    move() {
      const moved = closers;
      closers = [];
      return { [Symbol.asyncDispose]: async () => closeAll(moved) };
    },
    [Symbol.asyncDispose]: async () => closeAll(closers),
  };
}

/** Closes newest first; one that fails does not keep the others open. */
async function closeAll(closers: readonly (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, 'Some resources could not be closed');
  }
}
