import { expect, it } from 'vitest';
import { thingNames } from '../../src/data/emoji/things.ts';
import labels from '../../src/data/imagenet/labels.json' with { type: 'json' };
import { soundNames } from '../../src/data/sounds/sounds.ts';
import { kindNames } from '../../src/figures/hear/params.ts';
import { listed, withArticle } from '../../src/figures/kit/words/grammar.ts';

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

/** All names of classes that begin with a vowel to the ear, not to the eye. */
const vowels = `
  8, a, abacus, abaya, academic gown, accordion, acorn, acorn squash, acoustic guitar, admiral, affenpinscher, Afghan hound,
  African chameleon, African crocodile, African elephant, African grey, African hunting dog, agama, agaric, aircraft carrier,
  Airedale, airliner, airplane, airship, alarm clock, albatross, alligator lizard, alp, altar, ambulance, American alligator,
  American black bear, American chameleon, American coot, American egret, American lobster, American Staffordshire terrier,
  amphibian, analog clock, anemone fish, Angora, ant, apiary, Appenzeller, apron, Arabian camel, Arctic fox, armadillo,
  artichoke, ashcan, assault rifle, Australian terrier, axolotl, e, ear, earthstar, echidna, eel, eft, eggnog, Egyptian cat,
  electric fan, electric guitar, electric locomotive, electric ray, elephant, English foxhound, English setter,
  English springer, entertainment center, EntleBucher, envelope, Eskimo dog, espresso, espresso maker, hourglass, i, ibex,
  Ibizan hound, ice bear, ice cream, ice lolly, impala, Indian cobra, Indian elephant, indigo bunting, indri, iPod,
  Irish setter, Irish terrier, Irish water spaniel, Irish wolfhound, iron, isopod, Italian greyhound, o, obelisk, oboe,
  ocarina, odometer, oil filter, Old English sheepdog, orange, orangutan, organ, oscilloscope, ostrich, otter, otterhound,
  overskirt, ox, oxcart, oxygen mask, oystercatcher, umbrella, upright`
  .trim()
  .split(/,\s+/u);

const all = [...new Set([...digits, ...thingNames, ...labels, ...soundNames, ...kindNames])];

it('puts “an” before the names that begin with a vowel, and “a” before all others', () => {
  expect(all.length).toBeGreaterThan(1000);
  expect(vowels).toEqual(vowels.toSorted((a, b) => a.localeCompare(b, 'en')));
  const an = all.filter((name) => withArticle(name) === `an ${name}`);
  expect(an.toSorted((a, b) => a.localeCompare(b, 'en'))).toEqual(vowels);
  expect(all.filter((name) => ![`a ${name}`, `an ${name}`].includes(withArticle(name)))).toEqual([]);
});

it('goes by the sound of a word and of a number, not by its letter', () => {
  const a = [
    'unicycle',
    'European gallinule',
    'ewer',
    'ukulele',
    'one-way sign',
    'CD player',
    'U-turn',
    '1',
    '10',
    '110',
    '12',
  ];
  const an = [
    'hourglass',
    'heir',
    'urn',
    'unimportant one',
    'X-ray',
    'LED',
    'iPod',
    '8',
    '11',
    '18',
    '80',
    '11,000',
  ];
  expect(a.map(withArticle)).toEqual(a.map((name) => `a ${name}`));
  expect(an.map(withArticle)).toEqual(an.map((name) => `an ${name}`));
});

it('quotes the answer that is no thing', () => {
  expect(withArticle('none of these')).toBe('‘none of these’');
});

it('lists parts with commas and one “and”', () => {
  expect(listed([])).toBe('');
  expect(listed(['a cat'])).toBe('a cat');
  expect(listed(['a cat', 'a dog'])).toBe('a cat and a dog');
  expect(listed(['a cat', 'a dog', 'an eel'])).toBe('a cat, a dog and an eel');
});
