import { defaultLatent, drawDigit } from '../../data/strokes.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import type { Encoding } from '../../lab/evolution/encoding.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { direct } from '../../lab/evolution/encodings/direct.ts';
import { mapElites, mnistEvolution, type Archive } from '../../lab/evolution/map-elites.ts';
import { random, shuffled } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { ChoiceFrame } from './frame.ts';
import { generations, kinds, netIds, pictures, stride, type ChoiceState, type Kind } from './params.ts';

const pixels = 784;

const encodings: Readonly<Record<'pattern' | 'grain', Encoding<unknown>>> = {
  pattern: cppn({ colour: 'grey' }),
  grain: direct({ size: 28, colour: 'grey' }),
};

/** Evolves the pictures of the questions side by side, and asks two nets about all of them. */
const run: Run<ChoiceState, ChoiceFrame> = async function* (state, bench, signal) {
  const net = await bench.net(netIds.ten);
  const other = await bench.net(netIds.eleven);
  const chance = random(state.seed);
  const order = shuffled(10, chance.fork('digits'));
  const meant = Int8Array.from({ length: pictures }, (_, i) =>
    kinds[i] === 'noise' ? -1 : (order[i] as number),
  );
  const levels = new Uint8Array(pictures * pixels);
  const put = (i: number, picture: Uint8Array): void => levels.set(picture, i * pixels);
  const placesOf = (kind: Kind): readonly number[] => kinds.flatMap((one, i) => (one === kind ? [i] : []));
  for (const i of placesOf('pen')) put(i, toLevels(drawDigit(meant[i] as number, 0, defaultLatent())));
  const noise = chance.fork('noise');
  for (const i of placesOf('noise'))
    put(
      i,
      Uint8Array.from({ length: pixels }, () => noise.integer(256)),
    );

  const evolutions = (['pattern', 'grain'] as const).map((kind) => {
    const places = placesOf(kind);
    const classes = places.map((i) => meant[i] as number);
    const settings = { ...mnistEvolution, seed: `${state.seed} ${kind}`, classes };
    return { places, path: mapElites(net, encodings[kind], settings) };
  });
  for (let generation = 0; generation <= generations; generation++) {
    for (const { places, path } of evolutions) {
      const { value } = (await path.next()) as { readonly value: Archive<unknown> };
      places.forEach((i, cell) => put(i, value.cells[cell]?.picture ?? new Uint8Array(pixels)));
      signal.throwIfAborted();
    }
    if (generation % stride !== 0) continue;
    const x = Float32Array.from(levels, (level) => level / 255);
    const [lenet, eleven] = [softmax(await net.logits(x), 10), softmax(await other.logits(x), 11)];
    yield { generation, pictures: levels.slice(), meant, lenet, eleven };
  }
};

export default run;
