/** The values used last, at most so many: the one used longest ago goes first. */
export interface RecentValues<Value> {
  get(id: string): Value | undefined;
  set(id: string, value: Value): void;
}

export function createRecentValues<Value>(limit: number): RecentValues<Value> {
  const values = new Map<string, Value>();
  return {
    get: (id) => {
      const value = values.get(id);
      if (value !== undefined) {
        values.delete(id);
        values.set(id, value);
      }
      return value;
    },
    set: (id, value) => {
      values.delete(id);
      values.set(id, value);
      const oldest = values.keys().next();
      if (values.size > limit && oldest.done !== true) {
        values.delete(oldest.value);
      }
    },
  };
}
