const isPaper = (pixels: Uint8Array, place: number): boolean =>
  [0, 1, 2].every((c) => pixels[3 * place + c] > 250);

/**
 * Which places of a drawing (side × side × 3) its thing covers: all but the white that is joined to the
 * border. One byte each, 1 or 0.
 */
export const silhouette = (pixels: Uint8Array, side: number): Uint8Array => {
  const covered = new Uint8Array(side * side).fill(1);
  const open: number[] = [];
  const visit = (x: number, y: number): void => {
    const place = y * side + x;
    if (x < 0 || y < 0 || x >= side || y >= side || covered[place] === 0 || !isPaper(pixels, place)) return;
    covered[place] = 0;
    open.push(place);
  };
  for (let i = 0; i < side; i++) {
    visit(i, 0);
    visit(i, side - 1);
    visit(0, i);
    visit(side - 1, i);
  }
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const [x, y] = [place % side, Math.floor(place / side)];
    visit(x + 1, y);
    visit(x - 1, y);
    visit(x, y + 1);
    visit(x, y - 1);
  }
  return covered;
};

/** A shape filled with another picture of the same size, on white paper. */
export const filled = (shape: Uint8Array, filling: Uint8Array): Uint8Array =>
  filling.map((value, i) => (shape[Math.floor(i / 3)] === 1 ? value : 255));

/** A drawing of one colour all over its shape: the mean of those it had. */
export const flat = (pixels: Uint8Array, shape: Uint8Array): Uint8Array => {
  const sums = [0, 0, 0];
  let count = 0;
  shape.forEach((inside, place) => {
    if (inside === 0) return;
    count++;
    for (let c = 0; c < 3; c++) sums[c] += pixels[3 * place + c];
  });
  const mean = sums.map((sum) => Math.round(sum / Math.max(1, count)));
  return filled(
    shape,
    pixels.map((_, i) => mean[i % 3]),
  );
};
