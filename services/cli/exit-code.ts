/** How a command can end; scripts rely on the numbers. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: 'everything was done' },
  failed: { code: 1, meaning: 'the operation failed; the reason was printed' },
  usage: { code: 2, meaning: 'the command line is not understood' },
  incomplete: { code: 3, meaning: 'done in part: a locale failed, or an output is not ready' },
  unreachable: { code: 4, meaning: 'the service cannot be reached, or cannot accept work now' },
  conflict: { code: 5, meaning: 'the version exists with other content, or a newer one is there' },
  refused: { code: 6, meaning: 'the API key is missing, wrong, or lacks the scope' },
  notFound: { code: 7, meaning: 'no such article, version or locale' },
  interrupted: { code: 130, meaning: 'stopped with Ctrl+C' },
} as const;

export type Exit = keyof typeof EXIT_CODES;
