import { latents } from '../../data/strokes/latents.ts';
import { length } from '../../lab/vec.ts';
import { columns, droppedAt, fromWidth, grid, stack, wide } from '../kit/drawing/arrange.ts';
import { drawnBy, heading, picture, type Piece, signedPixels, text } from '../kit/drawing/pieces.ts';
import { lengthText, signed } from '../kit/words/format.ts';
import type { Found, TangentNormalFrame } from './frame.ts';
import type { TangentNormalState } from './params.ts';
import { shares } from './shares.tsx';
import { describe, saying } from './words.ts';

/** A change of 1 / magnification of a pixel's range is shown in full colour. */
const magnification = 2;

const panel = (head: string, pixels: Uint8Array, lines: readonly Piece[]): Piece =>
  stack([heading(head), picture({ pixels, most: 113 }), stack(lines)], 3);

const seen = (head: string, found: Found, label: number, note: string): Piece =>
  panel(head, found.picture, [
    text(saying(found), { strong: found.says !== label }),
    droppedAt(1, text(note)),
  ]);

const lengthOf = (part: Float32Array): string => lengthText(length(Float32Array.from(part)));

const part = (head: string, change: Float32Array, then: Found | undefined, label: number): Piece =>
  panel(head, signedPixels(change, magnification), [
    text(`length ${lengthOf(change)}`),
    then === undefined
      ? text(`shown × ${magnification}`)
      : text(`alone: ${saying(then)}`, { strong: then.says !== label }),
  ]);

/** How far the attack on the manifold moved the latents that it moved most: '+20 Slant'. */
const moves = ({ steps }: TangentNormalState, { step, moved }: TangentNormalFrame): Piece => {
  const most = moved
    .map((share, i) => ({ share, name: latents[i]?.label ?? '' }))
    .filter(({ share }) => Math.abs(share) >= 0.005)
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, 6);
  return stack([
    heading('how it moved there'),
    text(step > steps ? 'in % of each range' : 'not yet attacked'),
    ...most.map(({ share, name }) => columns([wide({ ems: 2.3 }, text(signed(100 * share, 0))), text(name)])),
  ]);
};

/**
 * The digit as each attack left it; the free attack's perturbation and its two parts; how much of it lies
 * along the manifold.
 */
export default drawnBy<TangentNormalState, TangentNormalFrame>(({ state, frame }) => {
  const { label, start, anywhere, tangent, latent, nudge, along, across, withAlong, withAcross } = frame;
  const panels = [
    seen('the digit', start, label, 'as our pen writes it'),
    seen('attacked anywhere', anywhere, label, `moved by ${lengthText(anywhere.length)}`),
    seen('in the tangent plane', tangent, label, `moved by ${lengthText(tangent.length)}`),
    seen('on the manifold', latent, label, `moved by ${lengthText(latent.length)}`),
    part('the nudge', nudge, undefined, label),
    part('= along the manifold', along, withAlong, label),
    part('+ across it', across, withAcross, label),
    moves(state, frame),
  ];
  const rows = (across: number): Piece => grid(panels, { across, space: 6, rowSpace: 16 });
  return {
    title: describe(state, frame),
    content: stack([fromWidth(600, rows(4), rows(2)), droppedAt(2, shares(frame))], 16),
  };
});
