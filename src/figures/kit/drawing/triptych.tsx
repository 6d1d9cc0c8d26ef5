import { digitSide } from '../../../data/digit.ts';
import { BeliefMark, TruthMark } from './belief-bars.tsx';
import { ems } from './ems.ts';
import { decimal } from '../words/format.ts';
import { Pixels } from './pixels.tsx';
import { changeOf, signedPicture } from './signed.ts';

/**
 * What stands under a picture: a line of words with a sign before it, or two lines with the scale of the
 * nudge's colours, on which the signs of the limit stand at ± `limit` grey levels.
 */
export type Caption =
  | {
      readonly text: string;
      readonly mark?: 'truth' | 'belief' | 'limit';
      readonly strong?: boolean;
      readonly inset?: boolean;
    }
  | { readonly limit: number };

interface Panel {
  readonly head: string;
  readonly captions: readonly Caption[];
}

export interface TriptychProps {
  readonly y: number;
  /** Left edge of each of the three pictures. */
  readonly columns: readonly [number, number, number];
  /** Width of a picture in the drawing: a whole multiple of its pixels, where there are few. */
  readonly picture: number;
  /** Rows and columns of pixels; a digit’s if not given. */
  readonly shape?: readonly [height: number, width: number];
  /** Width of what stands under a picture, and where it ends under the last one. */
  readonly room: number;
  readonly edge: number;
  readonly size: number;
  /** The picture and what became of it: 8-bit samples, one a pixel (grey) or three (red, green, blue). */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** 1 / the share of a pixel's range that is shown in full colour. */
  readonly magnification: number;
  readonly panels: readonly [Panel, Panel, Panel];
}

/** Height of a triptych of pictures that tall, with that many lines under it. */
export const triptychHeight = (picture: number, size: number, lines: number): number =>
  1.6 * size + picture + (0.35 + 1.45 * lines) * size;

/** The sign of the limit: a small triangle that points down at a place on the scale. */
const LimitMark = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path d={`M${x - 4} ${y - 7}h8L${x} ${y}Z`} fill="var(--ink)" />
);

interface ScaleProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly magnification: number;
  readonly channels: 1 | 3;
  readonly limit: number;
}

/** The colours from the largest decrease that can be told apart to the largest increase, in levels of 255. */
const Scale = ({ x, y, size, width, magnification, channels, limit }: ScaleProps) => {
  const full = 255 / magnification;
  const steps = Float32Array.from(
    { length: 33 * channels },
    (_, i) => (Math.floor(i / channels) / 16 - 1) / magnification,
  );
  const place = (level: number): number => x + (width * (1 + Math.max(-1, Math.min(1, level / full)))) / 2;
  return (
    <g fill="var(--quiet)">
      <Pixels
        pixels={signedPicture(steps, channels, magnification)}
        width={33}
        height={1}
        x={x}
        y={y - 8}
        size={width}
        tall={8}
      />
      {limit === 0 ? null : (
        <>
          <LimitMark x={place(-limit)} y={y - 7} />
          <LimitMark x={place(limit)} y={y - 7} />
        </>
      )}
      <text x={x} y={y + 1.25 * size}>
        −{decimal(full, full < 10 ? 1 : 0)}
      </text>
      <text x={x + width / 2} y={y + 1.25 * size} text-anchor="middle">
        0
      </text>
      <text x={x + width} y={y + 1.25 * size} text-anchor="end">
        +{decimal(full, full < 10 ? 1 : 0)}
      </text>
    </g>
  );
};

interface LinesProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  /** Where words that are wider than the picture have to end; without it they may run on into the gap. */
  readonly edge: number | undefined;
  readonly magnification: number;
  readonly channels: 1 | 3;
  readonly captions: readonly Caption[];
}

const Lines = ({ x, y, size, width, edge, magnification, channels, captions }: LinesProps) => (
  <>
    {captions.map((caption, i) => {
      const baseline = y + 1.45 * size * (i + 1);
      if ('limit' in caption)
        return (
          <Scale
            key={i}
            x={x}
            y={baseline}
            size={size}
            width={width}
            magnification={magnification}
            channels={channels}
            limit={caption.limit}
          />
        );
      const { text, mark, strong = false, inset = mark !== undefined } = caption;
      const start = inset ? x + 15 : x;
      const ends = edge !== undefined && start + size * ems(text) > edge;
      return (
        <g key={i}>
          {mark === 'truth' ? <TruthMark x={x + 5} y={baseline - 0.36 * size} /> : null}
          {mark === 'limit' ? <LimitMark x={x + 5} y={baseline - 0.1 * size} /> : null}
          {mark === 'belief' ? <BeliefMark x={x + 5} y={baseline - 0.36 * size} /> : null}
          <text
            x={ends ? edge : start}
            y={baseline}
            text-anchor={ends ? 'end' : 'start'}
            fill={strong ? 'var(--ink)' : 'var(--quiet)'}
            font-weight={strong ? 600 : 400}
          >
            {text}
          </text>
        </g>
      );
    })}
  </>
);

/**
 * Picture + nudge = what the net sees now, pictures of any size, grey or in colour; the nudge is magnified
 * around mid-grey, in two colours for grey pictures and channel by channel for coloured ones.
 */
export const Triptych = (props: TriptychProps) => {
  const {
    y,
    columns,
    picture,
    shape = [digitSide, digitSide],
    room,
    edge,
    size,
    from,
    to,
    magnification,
    panels,
  } = props;
  const [height, width] = shape;
  const channels = from.length === height * width ? 1 : 3;
  const tall = (picture * height) / width;
  const top = y + 1.6 * size;
  const middle = top + tall / 2;
  const contents = [from, signedPicture(changeOf(to, from), channels, magnification), to];
  const gap = columns[1] - columns[0] - picture;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      {columns.map((x, i) => {
        const panel = panels[i];
        const pixels = contents[i];
        if (panel === undefined || pixels === undefined) return null;
        return (
          <g key={i}>
            <text x={x} y={y + size} font-weight={600} fill="var(--ink)">
              {panel.head}
            </text>
            <Pixels pixels={pixels} width={width} height={height} x={x} y={top} size={picture} />
            <Lines
              x={x}
              y={top + tall + 0.35 * size}
              size={size}
              width={room}
              edge={i === 2 ? edge : undefined}
              magnification={magnification}
              channels={channels}
              captions={panel.captions}
            />
            {i === 0 ? null : (
              <text x={x - gap / 2} y={middle + 7} font-size={19} text-anchor="middle" fill="var(--quiet)">
                {i === 1 ? '+' : '='}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};
