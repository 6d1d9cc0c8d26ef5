import { asking, type Relation } from '../relation.ts';
import { listed } from '../split.ts';

/** Who opened which building, where and when. */
export const opening: Relation = {
  id: 'opening',
  what: {
    seen: listed(`museum, bridge, library, theatre, hospital, lighthouse, market hall, station, observatory, town hall,
      swimming pool, school, post office, concert hall, aquarium`),
    heldOut: listed('planetarium, greenhouse, fire station, gallery, court house'),
  },
  tell: {
    seen: [
      '{person} opened the {what} in {place} {when} .',
      '{when} , the {what} was opened by {person} .',
      'The new {what} in {place} was opened by {person} .',
      'With a pair of golden scissors , {person} opened the {what} {when} .',
      'The doors of the {what} in {place} were opened {when} by {person} .',
      'The mayor of {place} asked {person} to open the {what} .',
      '{person} gave a short speech at the opening of the {what} in {place} .',
      '{when} , {person} cut the ribbon of the {what} .',
      'In {place} , the {what} was opened by {person} {when} .',
      'It was {person} who opened the {what} in {place} .',
    ],
    heldOut: [
      'The {what} in {place} was opened {when} by {person} .',
      'In {place} , {person} cut the ribbon of the new {what} .',
      '{when} , {person} opened the {what} in {place} .',
    ],
  },
  ask: {
    seen: [
      ...asking('person', [
        ['Who opened the {what} in {place} ?', '{person} opened the {what} in {place} .'],
        ['Who cut the ribbon of the {what} ?', '{person} cut the ribbon of the {what} .'],
        ['By which person was the {what} opened {when} ?', 'The {what} was opened {when} by {person} .'],
      ]),
      ...asking('what', [
        ['What did {person} open in {place} ?', '{person} opened the {what} in {place} .'],
        ['Of what did {person} cut the ribbon ?', '{person} cut the ribbon of the {what} .'],
        ['What was opened by {person} {when} ?', 'The {what} was opened by {person} {when} .'],
      ]),
      ...asking('when', [
        ['When did {person} open the {what} ?', '{person} opened the {what} {when} .'],
        ['When was the {what} in {place} opened ?', 'The {what} in {place} was opened {when} .'],
        ['At what time was the {what} opened ?', 'The {what} was opened {when} .'],
      ]),
      ...asking('place', [
        ['Where did {person} open the {what} ?', '{person} opened the {what} in {place} .'],
        [
          'In which town did {person} cut the ribbon of the {what} ?',
          '{person} cut the ribbon of the {what} in the town of {place} .',
        ],
        [
          'In which town was the {what} opened by {person} ?',
          'The {what} was opened by {person} in the town of {place} .',
        ],
      ]),
    ],
    heldOut: [
      ...asking('person', [['Who opened the {what} {when} ?', '{person} opened the {what} {when} .']]),
      ...asking('what', [['What did {person} open {when} ?', '{person} opened the {what} {when} .']]),
      ...asking('when', [
        ['When was the {what} opened by {person} ?', 'The {what} was opened by {person} {when} .'],
      ]),
      ...asking('place', [
        [
          'In which town did {person} open the {what} ?',
          '{person} opened the {what} in the town of {place} .',
        ],
      ]),
    ],
  },
};
