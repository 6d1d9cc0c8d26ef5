import { describe, expect, it } from 'vitest';
import { defaultState } from '../../src/figures/kit/contract/figure.ts';
import forcedChoice from '../../src/figures/forced-choice/figure.ts';
import {
  fieldOf,
  follow,
  openFrom,
  questions,
  type ChoiceState,
} from '../../src/figures/forced-choice/params.ts';
import wagonWheel from '../../src/figures/wagon-wheel/figure.ts';
import { isEither, seenSpeed, type WheelState } from '../../src/figures/wagon-wheel/params.ts';

const wheel = (state: Partial<WheelState>): WheelState => ({ ...defaultState(wagonWheel), ...state });
const asked = (state: Partial<ChoiceState>): ChoiceState => ({ ...defaultState(forcedChoice), ...state });

describe('the wheel on film', () => {
  it('shows 24 pictures of 8 spokes turning 2.75 times a second as a quarter turn back', () => {
    expect(seenSpeed(2.75, wheel({}))).toBe(-0.25);
    expect(seenSpeed(3, wheel({}))).toBe(0);
  });

  it('turns neither forwards nor backwards at exactly half of what the film can show, and just beside it does', () => {
    for (const { speed, rate, spokes } of [
      { speed: 1.5, rate: 24, spokes: 8 },
      { speed: 4.5, rate: 24, spokes: 8 },
      { speed: 4, rate: 8, spokes: 3 },
      { speed: 1.2, rate: 12, spokes: 5 },
    ]) {
      const state = wheel({ speed, rate, spokes });
      const isTie = ((2 * speed * spokes) / rate) % 2 === 1;
      expect(isEither(seenSpeed(speed, state), state), JSON.stringify(state)).toBe(isTie);
      expect(isEither(seenSpeed(speed - 0.05, state), state)).toBe(false);
    }
    const half = wheel({ speed: 1.5 });
    expect(wagonWheel.describe(half, { kind: 'wheel', index: 0 })).toContain(
      'may as well turn forwards as backwards',
    );
  });

  it('stands still when it does not turn', () => {
    expect(wagonWheel.describe(wheel({ speed: 0 }), { kind: 'wheel', index: 0 })).toContain(
      'stands still, and so it does',
    );
  });
});

describe('the forced choice', () => {
  it('asks the next question that is open, from there on and then from the first', () => {
    const state = asked({ forced2: '4', forced3: '4' });
    expect(openFrom(state, 'forced', 2)).toBe(4);
    expect(openFrom(state, 'free', 2)).toBe(2);
    expect(openFrom(asked({ forced9: '1' }), 'forced', 9)).toBe(1);
    const all = Object.fromEntries(questions.map((question) => [fieldOf('forced', question), '1']));
    expect(openFrom(asked(all), 'forced', 1)).toBeUndefined();
  });

  it('goes back to the first open question with another offer, and forgets answers to other pictures', () => {
    const state = asked({ offer: 'free', question: 9, free1: 'none' });
    expect(follow(state, { offer: 'free' })).toEqual({ question: 2 });
    expect(follow(state, { free2: 'none' })).toEqual({});
    const fresh = follow({ ...state, seed: 8 }, { seed: 8 });
    expect({ ...state, ...fresh }).toEqual(asked({}));
  });
});
