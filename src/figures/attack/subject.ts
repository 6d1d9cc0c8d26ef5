import { drawings, drawingPicture } from '../../data/drawings/drawings.ts';
import { thingNames } from '../../data/emoji/things.ts';
import type { Ink } from '../../data/ink.ts';
import { rasteriseInk } from '../../data/ink-raster.ts';
import { inkOnBlack, looksLikeInkOnPaper, resampled } from '../../data/resample.ts';
import { drawDigit } from '../../data/strokes/draw.ts';
import type { Shape } from '../../lab/black-box/shape.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { mapElites, mnistEvolution } from '../../lab/evolution/map-elites.ts';
import type { Answers, Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { variantOf } from '../kit/words/stroke-fields.ts';
import type { Source } from './frame.ts';
import { inputOf, inputsOf, kindOf, shapes } from './nets.ts';
import type { AttackState } from './params.ts';

/**
 * What is attacked: its 8-bit samples, where they come from, and what a person calls it, if one has said so.
 */
export interface Subject {
  readonly levels: Uint8Array<ArrayBuffer>;
  readonly source: Source;
  readonly said: string | undefined;
  /** Whether it was taken for ink on paper and turned light on dark. */
  readonly turned: boolean;
}

/** A drawing that reaches less far than this, of the pad's 255 units, is a dot. */
const smallest = 40;

const reachOf = (drawing: Ink): number => {
  const points = drawing.flat();
  const extent = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);
  return Math.max(extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y)));
};

const sourceOf = (state: AttackState): Source => {
  const { drawing, photo } = state;
  const input = inputOf(state);
  if (input === 'picture') return photo === null ? 'no-picture' : 'picture';
  if (input !== 'drawn') return input;
  if (drawing.every((stroke) => stroke.length === 0)) return 'nothing-drawn';
  return reachOf(drawing) < smallest ? 'dot' : 'drawn';
};

const square = (side: number): Shape => ({ height: side, width: side, channels: 3 });

/** A digit of the pen, on black. */
const strokeOf = (state: AttackState, shape: Shape): Vec => {
  return resampled(drawDigit(Number(state.digit), variantOf(state), state.shape), shapes.digits, shape);
};

const thingOf = async ({ thing }: AttackState, shape: Shape): Promise<Vec> => {
  const side = shape.width === 64 ? 64 : 224;
  return resampled(await drawingPicture(thing, side), square(side), shape);
};

/**
 * The reader's picture, and whether it was ink on paper that a net of grey pictures is shown light on dark.
 */
const photoOf = (
  { photo, paper }: AttackState,
  shape: Shape,
): { readonly x: Vec; readonly turned: boolean } => {
  if (photo === null) throw new RangeError('There is no picture.');
  const x = resampled(
    photo.pixels.reduce((out, level, i) => {
      out[i] = level / 255;
      return out;
    }, new Float32Array(photo.pixels.length)),
    square(photo.side),
    shape,
  );
  const turned = shape.channels === 1 && (paper === 'guess' ? looksLikeInkOnPaper(x) : paper === 'yes');
  return { x: turned ? inkOnBlack(x) : x, turned };
};

const noiseOf = ({ seed }: AttackState, { height, width, channels }: Shape): Vec => {
  const stream = random(seed).fork('noise');
  return Float32Array.from({ length: height * width * channels }, () => stream.uniform());
};

/** Generations after which a picture that was evolved is taken; small pictures are quick. */
const generations = { 1: 12, 3: 6 } as const;

/**
 * A picture that evolved until this net took it for the chosen digit or thing (Nguyen et al. 2015), by its
 * seed.
 */
const evolvedOf = async (
  state: AttackState,
  oracle: Answers,
  channels: 1 | 3,
): Promise<Subject['levels']> => {
  const title = drawings.find(({ id }) => id === state.thing)?.title;
  const label = channels === 1 ? Number(state.digit) : thingNames.indexOf(title ?? '');
  const encoding = cppn({ colour: channels === 1 ? 'grey' : 'rgb' });
  const size = channels === 1 ? mnistEvolution : { ...mnistEvolution, initial: 100, offspring: 100 };
  for await (const { generation, cells } of mapElites(oracle, encoding, { ...size, seed: state.seed })) {
    const best = cells.find((cell) => cell.label === label);
    if (generation >= generations[channels] && best !== undefined) return best.picture;
  }
  throw new RangeError('Evolution has no end.');
};

/** What a person calls the thing that we drew, in the words of these nets. */
const thingSaid = (state: AttackState): string | undefined => {
  const drawing = drawings.find(({ id }) => id === state.thing);
  return kindOf(state) === 'imagenet' ? drawing?.imagenet?.toString() : drawing?.title;
};

/**
 * The picture that is attacked. Without a drawing or a picture it is one of ours, so that there is always
 * something to see.
 */
export const subjectOf = async (state: AttackState, shape: Shape, oracle: Answers): Promise<Subject> => {
  const source = sourceOf(state);
  const meant = state.meant === 'net' ? undefined : state.meant;
  const digits = kindOf(state) === 'digits' || kindOf(state) === 'own';
  const as = (x: Vec, said: string | undefined, turned = false): Subject => ({
    levels: toLevels(x),
    source,
    said,
    turned,
  });
  if (source === 'drawn' && shape.height === shapes.digits.height && shape.channels === 1) {
    return { levels: rasteriseInk(state.drawing), source, said: meant, turned: false };
  }
  if (source === 'drawn') {
    const levels = rasteriseInk(state.drawing);
    return as(
      resampled(
        Float32Array.from(levels, (level) => level / 255),
        shapes.digits,
        shape,
      ),
      meant,
    );
  }
  if (source === 'picture') {
    const { x, turned } = photoOf(state, shape);
    return as(x, digits ? meant : undefined, turned);
  }
  if (source === 'evolved') {
    const levels = await evolvedOf(state, oracle, shape.channels === 1 ? 1 : 3);
    return { levels, source, said: undefined, turned: false };
  }
  if (source === 'noise') return as(noiseOf(state, shape), undefined);
  if (source === 'thing' || (source === 'no-picture' && inputsOf(state)[0] === 'thing')) {
    return as(await thingOf(state, shape), thingSaid(state));
  }
  return as(strokeOf(state, shape), state.digit);
};
