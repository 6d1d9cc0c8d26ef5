import type { Standing, Summary } from './report.ts';

interface Said extends Summary {
  readonly attack: string;
  readonly ball: string;
  readonly epsilon: number;
  readonly target?: number;
  readonly clipped: boolean;
  readonly perPicture: { readonly queries: number; readonly gradients: number };
  readonly seconds: number;
  readonly parts?: readonly Standing[];
  /** Why the evaluation cannot be trusted, sentence by sentence. */
  readonly doubts?: readonly string[];
}

const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;

const shareText = (share: Summary['success']): string =>
  share === undefined
    ? 'none'
    : `${percent(share.rate)} of ${share.n} (95 %: ${percent(share.low)} to ${percent(share.high)})`;

/** A report for people, a line for each thing. */
export const text = (report: Said): string => {
  const goal = report.target === undefined ? 'away from the label' : `to class ${report.target}`;
  const number = (value: number): string => String(Number(value.toPrecision(4)));
  const sizes = Object.entries(report.sizeUnrounded ?? {}).map(
    ([ball, { mean, median }]) => `  ${ball.padEnd(5)} mean ${number(mean)}, median ${number(median)}`,
  );
  return [
    `${report.attack}, ${report.ball} ≤ ${report.epsilon}, ${goal}, ${report.pictures} pictures${report.clipped ? '' : ', unclipped'}`,
    `correct before: ${shareText(report.correct)}`,
    `success among these, as saved in 8 bits: ${shareText(report.success)}`,
    `success unrounded: ${shareText(report.successUnrounded)}`,
    `error of all pictures, unrounded: ${shareText(report.errorUnrounded)}`,
    ...(report.parts ?? []).map(
      ({ part, standing }) => `  the goal not reached after ${part}: ${shareText(standing)}`,
    ),
    ...(sizes.length > 0 ? ['size of the perturbation where it succeeded, unrounded:', ...sizes] : []),
    ...(report.doubts ?? []).map((doubt) => `NOT TO BE TRUSTED: ${doubt}`),
    `asked per picture: ${number(report.perPicture.queries)} answers, ${number(report.perPicture.gradients)} gradients; ${number(report.seconds)} seconds in all`,
  ].join('\n');
};
