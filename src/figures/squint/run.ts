import { digitAt, digitShape, digitSide, digitSize } from '../../data/digit.ts';
import { likestShape, meanShapes } from '../../data/strokes.ts';
import { gaussianBlur } from '../../lab/defences/blur.ts';
import type { Encoding } from '../../lab/evolution/encoding.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { direct } from '../../lab/evolution/encodings/direct.ts';
import { mapElites, mnistEvolution } from '../../lab/evolution/map-elites.ts';
import type { Answers, Vec } from '../../lab/oracle.ts';
import { softmax } from '../../lab/softmax.ts';
import { argmax, joined, numberAt, row } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { SquintFrame } from './frame.ts';
import { blurs, stride, type SquintState } from './params.ts';

const encodings: Readonly<Record<SquintState['encoding'], Encoding<unknown>>> = {
  direct: direct({ size: digitSide, colour: 'grey' }),
  cppn: cppn({ colour: 'grey' }),
};

/** What the net and the shapes make of the champions under each blur. */
const judge = async (net: Answers, pictures: Uint8Array, shapes: readonly Vec[]) => {
  const sure = new Float32Array(10 * blurs.length);
  const says = new Uint8Array(10 * blurs.length);
  const likest = new Uint8Array(10 * blurs.length);
  for (const [b, blur] of blurs.entries()) {
    const seen = Array.from({ length: 10 }, (_, digit) =>
      gaussianBlur(digitShape, blur).apply(
        Float32Array.from(digitAt(pictures, digit), (level) => level / 255),
      ),
    );
    const probabilities = softmax(await net.logits(joined(seen)), 10);
    seen.forEach((picture, digit) => {
      sure[10 * b + digit] = numberAt(probabilities, 10 * digit + digit);
      says[10 * b + digit] = argmax(row(probabilities, digit, 10));
      likest[10 * b + digit] = likestShape(picture, shapes);
    });
  }
  return { sure, says, likest };
};

/**
 * Evolves a picture for each digit without gradients, and asks after every few generations what a blur leaves
 * of it.
 */
const run: Run<SquintState, SquintFrame> = async function* (state, bench, signal) {
  const net = await bench.net(state.net);
  signal.throwIfAborted();
  const means = meanShapes();
  const shapes = Uint8Array.from(joined(means), (value) => Math.round(255 * value));
  const path = mapElites(net, encodings[state.encoding], { ...mnistEvolution, seed: state.seed });
  for await (const { generation, cells } of path) {
    signal.throwIfAborted();
    if (generation % stride !== 0) continue;
    const pictures = new Uint8Array(10 * digitSize);
    for (const { label, picture } of cells) pictures.set(picture, label * digitSize);
    yield { generation, pictures, ...(await judge(net, pictures, means)), shapes };
    if (generation >= state.generations) return;
  }
};

export default run;
