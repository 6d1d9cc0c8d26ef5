import experiment from '../../../content/results/reproduction/off-manifold.json' with { type: 'json' };
import { latents } from '../../data/strokes/latents.ts';
import type { Table } from '../kit/contract/figure.ts';
import {
  capital,
  decimal,
  fixed,
  lengthText,
  percent,
  percentAmong,
  shortPercent,
  signed,
} from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { dimension, randomShare, type Found, type TangentNormalFrame } from './frame.ts';
import type { TangentNormalState } from './params.ts';

/** A share of a squared length in percent with one decimal. */
export const shareText = (share: number): string => `${fixed(100 * share, 1)}\u00a0%`;

/** What the net says of a picture: 'says 3, 99.8 %'. */
export const saying = ({ says, sure }: Found): string => `says ${says}, ${shortPercent(sure)}`;

/** What an experiment on many digits found. */
const measured = (
  name: string,
): { readonly value: number; readonly low: number; readonly high: number; readonly n: number } => {
  const row = experiment.rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`The experiment off-manifold has no row “${name}”.`);
  return {
    value: row.value,
    low: row.interval[0] ?? row.value,
    high: row.interval[1] ?? row.value,
    n: row.n,
  };
};

const part = 'tangent part of the perturbation’s squared length';

/** The same share, of thirty digits, by experiment. */
export const references = [
  { label: 'PGD, L∞, ε = 0.3', ...measured(`PGD, L∞, ε = 0.3: ${part}`) },
  { label: 'DeepFool, L2', ...measured(`DeepFool, L2: ${part}`) },
] as const;

const verdict = (found: Found, label: number): string =>
  found.says === label
    ? `still reads ${label} (${percent(found.digit)})`
    : `reads ${found.says} (${percent(found.sure)})`;

/** The finding of a frame. */
export const describe = (state: TangentNormalState, frame: TangentNormalFrame): string => {
  const { step, label, start, share, anywhere, tangent, latent, rank } = frame;
  if (step === 0)
    return `The net reads this ${label} as ${start.says} (${percent(start.sure)}); of a random direction ${shareText(randomShare(frame).mean)} lies along the manifold.`;
  const free = `An attack that may go anywhere by ${lengthText(anywhere.length)} (L2) ${anywhere.says === label ? 'does not change the answer' : `makes the ${label} ${withArticle(String(anywhere.says))}`}`;
  const along = `${shareText(share)} of its squared length lies along the manifold’s ${rank} directions (random: ${shareText(randomShare(frame).mean)})`;
  if (step <= state.steps) return `${free}; ${along}.`;
  return (
    `${free}; ${along}. In the tangent plane, with the same length (${lengthText(tangent.length)} once cut to black and white), the net ${verdict(tangent, label)}. ` +
    `On the manifold itself, where each of ${latents.length} numbers may move by ${decimal(state.reach)} of its range, it ${verdict(latent, label)}.`
  );
};

/** All pictures, then the shares, then how the attack on the manifold moved each latent. */
export const table = (state: TangentNormalState, frame: TangentNormalFrame): Table => {
  const all = [frame.start, frame.anywhere, frame.withAlong, frame.withAcross, frame.tangent, frame.latent];
  const line = (name: string, found: Found): readonly (string | number)[] => [
    name,
    fixed(found.length, 2),
    found.says,
    percentAmong(all.map(({ sure }) => sure))(found.sure),
    percentAmong(all.map((one) => one.digit))(found.digit),
  ];
  const random = randomShare(frame);
  return {
    caption: `${capital(withArticle(String(frame.label)))} attacked in ${state.steps} steps. Along the manifold lie ${shareText(frame.share)} of the free attack’s squared length, ${shareText(random.mean)} ± ${shareText(1.96 * random.error)} of a random direction’s (${frame.random.length} drawn), and ${frame.rank} of ${dimension} dimensions are ${shareText(frame.rank / dimension)}.`,
    head: ['picture', 'length of the change', 'says', 'as sure as', `probability of ${frame.label}`],
    rows: [
      line('the digit', frame.start),
      line('attacked anywhere', frame.anywhere),
      line('only the part along the manifold', frame.withAlong),
      line('only the part across it', frame.withAcross),
      line('attacked in the tangent plane', frame.tangent),
      line('attacked on the manifold', frame.latent),
      ...latents.map(({ label }, i) => [
        `moved on the manifold: ${label}`,
        `${signed(100 * (frame.moved[i] ?? 0), 0)}\u00a0% of its range`,
        null,
        null,
        null,
      ]),
    ],
  };
};
