import { asking, type Relation } from '../relation.ts';
import { listed } from '../split.ts';

/** Who won what, where and when. */
export const contest: Relation = {
  id: 'contest',
  what: {
    seen: listed(`chess tournament, sailing race, cooking contest, spelling contest, ski race, archery tournament, poetry
      prize, rowing race, flower show, fencing tournament, essay prize, bicycle race, kite contest, swimming race`),
    heldOut: listed('horse race, dancing contest, wrestling tournament, painting prize, balloon race'),
  },
  tell: {
    seen: [
      '{person} won the {what} in {place} {when} .',
      '{person} won the {what} {when} .',
      '{when} , the {what} in {place} was won by {person} .',
      'The {what} was won by {person} .',
      'The winner of the {what} in {place} was {person} .',
      'To the joy of the crowd , {person} came first in the {what} {when} .',
      'Nobody in {place} was faster or better than {person} , who won the {what} .',
      '{person} took home a silver cup from the {what} in {place} .',
      'In {place} , {person} came first in the {what} {when} .',
      'The winner , {person} , was given flowers after the {what} in {place} .',
    ],
    heldOut: [
      '{when} , {person} won the {what} in {place} .',
      'In {place} , the winner of the {what} was {person} .',
      'It was {person} who came first in the {what} {when} .',
    ],
  },
  ask: {
    seen: [
      ...asking('person', [
        ['Who won the {what} ?', '{person} won the {what} .'],
        [
          'Who was the winner of the {what} in {place} ?',
          'The winner of the {what} in {place} was {person} .',
        ],
        ['Who won the {what} in {place} ?', '{person} won the {what} in {place} .'],
        ['Which person came first in the {what} {when} ?', '{person} came first in the {what} {when} .'],
      ]),
      ...asking('what', [
        ['What did {person} win in {place} ?', '{person} won the {what} in {place} .'],
        ['What was won by {person} {when} ?', 'The {what} was won by {person} {when} .'],
      ]),
      ...asking('when', [
        ['When did {person} win the {what} ?', '{person} won the {what} {when} .'],
        ['At what time was the {what} won by {person} ?', 'The {what} was won by {person} {when} .'],
      ]),
      ...asking('place', [
        ['Where did {person} win the {what} ?', '{person} won the {what} in {place} .'],
        [
          'In which town was the {what} won by {person} ?',
          'The {what} was won by {person} in the town of {place} .',
        ],
        ['In which town did {person} come first ?', '{person} came first in the town of {place} .'],
      ]),
    ],
    heldOut: [
      ...asking('person', [
        ['Who was the winner of the {what} ?', 'The winner of the {what} was {person} .'],
      ]),
      ...asking('what', [['What did {person} win {when} ?', '{person} won the {what} {when} .']]),
      ...asking('when', [
        ['When was the {what} won by {person} ?', 'The {what} was won by {person} {when} .'],
      ]),
      ...asking('place', [['In which town did {person} win ?', '{person} won in the town of {place} .']]),
    ],
  },
};
