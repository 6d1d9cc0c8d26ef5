import { asking, type Relation } from '../relation.ts';
import { listed } from '../split.ts';

/** Who works as what, and where. */
export const work: Relation = {
  id: 'work',
  what: {
    seen: listed(`baker, surveyor, clockmaker, nurse, carpenter, pilot, gardener, tailor, engraver, plumber, librarian,
      beekeeper, dentist, blacksmith, bookbinder, chemist, ferryman, glazier, mason, optician, potter, saddler, weaver`),
    heldOut: listed('cooper, locksmith, accountant, farmer, shepherd, translator, printer'),
  },
  tell: {
    seen: [
      '{person} works as {a:what} in {place} .',
      '{person} earns a living as {a:what} .',
      '{person} , {a:what} by trade , seldom speaks of it .',
      'In {place} , {person} has found work as {a:what} .',
      '{person} is {a:what} with a small workshop in {place} .',
      'The trade of {person} is that of {a:what} .',
      'People in {place} know {person} as {a:what} .',
      'Every morning {person} goes to work as {a:what} .',
      'For a living {person} works as {a:what} .',
      'In {place} they needed {a:what} , and {person} is one .',
    ],
    heldOut: [
      '{person} has found work in {place} as {a:what} .',
      'By trade {person} is {a:what} .',
      'As {a:what} , {person} earns a living in {place} .',
    ],
  },
  ask: {
    seen: [
      ...asking('what', [
        ['What does {person} work as ?', '{person} works as {a:what} .'],
        ['What is the trade of {person} ?', 'The trade of {person} is that of {a:what} .'],
        ['By trade , what is {person} ?', 'By trade , {person} is {a:what} .'],
        ['As what does {person} earn a living ?', '{person} earns a living as {a:what} .'],
      ]),
      ...asking('place', [
        ['Where does {person} work as {a:what} ?', '{person} works as {a:what} in {place} .'],
        ['In which town does {person} work ?', '{person} works in the town of {place} .'],
        ['In which town has {person} found work ?', '{person} has found work in the town of {place} .'],
      ]),
      ...asking('person', [
        ['Who works as {a:what} ?', '{person} works as {a:what} .'],
        ['Who is {a:what} by trade ?', '{person} is {a:what} by trade .'],
        ['Which person earns a living as {a:what} ?', '{person} earns a living as {a:what} .'],
      ]),
    ],
    heldOut: [
      ...asking('what', [['What is {person} by trade ?', '{person} is {a:what} by trade .']]),
      ...asking('place', [['Where does {person} work ?', '{person} works in {place} .']]),
      ...asking('person', [['Who has found work as {a:what} ?', '{person} has found work as {a:what} .']]),
    ],
  },
};
