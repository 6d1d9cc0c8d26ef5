import path from 'node:path';
import { digitRows } from '../../../data/mnist.ts';
import { certify } from '../../../lab/defences/smoothing.ts';
import { random } from '../../../lab/random.ts';
import { finish } from '../../../lab/solve.ts';
import { numberAt } from '../../../lab/vec.ts';
import { chooseBackend } from '../../../nets/backends.ts';
import { loadNet } from '../../../nets/load-net.ts';
import { fileBytes, shippedModels } from '../../../nets/sources/file.ts';
import { readMnist } from '../../files.ts';
import { answering, type Work } from '../../worker.ts';
import type { Certificates, Task } from './task.ts';

const work: Work<Task, Certificates> = async ({ folder, net: id, digits, smoothing, seed }, progress) => {
  await chooseBackend('wasm');
  const net = await loadNet(id, fileBytes(shippedModels));
  const all = await readMnist(path.join(folder, 'mnist'), 'test');
  const found: Certificates[number][] = [];
  for (const [i, digit] of digits.entries()) {
    const { x, labels } = digitRows(all, digit, digit + 1);
    const { label, radius } = await finish(certify(net, x, smoothing, random(seed).fork(digit)));
    found.push({ drawn: numberAt(labels, 0), says: label ?? null, radius });
    progress(`${i + 1} of ${digits.length} digits certified`);
  }
  net.dispose();
  return found;
};

answering(work);
