/** Of so few numbers each is put in its place faster than by the built-in sort. */
const FEW = 40;

/** Sorts in place, upwards. */
export function sortNumbers(values: Float64Array | Uint32Array): void {
  if (values.length > FEW) {
    values.sort();
    return;
  }
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    let place = at;
    for (; place > 0 && (values[place - 1] ?? 0) > value; place -= 1) {
      values[place] = values[place - 1] ?? 0;
    }
    values[place] = value;
  }
}
