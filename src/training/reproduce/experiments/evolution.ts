import type { Archive } from '../../../lab/evolution/map-elites.ts';
import { median } from '../../../lab/statistics/median.ts';
import type { Answers } from '../../../lab/oracle.ts';
import { encodingIds, evolve, type EncodingId } from '../../evolved.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { number, share, type About, type Row } from '../row.ts';

const source = 'nguyen2015deep';
const generations = 200;
const early = 50;
const names: Readonly<Record<EncodingId, string>> = { direct: 'pixel by pixel', cppn: 'by networks' };

const confidences = ({ cells }: Archive<unknown>): readonly number[] =>
  cells.map(({ confidence }) => confidence);

/**
 * Where the lowest of the runs' medians must lie. Nets trained on grainy paper are not so easily sure of
 * noise.
 */
const bounds = {
  'lenet-f': { direct: [0.999, 0.9999], cppn: [0.99, 0.99] },
  'digits-lenet': { direct: [0.99, 0.9999], cppn: [0.99, 0.99] },
} as const;

type Evolved = keyof typeof bounds;

const measure = async (
  lab: Laboratory,
  id: Evolved,
  net: Answers,
  encoding: EncodingId,
): Promise<readonly Row[]> => {
  const runs = lab.quick ? 1 : 5;
  const stages = lab.quick ? [early] : [early, generations];
  const archives: (readonly Archive<unknown>[])[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    lab.progress(`${id}, ${names[encoding]}: run ${seed} of ${runs}`);
    const run = { encoding, seed: String(seed), generations: stages.at(-1) ?? early };
    archives.push(await evolve(net, run, stages));
  }
  const about = (stage: number): About => ({
    published: {
      ...(stage === early && encoding === 'direct'
        ? { value: '≥ 99.99 % for each digit', range: [0.9999, 1] }
        : { value: 0.9999 }),
      source,
      status: 'C',
      comparison: id === 'lenet-f' ? 'weights' : 'other',
    },
    bound: [bounds[id][encoding][stages.indexOf(stage)] ?? 0, 1],
    differs: `${id === 'lenet-f' ? 'weights as released by the authors' : 'a net of ours, trained on distorted and grainy digits'}; the lowest of ${runs} medians`,
  });
  return stages.flatMap((stage, k) => {
    const all = archives
      .map((at) => at[k])
      .filter((archive) => archive !== undefined)
      .map(confidences);
    const lowest = Math.min(...all.map((each) => median(each)));
    const sure = all.flat().filter((confidence) => confidence >= 0.9999).length;
    const name = `${id}, ${names[encoding]}, ${stage} generations`;
    return [
      number(`${name}: median confidence over the ten digits`, lowest, 10 * runs, about(stage), 'share'),
      share(`${name}: digits of which it is 99.99 % sure`, sure, 10 * runs),
    ];
  });
};

/**
 * Pictures evolved from nothing but a net's answers, as Nguyen et al. evolve them for MNIST, on their net and
 * on ours.
 */
export const evolution: Experiment = {
  id: 'evolution',
  title: 'Pictures evolved without gradients',
  seed: 1,
  needs: ['lenet-f'],
  quick: true,
  run: async (lab) => {
    const theirs = await lab.published('lenet-f');
    if (lab.quick) return measure(lab, 'lenet-f', theirs, 'direct');
    const rows: Row[] = [];
    for (const [id, net] of [
      ['lenet-f', theirs],
      ['digits-lenet', await lab.net('digits-lenet')],
    ] as const) {
      for (const encoding of encodingIds) rows.push(...(await measure(lab, id, net, encoding)));
    }
    return rows;
  },
};
