/** Numbers from 0 (inclusive) to 1, the same for the same seed (a multiplicative congruential generator). */
export function seededRandom(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}
