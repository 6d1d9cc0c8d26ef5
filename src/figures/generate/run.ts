import { toFewLevels, toLevels } from '../../lab/eight-bits.ts';
import { random } from '../../lab/random.ts';
import { argmax, row } from '../../lab/vec.ts';
import type { Net } from '../../nets/net.ts';
import type { Run } from '../kit/contract/figure.ts';
import { labelOf } from '../kit/words/subjects.ts';
import { drawers, netIds, samples, type GenerateFrame, type Sample } from './frame.ts';
import type { GenerateState } from './params.ts';
import { clouds, walk } from './walk.ts';

/** The middle one of an odd number of numbers. */
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

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
        Array.from({ length: samples }, (_, k) => {
          const beliefs = row(judged, k, judge.classes);
          const answer = argmax(beliefs);
          return {
            picture: toLevels(row(shown, k, net.dimension)),
            own: own[k * net.classes + label] as number,
            judge: beliefs[label] as number,
            answer,
            sure: beliefs[answer] as number,
          };
        }),
      );
    }
    paths = paths.map((path, i) => ({
      own: [...path.own, middle((rows[i] ?? []).map(({ own }) => own))],
      judge: [...path.judge, middle((rows[i] ?? []).map((one) => one.judge))],
    }));
    yield { step, label, rows, paths };
  }
};

export default run;
