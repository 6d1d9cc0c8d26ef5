import { classesOf, planePoints, type PlanePoints } from '../../data/plane.ts';
import {
  limitProbabilities,
  piecesAlong,
  type Piece,
  type ReluNet,
} from '../../lab/geometry/linear-regions.ts';
import type { Vec } from '../../lab/oracle.ts';
import { random, type Random } from '../../lab/random.ts';
import { logSumExp, sigmoid } from '../../lab/softmax.ts';
import { denseNet, type Dense } from '../../lab/substitute/dense.ts';
import { passed, roomFor } from '../../lab/substitute/small-net.ts';
import { trained } from '../../lab/substitute/train.ts';
import { argmax, numberAt } from '../../lab/vec.ts';
import { verdict } from '../../lab/verdict.ts';
import type { Run } from '../kit/contract/figure.ts';
import { distances, edge, side, type BeliefMap, type FarAwayFrame, type Ray } from './frame.ts';
import {
  epochsAFrame,
  furthest,
  nearest,
  points,
  rays,
  rayStep,
  zooms,
  type FarAwayState,
} from './params.ts';

/** How far out the net is taught to be unsure, from where, and on how many points. */
const doubt = { from: 1.3, to: 4, points: 120 };

/**
 * The data, with points around them that bear every label in turn: what is equally often each class teaches
 * doubt.
 */
const withDoubt = ({ x, labels }: PlanePoints, classes: number, stream: Random): PlanePoints => {
  const around: number[] = [];
  const taught: number[] = [];
  for (let i = 0; i < doubt.points; i++) {
    const angle = 2 * Math.PI * stream.uniform();
    const radius = doubt.from + (doubt.to - doubt.from) * stream.uniform();
    for (let label = 0; label < classes; label++) {
      around.push(radius * Math.cos(angle), radius * Math.sin(angle));
      taught.push(label);
    }
  }
  return { x: Float32Array.from([...x, ...around]), labels: Int32Array.from([...labels, ...taught]) };
};

/** What the logits say, and its log-odds in nats. */
const said = (logits: ArrayLike<number>): { readonly label: number; readonly odds: number } => {
  const label = argmax(logits);
  return { label, odds: numberAt(logits, label) - logSumExp(logits, label) };
};

/** Which hidden units are on, as one number: where it changes, another linear piece begins. */
const patternOf = (into: readonly Vec[]): number => {
  let h = 0x811c9dc5;
  for (let k = 1; k < into.length; k++)
    for (const value of into[k] as Vec) h = Math.imul(h ^ (value > 0 ? 1 : 2), 0x01000193);
  return h;
};

const mapOf = (net: Dense, reach: number): BeliefMap => {
  const [says, sure] = [new Uint8Array(side * side), new Uint8Array(side * side)];
  const patterns = new Int32Array(side * side);
  const room = roomFor(net);
  const place = (i: number): number => reach * ((2 * i + 1) / side - 1);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = row * side + column;
      const { into, logits } = passed(net, Float32Array.of(place(column), -place(row)), room);
      const { label, odds } = said(logits);
      sure[at] = Math.min(255, Math.max(0, Math.round(10 * odds)));
      patterns[at] = patternOf(into);
      const left = column > 0 && patterns[at] !== patterns[at - 1];
      const above = row > 0 && patterns[at] !== patterns[at - side];
      says[at] = label + (left || above ? edge : 0);
    }
  }
  return { reach, says, sure };
};

const rayOf = (relu: ReluNet, angle: number): Ray => {
  const direction = Float32Array.of(Math.cos(angle), Math.sin(angle));
  const pieces: readonly Piece[] = [...piecesAlong(relu, new Float32Array(2), direction)];
  const last = pieces.at(-1) as Piece;
  const { says: limit, sure: limitSure } = verdict(limitProbabilities(last));
  const asked = distances.map((t) => {
    const piece = pieces.find(({ to }) => t < to) ?? last;
    return said(piece.offset.map((value, k) => value + t * numberAt(piece.slope, k)));
  });
  return {
    sure: Float32Array.from(asked, ({ odds }) => sigmoid(odds)),
    ends: Float32Array.from(pieces.slice(0, -1), ({ to }) => to),
    limit,
    limitSure,
  };
};

const raysOf = (net: Dense): readonly Ray[] => {
  const relu = net.map(({ weights, bias }) => ({ kernel: weights, bias }));
  return Array.from({ length: rays }, (_, i) => rayOf(relu, (i * rayStep * Math.PI) / 180));
};

/**
 * Trains a small net on points along curves, epochs at a time, and then looks at it from further and further
 * away.
 */
const run: Run<FarAwayState, FarAwayFrame> = async function* (state, _, signal) {
  const stream = random(state.seed);
  const classes = classesOf(state.data);
  const data = planePoints(state.data, points, stream.fork('data'));
  const lesson = state.outside === 'doubt' ? withDoubt(data, classes, stream.fork('around')) : data;
  let net = denseNet([2, state.units, state.units, classes], stream.fork('weights'));
  const isRight = (label: number, i: number): boolean =>
    argmax(passed(net, data.x.subarray(2 * i, 2 * i + 2)).logits) === label;
  const frameAt = (epoch: number, near: BeliefMap, far: BeliefMap): FarAwayFrame => ({
    epoch,
    near,
    far,
    x: data.x,
    labels: Uint8Array.from(data.labels),
    right: data.labels.filter(isRight).length,
    rays: raysOf(net),
  });
  let near = mapOf(net, nearest);
  let frame = frameAt(0, near, near);
  yield frame;
  const order = stream.fork('order');
  for (let epoch = epochsAFrame; epoch <= state.epochs; epoch += epochsAFrame) {
    signal.throwIfAborted();
    // Smaller steps towards the end, so that the last frames of the training differ little.
    const rate = 0.05 * (1 - (0.9 * epoch) / state.epochs);
    net = trained(net, lesson, { epochs: epochsAFrame, batch: 20, rate, momentum: 0.9 }, order.fork(epoch));
    near = mapOf(net, nearest);
    frame = frameAt(epoch, near, near);
    yield frame;
  }
  for (let zoom = 1; zoom <= zooms; zoom++) {
    signal.throwIfAborted();
    yield { ...frame, far: mapOf(net, nearest * (furthest / nearest) ** (zoom / zooms)) };
  }
};

export default run;
