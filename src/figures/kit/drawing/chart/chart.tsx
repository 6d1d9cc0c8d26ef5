import type { Quantity } from './quantity.ts';

/** A chart's place in a drawing and what its sides mean. */
export interface ChartProps {
  /** Left edge of all of it, and the top of its heading. */
  readonly x: number;
  readonly y: number;
  /** Width of all of it; height of the field between the axes. */
  readonly width: number;
  readonly height: number;
  /** Size of its text. */
  readonly size: number;
  readonly across: Quantity;
  readonly up: Quantity;
  /** Room to the right of the field, for labels at the ends of lines; in units of the text's size. */
  readonly room?: number;
}

/** Where a chart's field lies and where values stand in it. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /**
   * Room right of it for the names of lines, in pixels: longer names break. Names are as long as they are
   * unless given.
   */
  readonly labels?: number;
  px(value: number): number;
  py(value: number): number;
}

/** Height of all of a chart whose field is that high. */
export const chartHeight = (height: number, size: number): number => height + 5.1 * size;

/** Lays out a chart: what is drawn into it asks here where it stands. */
export const fieldOf = ({ x, y, width, height, size, across, up, room = 0.6 }: ChartProps): Field => {
  const letters = Math.max(1, ...up.ticks.map(({ text }) => text.length));
  const [left, right] = [x + (0.62 * letters + 0.7) * size, x + width - room * size];
  const [top, bottom] = [y + 2.2 * size, y + 2.2 * size + height];
  return {
    left,
    right,
    top,
    bottom,
    size,
    px: (value) => left + across.place(value) * (right - left),
    py: (value) => bottom - up.place(value) * (bottom - top),
  };
};

/** The axes of a chart with their names and units; what it shows is drawn inside it by its children. */
export const Axes = (props: ChartProps) => {
  const { x, y, width, size, across, up } = props;
  const { left, right, top, bottom, px, py } = fieldOf(props);
  const foot = bottom + 1.35 * size;
  return (
    <g font-size={size} fill="var(--quiet)" style="font-variant-numeric: tabular-nums">
      <text x={x} y={y + size} font-weight={600} fill="var(--ink)">
        {up.name}
      </text>
      {up.ticks.map(({ value, text }) => (
        <g key={text}>
          <path d={`M${left} ${py(value)}H${right}`} stroke="var(--rule)" />
          <text x={left - 0.5 * size} y={py(value) + 0.36 * size} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <path d={`M${left} ${top}V${bottom}H${right}`} fill="none" stroke="var(--edge)" />
      {across.ticks.map(({ value, text }) => (
        <g key={text}>
          <path d={`M${px(value)} ${bottom}v4`} stroke="var(--edge)" />
          <text x={px(value)} y={foot} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      <text x={x + width / 2 + (left - x) / 2} y={foot + 1.4 * size} text-anchor="middle">
        {across.name}
      </text>
    </g>
  );
};
