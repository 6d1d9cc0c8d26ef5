import { describe, expect, it } from 'vitest';
import figure from '../../src/figures/attack/figure.ts';
import type { AttackState } from '../../src/figures/attack/params.ts';
import { subjectOf } from '../../src/figures/attack/subject.ts';
import { defaultState } from '../../src/figures/kit/contract/figure.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { softmax } from '../../src/lab/softmax.ts';
import { readerPicture } from '../../src/data/picture.ts';

const state = (patch: Partial<AttackState>): AttackState => ({ ...defaultState(figure), ...patch });
const grey = { height: 28, width: 28, channels: 1 };
const colour = { height: 64, width: 64, channels: 3 };

/** A net of ten classes that likes light in one of ten bands. */
const net = linear({
  weights: Float32Array.from({ length: 7840 }, (_, i) =>
    Math.floor((i % 784) / 78.5) === Math.floor(i / 784) ? 0.2 : 0,
  ),
  bias: new Float32Array(10),
});

/** A dark upright stroke on white paper. */
const photo = readerPicture(
  'one.jpg',
  224,
  Uint8ClampedArray.from({ length: 4 * 224 * 224 }, (_, i) => {
    const x = Math.floor(i / 4) % 224;
    return i % 4 === 3 ? 255 : x > 100 && x < 124 ? 30 : 240;
  }),
);

describe('what is attacked', () => {
  it('is the reader’s picture in the net’s size, for nets of digits white on black if it is ink on paper', async () => {
    const ink = await subjectOf(state({ input: 'picture', photo, meant: '1' }), grey, net);
    expect([ink.source, ink.said, ink.levels.length]).toEqual(['picture', '1', 784]);
    expect([ink.levels[14 * 28 + 14], ink.levels[14 * 28]]).toEqual([255, 0]);
    const plain = await subjectOf(state({ input: 'picture', photo, paper: 'no' }), grey, net);
    expect([plain.levels[14 * 28 + 14], plain.levels[14 * 28], plain.said]).toEqual([30, 240, undefined]);
    const coloured = await subjectOf(state({ net: 'emoji-cnn', input: 'picture', photo }), colour, net);
    expect([coloured.levels.length, coloured.levels[0], coloured.said]).toEqual([
      64 * 64 * 3,
      240,
      undefined,
    ]);
  });

  it('is turned light on dark only where it looks like ink on paper, unless the reader says otherwise', async () => {
    const negative = readerPicture(
      'night.jpg',
      photo.side,
      Array.from({ length: 4 * photo.side ** 2 }, (_, i) =>
        i % 4 === 3 ? 255 : 255 - (photo.pixels[3 * Math.floor(i / 4)] ?? 0),
      ),
    );
    const turned = async (of: typeof photo, paper: AttackState['paper']) =>
      (await subjectOf(state({ input: 'picture', photo: of, paper }), grey, net)).turned;
    expect(await Promise.all([turned(photo, 'guess'), turned(photo, 'no')])).toEqual([true, false]);
    expect(await Promise.all([turned(negative, 'guess'), turned(negative, 'yes')])).toEqual([false, true]);
    expect((await subjectOf(state({ net: 'emoji-cnn', input: 'picture', photo }), colour, net)).turned).toBe(
      false,
    );
  });

  it('is one of ours until there is a picture: a digit for nets of digits, a thing for the others', async () => {
    const [digit, thing] = await Promise.all([
      subjectOf(state({ input: 'picture' }), grey, net),
      subjectOf(state({ net: 'emoji-cnn', input: 'picture' }), colour, net),
    ]);
    expect([digit.source, digit.said]).toEqual(['no-picture', '5']);
    expect([thing.source, thing.said]).toEqual(['no-picture', 'tiger']);
    expect(thing.levels).toEqual(
      (await subjectOf(state({ net: 'emoji-cnn', input: 'thing' }), colour, net)).levels,
    );
  });

  it('is a thing wherever a digit was chosen for a net that reads none', async () => {
    const { source, said } = await subjectOf(
      state({ net: 'imagenet-mobilenet', thing: 'guitar' }),
      {
        height: 224,
        width: 224,
        channels: 3,
      },
      net,
    );
    expect([source, said]).toEqual(['thing', '402']);
  });

  it('is the same noise for the same seed, of which nobody says what it is', async () => {
    const noise = (seed: number) => subjectOf(state({ input: 'noise', seed }), grey, net);
    const [one, again, other] = await Promise.all([noise(3), noise(3), noise(4)]);
    expect(one).toEqual(again);
    expect(one.levels).not.toEqual(other.levels);
    expect(one.said).toBeUndefined();
  });

  it('may be a picture that evolved until the net gave the digit more than it gives black', async () => {
    const evolved = await subjectOf(state({ input: 'evolved', digit: '3' }), grey, net);
    const logits = await net.logits(Float32Array.from(evolved.levels, (level) => level / 255));
    expect([evolved.source, evolved.said]).toEqual(['evolved', undefined]);
    expect(softmax(logits, 10)[3]).toBeGreaterThan(0.12);
  });
});
