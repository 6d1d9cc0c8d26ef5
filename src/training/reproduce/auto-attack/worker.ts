import path from 'node:path';
import { digitRows } from '../../../data/mnist.ts';
import { autoAttack } from '../../../lab/attacks/auto-attack.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import { doubtsBefore } from '../../../lab/doubts.ts';
import type { Problem } from '../../../lab/problem.ts';
import { random, streamFrom } from '../../../lab/random.ts';
import { finish, solve } from '../../../lab/solve.ts';
import { predictions } from '../../../lab/vec.ts';
import { chooseBackend } from '../../../nets/backends.ts';
import { loadNet } from '../../../nets/load-net.ts';
import { fileBytes, shippedModels } from '../../../nets/sources/file.ts';
import { readMnist } from '../../files.ts';
import { answering, type Work } from '../../worker.ts';
import { nothing, type Fate, type Task } from './task.ts';

const work: Work<Task, Fate> = async ({ folder, net: id, from, to, radius, seed }, progress) => {
  await chooseBackend('wasm');
  const net = await loadNet(id, fileBytes(shippedModels));
  const { x: x0, labels } = digitRows(await readMnist(path.join(folder, 'mnist'), 'test'), from, to);
  const doubts = await doubtsBefore(net, x0, labels);
  const before = predictions(await net.logits(x0), net.classes);
  const problem: Problem = {
    oracle: net,
    x0,
    goal: { kind: 'leave', labels },
    ball: balls.linf,
    radius,
    box: unitBox,
  };
  const { last } = await finish(
    solve(autoAttack, problem, { random: streamFrom(random(seed), from) }),
    ({ index, parts }) => {
      if (index % 50 === 0) progress(`${parts?.now ?? ''}, step ${index}`);
    },
  );
  net.dispose();
  const by = Array.from(labels, (label, i) => (before[i] === label ? (last.parts?.by[i] ?? null) : nothing));
  return { by, doubts: [...doubts] };
};

answering(work);
