import { asking, type Relation } from '../relation.ts';
import { listed } from '../split.ts';

/** Who played which instrument, where and when. */
export const music: Relation = {
  id: 'music',
  what: {
    seen: listed(`cello, flute, accordion, trumpet, harp, piano, clarinet, viola, drum, oboe, guitar, bassoon, mandolin, horn,
      zither, tuba`),
    heldOut: listed('violin, lute, organ, trombone, banjo'),
  },
  tell: {
    seen: [
      '{person} played the {what} in {place} {when} .',
      '{person} plays the {what} in an orchestra in {place} .',
      '{when} , {person} gave a concert on the {what} .',
      'In {place} , {person} gave a concert on the {what} .',
      'The {what} was played by {person} .',
      'Guests from {place} came to hear {person} play the {what} .',
      '{person} has practised the {what} every day since childhood .',
      '{when} , the orchestra of {place} let {person} play the {what} .',
      'In {place} , the {what} was played by {person} {when} .',
      'It was {person} who played the {what} in {place} .',
    ],
    heldOut: [
      '{when} , {person} played the {what} in {place} .',
      '{person} gave a concert on the {what} in {place} .',
      'In an orchestra in {place} , {person} plays the {what} .',
    ],
  },
  ask: {
    seen: [
      ...asking('what', [
        ['What does {person} play ?', '{person} plays the {what} .'],
        ['Which instrument did {person} play in {place} ?', '{person} played the {what} in {place} .'],
        ['On what did {person} give a concert {when} ?', '{person} gave a concert on the {what} {when} .'],
      ]),
      ...asking('person', [
        ['Who played the {what} in {place} ?', '{person} played the {what} in {place} .'],
        ['Which person plays the {what} ?', '{person} plays the {what} .'],
        ['Who gave a concert on the {what} {when} ?', '{person} gave a concert on the {what} {when} .'],
      ]),
      ...asking('place', [
        ['Where did {person} play the {what} ?', '{person} played the {what} in {place} .'],
        [
          'In which town did {person} play the {what} ?',
          '{person} played the {what} in the town of {place} .',
        ],
        ['In which town did {person} give a concert ?', '{person} gave a concert in the town of {place} .'],
      ]),
      ...asking('when', [
        ['When did {person} play the {what} ?', '{person} played the {what} {when} .'],
        ['When did {person} play in {place} ?', '{person} played in {place} {when} .'],
        ['At what time did {person} give a concert ?', '{person} gave a concert {when} .'],
      ]),
    ],
    heldOut: [
      ...asking('what', [['Which instrument does {person} play ?', '{person} plays the {what} .']]),
      ...asking('person', [['Who plays the {what} ?', '{person} plays the {what} .']]),
      ...asking('place', [['Where did {person} give a concert ?', '{person} gave a concert in {place} .']]),
      ...asking('when', [['When did {person} give a concert ?', '{person} gave a concert {when} .']]),
    ],
  },
};
