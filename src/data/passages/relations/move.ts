import { asking, nothing, type Relation } from '../relation.ts';

/** Who moved where, and when. */
export const move: Relation = {
  id: 'move',
  what: nothing,
  tell: {
    seen: [
      '{person} moved to {place} {when} .',
      '{when} , {person} moved to {place} .',
      '{person} packed everything and left for {place} {when} .',
      '{person} settled in {place} after a long journey .',
      'The new home of {person} is {place} .',
      '{when} , after much thought , {person} settled in {place} .',
      '{person} has made a new home in {place} .',
      'With two suitcases , {person} left for {place} .',
      '{when} , {person} left home for {place} .',
      'It was {place} that {person} moved to {when} .',
    ],
    heldOut: [
      '{person} settled in {place} {when} .',
      'It was {when} that {person} moved to {place} .',
      '{person} left home and moved to {place} .',
    ],
  },
  ask: {
    seen: [
      ...asking('place', [
        ['Where did {person} move ?', '{person} moved to {place} .'],
        ['What is the new home of {person} ?', 'The new home of {person} is {place} .'],
        ['For which town did {person} leave ?', '{person} left for the town of {place} .'],
        ['In which town did {person} settle ?', '{person} settled in the town of {place} .'],
      ]),
      ...asking('when', [
        ['When did {person} move to {place} ?', '{person} moved to {place} {when} .'],
        ['When did {person} leave for {place} ?', '{person} left for {place} {when} .'],
        ['At what time did {person} leave for {place} ?', '{person} left for {place} {when} .'],
      ]),
      ...asking('person', [
        ['Who moved to {place} ?', '{person} moved to {place} .'],
        ['Who settled in {place} ?', '{person} settled in {place} .'],
        ['Which person left for {place} {when} ?', '{person} left for {place} {when} .'],
      ]),
    ],
    heldOut: [
      ...asking('place', [['To which town did {person} move ?', '{person} moved to the town of {place} .']]),
      ...asking('when', [['When did {person} settle in {place} ?', '{person} settled in {place} {when} .']]),
      ...asking('person', [['Who left for {place} ?', '{person} left for {place} .']]),
    ],
  },
};
