/** Compiles the sources into dist/ where one has changed; throws with the compiler's findings. */
export function buildSources(root: string, say: (text: string) => void): Promise<void>;
