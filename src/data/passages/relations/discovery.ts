import { asking, type Relation } from '../relation.ts';
import { listed } from '../split.ts';

/** Who discovered what, near which town and when. */
export const discovery: Relation = {
  id: 'discovery',
  what: {
    seen: listed(`hidden cave, bronze helmet, rare orchid, Roman coin, old map, silver spoon, meteorite, warm spring, lost
      manuscript, buried wall, stone axe, unknown beetle, clay tablet, sunken ship`),
    heldOut: listed('golden ring, rare moss, lost statue, iron anchor, wooden idol'),
  },
  tell: {
    seen: [
      '{person} discovered {a:what} near {place} {when} .',
      '{when} , {person} discovered {a:what} .',
      '{a:what} was discovered near {place} by {person} .',
      'On a walk near {place} , {person} came upon {a:what} .',
      '{person} found {a:what} {when} .',
      'Near {place} lay {a:what} , which {person} found by chance .',
      'A storm helped {person} to find {a:what} near {place} .',
      '{when} , while digging near {place} , {person} came upon {a:what} .',
      'By chance {person} came upon {a:what} {when} .',
      'It was near {place} that {person} found {a:what} .',
    ],
    heldOut: [
      'Near {place} , {person} discovered {a:what} .',
      'By chance {person} found {a:what} near {place} .',
      '{a:what} was found by {person} {when} .',
    ],
  },
  ask: {
    seen: [
      ...asking('what', [
        ['What did {person} discover near {place} ?', '{person} discovered {a:what} near {place} .'],
        ['What was found by {person} ?', '{a:what} was found by {person} .'],
        ['What did {person} come upon {when} ?', '{person} came upon {a:what} {when} .'],
      ]),
      ...asking('person', [
        ['Who discovered {a:what} ?', '{person} discovered {a:what} .'],
        ['Who found {a:what} near {place} ?', '{person} found {a:what} near {place} .'],
        ['Which person came upon {a:what} {when} ?', '{person} came upon {a:what} {when} .'],
      ]),
      ...asking('when', [
        ['When did {person} discover {a:what} ?', '{person} discovered {a:what} {when} .'],
        ['When did {person} come upon {a:what} ?', '{person} came upon {a:what} {when} .'],
        ['At what time was {a:what} found ?', '{a:what} was found {when} .'],
      ]),
      ...asking('place', [
        ['Where did {person} find {a:what} ?', '{person} found {a:what} near {place} .'],
        [
          'Near which town did {person} come upon {a:what} ?',
          '{person} came upon {a:what} near the town of {place} .',
        ],
        ['Near which town was {a:what} discovered ?', '{a:what} was discovered near the town of {place} .'],
      ]),
    ],
    heldOut: [
      ...asking('what', [
        ['What did {person} find near {place} ?', '{person} found {a:what} near {place} .'],
      ]),
      ...asking('person', [['By which person was {a:what} found ?', '{a:what} was found by {person} .']]),
      ...asking('when', [['When was {a:what} discovered ?', '{a:what} was discovered {when} .']]),
      ...asking('place', [
        ['Where did {person} discover {a:what} ?', '{person} discovered {a:what} near {place} .'],
      ]),
    ],
  },
};
