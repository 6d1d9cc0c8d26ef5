import { asking, nothing, type Relation } from '../relation.ts';

/** Who was born where and when. */
export const birth: Relation = {
  id: 'birth',
  what: nothing,
  tell: {
    seen: [
      '{person} was born in {place} {when} .',
      '{person} was born {when} .',
      '{person} came into the world in {place} .',
      '{when} , in {place} , {person} came into the world .',
      'The birthplace of {person} is {place} .',
      '{place} is proud to be the birthplace of {person} .',
      '{person} , a native of {place} , comes from a large family .',
      '{person} , who was born {when} , is the oldest of the friends .',
      'In {place} , {person} was born {when} .',
      '{when} , a child was born who would be called {person} .',
    ],
    heldOut: [
      'It was in {place} that {person} was born .',
      '{person} is a native of {place} .',
      '{when} , {person} was born in {place} .',
    ],
  },
  ask: {
    seen: [
      ...asking('place', [
        ['Where was {person} born ?', '{person} was born in {place} .'],
        ['What is the birthplace of {person} ?', 'The birthplace of {person} is {place} .'],
        ['Of which town is {person} a native ?', '{person} is a native of the town of {place} .'],
        [
          'In which town did {person} come into the world ?',
          '{person} came into the world in the town of {place} .',
        ],
      ]),
      ...asking('when', [
        ['When was {person} born ?', '{person} was born {when} .'],
        ['On what date was {person} born ?', '{person} was born {when} .'],
        ['At what time did {person} come into the world ?', '{person} came into the world {when} .'],
      ]),
      ...asking('person', [
        ['Who was born in {place} ?', '{person} was born in {place} .'],
        ['Who is a native of {place} ?', '{person} is a native of {place} .'],
        ['Who came into the world {when} ?', '{person} came into the world {when} .'],
        ['Which person is a native of {place} ?', '{person} is a native of {place} .'],
      ]),
    ],
    heldOut: [
      ...asking('place', [
        ['In which town was {person} born ?', '{person} was born in the town of {place} .'],
      ]),
      ...asking('when', [['At what time was {person} born ?', '{person} was born {when} .']]),
      ...asking('person', [['Who was born {when} ?', '{person} was born {when} .']]),
    ],
  },
};
