import path from 'node:path';
import { digitRows } from '../../../data/mnist.ts';
import { autoAttack } from '../../../lab/attacks/auto-attack.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import { doubtsBefore } from '../../../lab/doubts.ts';
import { ensemble } from '../../../lab/oracles/ensemble.ts';
import type { Problem } from '../../../lab/problem.ts';
import { random, streamFrom } from '../../../lab/random.ts';
import { finish, solve } from '../../../lab/solve.ts';
import { predictions } from '../../../lab/vec.ts';
import { chooseBackend } from '../../../nets/backends.ts';
import { loadNet } from '../../../nets/load-net.ts';
import { fileBytes, shippedModels } from '../../../nets/sources/file.ts';
import { readMnist } from '../../files.ts';
import { emojiTrials } from '../../tasks/emoji.ts';
import type { Rows } from '../../tasks/task.ts';
import { answering, type Work } from '../../worker.ts';
import { nothing, type Fate, type Task } from './task.ts';

const rowsOf = async ({ folder, pictures, from, to }: Task): Promise<Rows> => {
  if (pictures === 'digits') return digitRows(await readMnist(path.join(folder, 'mnist'), 'test'), from, to);
  const [seen] = await emojiTrials();
  return seen.rows(from, to);
};

const work: Work<Task, Fate> = async (task, progress) => {
  await chooseBackend('wasm');
  const { nets: ids, ball, radius, seed, from } = task;
  const members = await Promise.all(ids.map((id) => loadNet(id, fileBytes(shippedModels))));
  const [alone] = members;
  const net = alone && members.length === 1 ? alone : ensemble(members);
  const { x: x0, labels } = await rowsOf(task);
  const doubts = await doubtsBefore(net, x0, labels);
  const before = predictions(await net.logits(x0), net.classes);
  const problem: Problem = {
    oracle: net,
    x0,
    goal: { kind: 'leave', labels },
    ball: balls[ball],
    radius,
    box: unitBox,
  };
  const { last } = await finish(
    solve(autoAttack, problem, { random: streamFrom(random(seed), from) }),
    ({ index, parts }) => {
      if (index % 50 === 0) progress(`${parts?.now ?? ''}, step ${index}`);
    },
  );
  members.forEach((member) => member.dispose());
  const by = Array.from(labels, (label, i) => (before[i] === label ? (last.parts?.by[i] ?? null) : nothing));
  return { by, doubts: [...doubts] };
};

answering(work);
