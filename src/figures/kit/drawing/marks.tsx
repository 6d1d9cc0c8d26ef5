export interface At {
  readonly x: number;
  readonly y: number;
}

/** The sign of what a person says: an open ring. */
export const TruthMark = ({ x, y }: At) => (
  <circle cx={x} cy={y} r={4.5} fill="none" stroke="var(--truth)" stroke-width={1.75} />
);

/** The sign of what the net says: a dot, small enough to stand inside the ring where both say the same. */
export const BeliefMark = ({ x, y }: At) => <circle cx={x} cy={y} r={2.75} fill="var(--belief)" />;

/** The sign of what is wanted: an open triangle, wide enough for the dot where it is reached. */
export const TargetMark = ({ x, y }: At) => (
  <path
    d={`M${x - 5} ${y - 5.5}V${y + 5.5}L${x + 6.5} ${y}Z`}
    fill="none"
    stroke="var(--ink)"
    stroke-width={1.25}
    stroke-linejoin="round"
  />
);

/** The sign of the limit, in the middle of a line of words: a small triangle that points down. */
export const LimitMark = ({ x, y }: At) => (
  <path d={`M${x - 4} ${y - 3.5}h8L${x} ${y + 3.5}Z`} fill="var(--ink)" />
);
