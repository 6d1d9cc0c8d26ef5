/** How many of the numbers are larger than the one at that place: 0 for the largest. */
export const rank = (values: Float32Array, place: number): number =>
  values.filter((value) => value > values[place]).length;
