import type { View } from '../kit/contract/figure.ts';
import { fixed, signed } from '../kit/words/format.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { signedPixels } from '../kit/drawing/signed.ts';
import { length } from '../../lab/vec.ts';
import { latents } from '../../data/strokes/latents.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import type { Found, TangentNormalFrame } from './frame.ts';
import type { TangentNormalState } from './params.ts';
import { Shares } from './shares.tsx';
import { describe, saying } from './words.ts';

const layouts = {
  wide: { width: 720, size: 13, columns: [0, 176, 352, 528], picture: 112 },
  narrow: { width: 340, size: 13, columns: [1, 160], picture: 112 },
} as const;

/** A change of 1 / magnification of a pixel's range is shown in full colour. */
const magnification = 2;

interface Panel {
  readonly head: string;
  readonly pixels: Uint8Array;
  readonly lines: readonly { readonly text: string; readonly strong?: boolean }[];
}

const seen = (head: string, found: Found, label: number, note: string): Panel => ({
  head,
  pixels: found.picture,
  lines: [{ text: saying(found), strong: found.says !== label }, { text: note }],
});

const lengthOf = (part: Float32Array): string => fixed(length(Float32Array.from(part)), 2);

const part = (head: string, change: Float32Array, then: Found | undefined, label: number): Panel => ({
  head,
  pixels: signedPixels(change, magnification),
  lines: [
    { text: `length ${lengthOf(change)}` },
    then === undefined
      ? { text: `shown × ${magnification}` }
      : { text: `alone: ${saying(then)}`, strong: then.says !== label },
  ],
});

/** The latents that the attack on the manifold moved most, as lines: '+20 Slant'. */
const mostMoved = (moved: readonly number[]): readonly string[] =>
  moved
    .map((share, i) => ({ share, name: latents[i]?.label ?? '' }))
    .filter(({ share }) => Math.abs(share) >= 0.005)
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, 6)
    .map(({ share, name }) => `${signed(100 * share, 0)} ${name}`);

/** The digit as each attack left it; the free attack's perturbation and its two parts; how much of it lies along the manifold. */
const TangentNormal: View<TangentNormalState, TangentNormalFrame> = ({ state, frame, layout, id }) => {
  const { width, size, columns, picture } = layouts[layout];
  const { label, start, anywhere, tangent, latent, nudge, along, across, withAlong, withAcross } = frame;
  const pictures = [
    seen('the digit', start, label, 'as our pen writes it'),
    seen('attacked anywhere', anywhere, label, `moved by ${fixed(anywhere.length, 1)}`),
    seen('in the tangent plane', tangent, label, `moved by ${fixed(tangent.length, 1)}`),
    seen('on the manifold', latent, label, `moved by ${fixed(latent.length, 1)}`),
  ];
  const parts = [
    part('the nudge', nudge, undefined, label),
    part('= along the manifold', along, withAlong, label),
    part('+ across it', across, withAcross, label),
  ];
  const pitch = picture + 6.4 * size;
  const panels = [...pictures, ...parts];
  const place = (i: number): readonly [x: number, y: number] => [
    columns[i % columns.length] ?? 0,
    Math.floor(i / columns.length) * pitch,
  ];
  const bars = layout === 'wide' ? { x: 0, y: 2 * pitch, width } : { x: 1, y: 4 * pitch, width: width - 2 };
  return (
    <Svg
      id={id}
      width={width}
      height={bars.y + Shares.height(size)}
      air={0}
      title={describe(state, frame)}
      fontSize={size}
    >
      {panels.map(({ head, pixels, lines }, i) => {
        const [x, y] = place(i);
        return (
          <g key={head}>
            <text x={x} y={y + size} font-weight={600}>
              {head}
            </text>
            <Pixels pixels={pixels} width={28} height={28} x={x + 0.5} y={y + 1.6 * size} size={picture} />
            {lines.map(({ text, strong = false }, at) => (
              <text
                key={text}
                x={x}
                y={y + 1.6 * size + picture + (1.4 + 1.4 * at) * size}
                fill={strong ? 'var(--ink)' : 'var(--quiet)'}
                font-weight={strong ? 600 : 400}
              >
                {text}
              </text>
            ))}
          </g>
        );
      })}
      <g>
        <text x={place(7)[0]} y={place(7)[1] + size} font-weight={600}>
          how it moved there
        </text>
        <text x={place(7)[0]} y={place(7)[1] + 2.6 * size} fill="var(--quiet)">
          {frame.step > state.steps ? 'in % of each range' : 'not yet attacked'}
        </text>
        {mostMoved(frame.moved).map((text, i) => (
          <text key={text} x={place(7)[0]} y={place(7)[1] + (4.2 + 1.4 * i) * size} fill="var(--quiet)">
            {text}
          </text>
        ))}
      </g>
      <Shares {...bars} size={size} frame={frame} narrow={layout === 'narrow'} />
    </Svg>
  );
};

export default TangentNormal;
