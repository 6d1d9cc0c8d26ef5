import { asking, type Relation } from '../relation.ts';
import { listed } from '../split.ts';

/** Who studied what, where and when. */
export const study: Relation = {
  id: 'study',
  what: {
    seen: listed(`botany, geometry, medicine, law, astronomy, grammar, history, theology, engineering, rhetoric, optics,
      anatomy, drawing, navigation, physics, economics, Latin, Greek, logic, acoustics`),
    heldOut: listed('geology, philosophy, algebra, surgery, Arabic, mechanics'),
  },
  tell: {
    seen: [
      '{person} studied {what} in {place} .',
      '{person} studied {what} {when} .',
      'At the college of {place} , {person} studied {what} .',
      '{person} took a degree in {what} {when} .',
      '{person} spent four years learning {what} in {place} .',
      '{when} , {person} began to study {what} in {place} .',
      'The teachers of {place} gave {person} a degree in {what} .',
      'What {person} liked most at college was {what} .',
      'In {place} , {person} took a degree in {what} {when} .',
      'It was {what} that {person} studied {when} .',
    ],
    heldOut: [
      'In {place} , {person} studied {what} .',
      '{when} , {person} took a degree in {what} .',
      '{person} began to study {what} at the college of {place} .',
    ],
  },
  ask: {
    seen: [
      ...asking('what', [
        ['What did {person} study ?', '{person} studied {what} .'],
        ['In which subject did {person} take a degree ?', '{person} took a degree in {what} .'],
        ['In what did {person} take a degree ?', '{person} took a degree in {what} .'],
        ['What was {person} learning in {place} ?', '{person} was learning {what} in {place} .'],
      ]),
      ...asking('place', [
        ['Where did {person} study {what} ?', '{person} studied {what} in {place} .'],
        ['In which town did {person} take a degree ?', '{person} took a degree in the town of {place} .'],
        ['In which town did {person} go to college ?', '{person} went to college in the town of {place} .'],
      ]),
      ...asking('when', [
        ['When did {person} study {what} ?', '{person} studied {what} {when} .'],
        ['When did {person} begin to study {what} ?', '{person} began to study {what} {when} .'],
        ['At what time did {person} take a degree in {what} ?', '{person} took a degree in {what} {when} .'],
      ]),
      ...asking('person', [
        ['Who studied {what} ?', '{person} studied {what} .'],
        ['Which person took a degree in {what} ?', '{person} took a degree in {what} .'],
      ]),
    ],
    heldOut: [
      ...asking('what', [['What did {person} study in {place} ?', '{person} studied {what} in {place} .']]),
      ...asking('place', [
        ['In which town did {person} study {what} ?', '{person} studied {what} in the town of {place} .'],
      ]),
      ...asking('when', [
        ['When did {person} take a degree in {what} ?', '{person} took a degree in {what} {when} .'],
      ]),
      ...asking('person', [['Which person studied {what} ?', '{person} studied {what} .']]),
    ],
  },
};
