/** How many of `items`, sorted so that those for which `isBefore` holds stand first, these are. */
export function countBefore<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
