import { atMost, centred, grid, stack } from '../kit/drawing/arrange.ts';
import { type Piece, plot, text } from '../kit/drawing/pieces.ts';

/** How six wild cats differ from one another, in a drawing of a cat's head 100 units wide. */
interface Kind {
  readonly name: string;
  readonly fur: string;
  readonly marks: string;
  /** Half the width of the head, and how far out and up the ears reach. */
  readonly width: number;
  readonly ear: readonly [out: number, up: number];
  readonly tufts?: boolean;
  readonly ruff?: boolean;
  readonly stripes?: readonly string[];
  readonly spots?: readonly (readonly [x: number, y: number, r: number])[];
}

const brow = ['M50 20v16', 'M42 21q-1 8 1 14', 'M58 21q1 8 -1 14'];
const cheeks = ['M16 56q8 1 13 5', 'M17 66q7 -1 12 0', 'M84 56q-8 1 -13 5', 'M83 66q-7 -1 -12 0'];
const freckles = (r: number, ...places: readonly (readonly [x: number, y: number])[]) =>
  places.flatMap(([x, y]) => [[x, y, r] as const, [100 - x, y, r] as const]);

/** Six cats, none of which lives in houses. */
const wildCats: readonly Kind[] = [
  {
    name: 'wildcat',
    fur: '#a8957c',
    marks: '#4d4033',
    width: 33,
    ear: [27, 8],
    stripes: [...brow, ...cheeks],
  },
  { name: 'sand cat', fur: '#d9c097', marks: '#9a7b4f', width: 37, ear: [38, 17], stripes: cheeks },
  {
    name: 'leopard cat',
    fur: '#c9a66b',
    marks: '#3f3024',
    width: 30,
    ear: [24, 6],
    stripes: brow,
    spots: freckles(2.6, [24, 48], [28, 62], [36, 74], [22, 57]),
  },
  {
    name: 'manul',
    fur: '#b3aa9c',
    marks: '#6a6258',
    width: 41,
    ear: [36, 25],
    ruff: true,
    stripes: cheeks.slice(0, 2),
  },
  { name: 'caracal', fur: '#c48a5a', marks: '#3a2a20', width: 29, ear: [22, 2], tufts: true },
  {
    name: 'black-footed cat',
    fur: '#c3b292',
    marks: '#2e2822',
    width: 31,
    ear: [27, 12],
    stripes: brow.slice(0, 1),
    spots: freckles(3.2, [25, 46], [30, 58], [24, 66], [38, 24]),
  },
];

/** A cat's head in a square that wide. */
const Head = ({ kind, size }: { readonly kind: Kind; readonly size: number }) => {
  const { fur, marks, width, ear, tufts = false, ruff = false, stripes = [], spots = [] } = kind;
  const [out, up] = ear;
  const line = { fill: 'none', stroke: marks, 'stroke-width': 2.4, 'stroke-linecap': 'round' } as const;
  return (
    <g transform={`scale(${size / 100})`}>
      {[-1, 1].map((side) => (
        <g key={side}>
          <path
            d={`M${50 + side * (width - 4)} 48L${50 + side * out} ${up}L${50 + side * 8} 28Z`}
            fill={fur}
            stroke={marks}
            stroke-width={1.6}
            stroke-linejoin="round"
          />
          {tufts ? (
            <path d={`M${50 + side * out} ${up + 2}q${side * 3} -8 ${side * 1} -12`} {...line} />
          ) : null}
          {ruff ? (
            <path
              d={`M${50 + side * (width - 6)} 74l${side * 12} 10l${-side * 14} 0z`}
              fill={fur}
              stroke={marks}
              stroke-width={1.4}
            />
          ) : null}
        </g>
      ))}
      <ellipse cx={50} cy={56} rx={width} ry={33} fill={fur} stroke={marks} stroke-width={1.6} />
      {stripes.map((d) => (
        <path key={d} d={d} {...line} />
      ))}
      {spots.map(([cx, cy, r]) => (
        <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r={r} fill={marks} />
      ))}
      <ellipse cx={50} cy={72} rx={14} ry={10} fill="#f4ead8" />
      {[-1, 1].map((side) => (
        <g key={side}>
          <ellipse
            cx={50 + side * 14}
            cy={52}
            rx={6}
            ry={5.4}
            fill="#d8c34a"
            stroke="#26201a"
            stroke-width={1.4}
          />
          <ellipse cx={50 + side * 14} cy={52} rx={1.6} ry={4.8} fill="#26201a" />
          <path
            d={`M${50 + side * 8} 74h${side * 24}M${50 + side * 8} 77l${side * 23} 5`}
            stroke="#6a6258"
            stroke-width={0.9}
            fill="none"
          />
        </g>
      ))}
      <path d="M45.5 65h9l-4.5 5z" fill="#8c4b43" />
      <path
        d="M50 70v4q-4 4 -8 1M50 74q4 4 8 1"
        fill="none"
        stroke="#26201a"
        stroke-width={1.5}
        stroke-linecap="round"
      />
    </g>
  );
};

/** Six heads, numbered; with their names once there is nothing left to guess. */
export const cats = (named: boolean): Piece =>
  grid(
    wildCats.map((kind, i) =>
      stack([
        centred(
          atMost(
            70,
            plot('cat', { ofWidth: 1 }, ({ width }) => <Head kind={kind} size={width} />),
          ),
        ),
        text(named ? kind.name : `cat ${i + 1}`, { align: 'middle', tone: 'ink' }),
      ]),
    ),
    { across: 3, rowSpace: 17 },
  );
