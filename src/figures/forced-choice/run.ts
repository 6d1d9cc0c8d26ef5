import { digitSide, digitSize } from '../../data/digit.ts';
import { defaultLatent, drawDigit } from '../../data/strokes.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import type { Encoding } from '../../lab/evolution/encoding.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { direct } from '../../lab/evolution/encodings/direct.ts';
import { mapElites, mnistEvolution } from '../../lab/evolution/map-elites.ts';
import { random, shuffled } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { ChoiceFrame } from './frame.ts';
import {
  digitQuestions,
  generations,
  kindOf,
  netIds,
  questionsAbout,
  stride,
  type ChoiceState,
  type Question,
} from './params.ts';

const encodings: Readonly<Record<'pattern' | 'grain', Encoding<unknown>>> = {
  pattern: cppn({ colour: 'grey' }),
  grain: direct({ size: digitSide, colour: 'grey' }),
};

/** Evolves the pictures of the questions side by side, and asks two nets about all of them. */
const run: Run<ChoiceState, ChoiceFrame> = async function* (state, bench, signal) {
  const net = await bench.net(netIds.ten);
  const other = await bench.net(netIds.eleven);
  const chance = random(state.seed);
  const order = shuffled(10, chance.fork('digits'));
  const meant = Int8Array.from(digitQuestions, (question, i) =>
    kindOf(question) === 'noise' ? -1 : (order[i] ?? 0),
  );
  const meantBy = (question: Question): number => meant[question - 1] ?? 0;
  const levels = new Uint8Array(digitQuestions.length * digitSize);
  const put = (question: Question, picture: Uint8Array): void =>
    levels.set(picture, (question - 1) * digitSize);
  for (const question of questionsAbout('pen'))
    put(question, toLevels(drawDigit(meantBy(question), 0, defaultLatent())));
  const noise = chance.fork('noise');
  for (const question of questionsAbout('noise'))
    put(
      question,
      Uint8Array.from({ length: digitSize }, () => noise.integer(256)),
    );

  const evolutions = (['pattern', 'grain'] as const).map((kind) => {
    const questions = questionsAbout(kind);
    const settings = { ...mnistEvolution, seed: `${state.seed} ${kind}`, classes: questions.map(meantBy) };
    return { questions, path: mapElites(net, encodings[kind], settings) };
  });
  for (let generation = 0; generation <= generations; generation++) {
    for (const { questions, path } of evolutions) {
      const { value } = await path.next();
      questions.forEach((question, cell) =>
        put(question, value?.cells[cell]?.picture ?? new Uint8Array(digitSize)),
      );
      signal.throwIfAborted();
    }
    if (generation % stride !== 0) continue;
    const x = Float32Array.from(levels, (level) => level / 255);
    const [lenet, eleven] = [softmax(await net.logits(x), 10), softmax(await other.logits(x), 11)];
    yield { generation, pictures: levels.slice(), meant, lenet, eleven };
  }
};

export default run;
