import type { Server } from 'node:http';

/**
 * Watches a server's requests, so that closing it ends at once when the last answer is out: a
 * connection on which no request was ever sent counts as busy for Node and would hold the close for
 * minutes.
 *
 * Call it before the server listens; call the answer with what closes the server.
 */
export function watchRequests(server: Server): (close: () => Promise<void>) => Promise<void> {
  let open = 0;
  let closing = false;
  const dropConnections = (): void => {
    if (closing && open === 0) {
      server.closeAllConnections();
    }
  };
  server.on('request', (_request, response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
      setImmediate(dropConnections); // the answer's last bytes are on their way first
    });
  });
  return async (close) => {
    const closed = close();
    closing = true;
    setImmediate(dropConnections);
    await closed;
  };
}
