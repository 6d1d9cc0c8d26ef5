import { digitSide, digitSize } from '../digit.ts';
import type { Path } from './pen.ts';
import type { Signal } from './signal.ts';

/**
 * Points on a side of a pixel at which the ink is measured; a pixel is their mean, which keeps thin lines
 * even.
 */
const grain = 2;
const fine = digitSide * grain;

const softness = 0.4;
const darkness = 5;

const at = (column: ArrayLike<number>, i: number): number => column[i];

/** Where a point of the fine grid lies, in pixels; the middle of pixel 0 is at 0. */
const place = (i: number): number => (i + 0.5) / grain - 0.5;
const firstFrom = (low: number): number => Math.max(0, Math.ceil((low + 0.5) * grain - 0.5));
const lastTo = (high: number): number => Math.min(fine - 1, Math.floor((high + 0.5) * grain - 0.5));

/** The ink laid down at every point of the fine grid, with its derivatives, point after point. */
const deposits = (path: Path): { readonly amount: Float64Array; readonly slopes: Float64Array } => {
  const n = path.x.length;
  const k = path.x.tangents;
  const amount = new Float64Array(fine * fine);
  const slopes = new Float64Array(fine * fine * k);
  const moved = new Float64Array(4 * k);
  for (let i = 0; i < n; i++) {
    const [x, y] = [at(path.x.data, i), at(path.y.data, i)];
    const [radius, length] = [at(path.radius.data, i), at(path.length.data, i)];
    const weight = (darkness * length) / (2 * radius);
    const outer = radius + softness;
    const ramp = 1 / (4 * radius * softness);
    for (let j = 0; j < k; j++) {
      const plane = (j + 1) * n + i;
      moved[j] = at(path.x.data, plane);
      moved[k + j] = at(path.y.data, plane);
      moved[2 * k + j] = at(path.radius.data, plane);
      moved[3 * k + j] = at(path.length.data, plane);
    }
    for (let row = firstFrom(y - outer); row <= lastTo(y + outer); row++) {
      for (let column = firstFrom(x - outer); column <= lastTo(x + outer); column++) {
        const dx = x - place(column);
        const dy = y - place(row);
        const inside = (outer * outer - dx * dx - dy * dy) * ramp;
        if (inside <= 0) continue;
        const u = Math.min(1, inside);
        const laid = weight * u * u * (3 - 2 * u);
        const point = row * fine + column;
        amount[point] = at(amount, point) + laid;
        if (k === 0) continue;
        const steep = inside < 1 ? weight * 6 * u * (1 - u) : 0;
        const byX = -2 * dx * ramp * steep;
        const byY = -2 * dy * ramp * steep;
        const byRadius = (2 * outer * ramp - inside / radius) * steep - laid / radius;
        const byLength = laid / length;
        for (let j = 0; j < k; j++) {
          const cell = point * k + j;
          slopes[cell] =
            at(slopes, cell) +
            byX * at(moved, j) +
            byY * at(moved, k + j) +
            byRadius * at(moved, 2 * k + j) +
            byLength * at(moved, 3 * k + j);
        }
      }
    }
  }
  return { amount, slopes };
};

/**
 * Ink in 0…1 on 28×28 pixels, row by row: each short segment of the path lays down a soft disc, and a deposit
 * a is seen as 1 − e^(−a). Smooth in the path everywhere, also where strokes cross; no minimum over segments
 * is taken.
 */
export const rasterise = (path: Path): Signal => {
  const k = path.x.tangents;
  const { amount, slopes } = deposits(path);
  const data = new Float64Array(digitSize * (k + 1));
  const share = 1 / (grain * grain);
  for (let point = 0; point < fine * fine; point++) {
    const laid = at(amount, point);
    if (laid === 0) continue;
    const pixel =
      Math.floor(Math.floor(point / fine) / grain) * digitSide + Math.floor((point % fine) / grain);
    const clear = share * Math.exp(-laid);
    data[pixel] = at(data, pixel) + share - clear;
    for (let j = 0; j < k; j++) {
      const cell = (j + 1) * digitSize + pixel;
      data[cell] = at(data, cell) + clear * at(slopes, point * k + j);
    }
  }
  return { length: digitSize, tangents: k, data };
};
