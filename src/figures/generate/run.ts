import { toFewLevels, toLevels } from '../../lab/eight-bits.ts';
import { random } from '../../lab/random.ts';
import { median } from '../../lab/statistics/median.ts';
import { numberAt, row } from '../../lab/vec.ts';
import { verdicts } from '../../lab/verdict.ts';
import type { Net } from '../../nets/net.ts';
import type { Run } from '../kit/contract/figure.ts';
import { labelOf } from '../kit/words/subjects.ts';
import { drawers, netIds, samples, type GenerateFrame, type Sample } from './frame.ts';
import type { GenerateState } from './params.ts';
import { clouds, walk } from './walk.ts';

/** Draws pictures of one thing from a plain and a robust net, before a third that did not take part. */
const run: Run<GenerateState, GenerateFrame> = async function* (state, bench, signal) {
  const nets: readonly Net[] = [await bench.net(netIds.plain), await bench.net(netIds.robust)];
  const judge = await bench.net(netIds.judge);
  signal.throwIfAborted();
  const label = labelOf(state.thing);
  const stream = random(state.seed);
  const start = clouds(samples, stream.fork('start'));
  const walks = nets.map((net) => walk(net, start, label, state, stream.fork('noise')));
  let paths: GenerateFrame['paths'] = drawers.map(() => ({ own: [], judge: [] }));
  for (let step = 0; step <= state.steps; step++) {
    const rows: Sample[][] = [];
    for (const [i, net] of nets.entries()) {
      const { value } = (await walks[i]?.next()) ?? {};
      if (!value) return;
      const shown = toFewLevels(value.x);
      const [own, judged] = [await net.probabilities(shown), await judge.probabilities(shown)];
      signal.throwIfAborted();
      rows.push(
        verdicts(judged, judge.classes).map(({ says, sure }, k) => ({
          picture: toLevels(row(shown, k, net.dimension)),
          own: numberAt(own, k * net.classes + label),
          judge: numberAt(judged, k * judge.classes + label),
          answer: says,
          sure,
        })),
      );
    }
    paths = paths.map((path, i) => ({
      own: [...path.own, median((rows[i] ?? []).map(({ own }) => own))],
      judge: [...path.judge, median((rows[i] ?? []).map((one) => one.judge))],
    }));
    yield { step, label, rows, paths };
  }
};

export default run;
