import { digitSize } from '../../data/digit.ts';
import { sampledDigits } from '../../data/strokes.ts';
import type { Step } from '../../lab/attack.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { sequentially } from '../../lab/attacks/sequentially.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { toEightBits, toLevels } from '../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { ensemble } from '../../lab/oracles/ensemble.ts';
import { inTurn } from '../../lab/oracles/in-turn.ts';
import { meanProbabilities, votes } from '../../lab/oracles/pooling.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { argmax, inner, joined, length, row } from '../../lab/vec.ts';
import { verdict, type Verdict } from '../../lab/verdict.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { Attacked, EnsembleFrame, Said } from './frame.ts';
import { attackerIds, memberIds, type AttackerId, type EnsembleState } from './params.ts';

const classes = 10;
/** Digits whose pictures are shown. */
const drawn = 10;

/** The common answer of the members' logits about one picture, and how sure they are of it. */
const together = (members: readonly Vec[], answer: EnsembleState['answer']): Verdict => {
  if (answer === 'vote') {
    const counted = votes(members);
    const says = argmax(counted);
    return { says, sure: members.filter((z) => argmax(z) === says).length / members.length };
  }
  return verdict(softmax(meanProbabilities.pool(members), classes));
};

/** What all say of n pictures, from each member's n rows of logits. */
const saidOf = (members: readonly Vec[], answer: EnsembleState['answer'], n: number): Said => {
  const says = new Uint8Array((members.length + 1) * n);
  const sure = new Float32Array((members.length + 1) * n);
  for (let i = 0; i < n; i++) {
    const rows = members.map((z) => row(z, i, classes));
    rows.forEach((z, m) => {
      const one = verdict(softmax(z, classes));
      says[m * n + i] = one.says;
      sure[m * n + i] = one.sure;
    });
    const common = together(rows, answer);
    says[members.length * n + i] = common.says;
    sure[members.length * n + i] = common.sure;
  }
  return { says, sure };
};

/** The mean cosine between two members' gradients at the same digit. */
const agreementOf = async (members: readonly Oracle[], x: Vec, labels: Int32Array): Promise<number> => {
  const gradients: Vec[] = [];
  for (const member of members) gradients.push((await member.loss(x, labels)).gradient);
  const found: number[] = [];
  gradients.forEach((one, a) =>
    gradients.slice(a + 1).forEach((other) => {
      for (let i = 0; i < labels.length; i++) {
        const [g, h] = [row(one, i, digitSize), row(other, i, digitSize)];
        found.push(inner(g, h) / (length(g) * length(h)));
      }
    }),
  );
  return found.length === 0 ? 1 : found.reduce((a, b) => a + b, 0) / found.length;
};

/**
 * Each attacker's path, and how many of its steps make one frame, so that 'one after the other' costs as much
 * as 'all at once'.
 */
const pathOf = (
  id: AttackerId,
  members: readonly Oracle[],
  problem: Problem,
  steps: number,
): { readonly path: AsyncGenerator<Step, void>; readonly stride: number } => {
  const options = { ...pgd.defaults, steps, randomStart: false };
  const follow = (oracle: Oracle): AsyncGenerator<Step, void> =>
    pgd.run({ ...problem, oracle }, options, random('unused'));
  switch (id) {
    case 'one':
      return { path: follow(members[0] as Oracle), stride: 1 };
    case 'shares':
      return {
        path: sequentially(pgd, members).run(problem, options, random('unused')),
        stride: members.length,
      };
    case 'turn':
      return { path: follow(inTurn(members)), stride: 1 };
    case 'all':
      return { path: follow(ensemble(members)), stride: 1 };
  }
};

/** Four attackers of the same ensemble side by side, step by step; every picture is judged in 8 bits. */
const run: Run<EnsembleState, EnsembleFrame> = async function* (state, bench, signal) {
  const members: readonly Oracle[] = await Promise.all(
    memberIds.slice(0, state.nets).map((id) => bench.net(id)),
  );
  signal.throwIfAborted();
  const { x: x0, labels } = sampledDigits(state.digits, random(state.seed));
  const n = labels.length;
  const ask = async (x: Vec): Promise<readonly Vec[]> => {
    const answers: Vec[] = [];
    for (const member of members) answers.push(await member.logits(x));
    return answers;
  };
  const before = saidOf(await ask(x0), state.answer, n);
  const agreement = await agreementOf(members, x0, labels);
  const problem: Problem = {
    // Judged below, by all members at once: this one is only asked what the path does not need.
    oracle: members[0] as Oracle,
    x0,
    goal: { kind: 'leave', labels },
    ball: balls.linf,
    radius: state.epsilon,
    box: unitBox,
  };
  const paths = attackerIds.map((id) => pathOf(id, members, problem, state.steps));
  const iterates: Vec[] = paths.map(() => x0);
  const wrongIn = ({ says }: Said): number =>
    labels.filter((label, i) => says[members.length * n + i] !== label).length;
  const given = {
    labels: Uint8Array.from(labels),
    digits: toLevels(x0.subarray(0, drawn * digitSize)),
    before,
    agreement,
  };
  let after: readonly Attacked[] = paths.map(() => ({
    ...before,
    shown: given.digits,
    wrong: [wrongIn(before)],
  }));
  yield { ...given, step: 0, after };
  // Each one's first step is the digits as they are, which is what was shown just now.
  for (const { path } of paths) await path.next();
  for (let step = 1; step <= state.steps; step++) {
    for (const [a, { path, stride }] of paths.entries()) {
      for (let k = 0; k < stride; k++) {
        signal.throwIfAborted();
        const next = await path.next();
        if (next.done !== true) iterates[a] = next.value.x;
      }
    }
    const shown = iterates.map((x) => toEightBits(x, unitBox, x0));
    const answers = await ask(joined(shown));
    after = shown.map((x, a): Attacked => {
      const said = saidOf(
        answers.map((z) => row(z, a, n * classes)),
        state.answer,
        n,
      );
      const pictures = toLevels(x.subarray(0, drawn * digitSize));
      return { ...said, shown: pictures, wrong: [...(after[a]?.wrong ?? []), wrongIn(said)] };
    });
    yield { ...given, step, after };
  }
};

export default run;
