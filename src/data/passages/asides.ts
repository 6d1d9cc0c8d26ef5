import type { Wording } from './relation.ts';
import type { Split } from './split.ts';

/** Sentences between the facts that answer nothing. */
export const asides: Split<Wording> = {
  seen: [
    'The summer had been long and dry .',
    '{person} never liked to travel .',
    'A letter in the archive confirms it .',
    'Some of the neighbours remember {person} well .',
    'In {place} the streets are narrow and steep .',
    'The newspapers wrote little about it .',
    '{person} has three sisters and no brothers .',
    'Trains to {place} were slow at that time .',
    'Much of this was told to {person} by friends .',
    'It rained for most of the week .',
  ],
  heldOut: [
    'The newspapers remember {person} well .',
    'At that time the streets of {place} were narrow .',
    'It rained for a long time .',
  ],
};
