import { defineAttack } from '../attack.ts';
import type { ValuesOf } from '../options.ts';
import { partOf, relay, type Part } from '../optimise/relay.ts';
import { queries, restarts, shape, steps, targets } from '../shared-options.ts';
import { apgdT } from './apgd-t.ts';
import { apgd } from './apgd.ts';
import { fabT } from './fab-t.ts';
import { square } from './square.ts';

const options = { steps: steps(100), targets, queries: queries(5000), restarts, shape };

/** The parts as often as they are gone through; from the second time on from other random points. */
const partsOf = ({ restarts: times, ...chosen }: ValuesOf<typeof options>): readonly Part[] => {
  const common = { steps: chosen.steps, targets: chosen.targets };
  return Array.from({ length: times }, (_, time): readonly Part[] => [
    partOf('apgd-ce', apgd, { steps: chosen.steps, goesOn: false }),
    partOf('apgd-t', apgdT, common),
    partOf('fab-t', fabT, { ...common, randomStart: time > 0, goesOn: false }),
    partOf('square', square, { queries: chosen.queries, shape: chosen.shape, fitted: false }),
  ]).flat();
};

/**
 * AutoAttack, its standard version (Croce and Hein 2020, section 5): APGD on the cross-entropy, APGD-T,
 * FAB-T, and the Square attack, which sees no gradients, each on the rows that still stand. A row has fallen
 * when any iterate of any of them has fooled the network, and that iterate is kept.
 */
export const autoAttack = defineAttack({
  id: 'autoattack',
  title: 'AutoAttack, four attacks one after the other',
  name: 'AutoAttack',
  source: 'croce2020reliable',
  knows: 'gradients',
  balls: ['linf', 'l2'],
  aim: 'reach',
  paced: 'steps',
  inParts: true,
  length: (chosen) => partsOf(chosen).reduce((sum, { length }) => sum + length + 1, 0),
  options,
  run: (problem, chosen, random) => relay(problem, partsOf(chosen), random),
});
