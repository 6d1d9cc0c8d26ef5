import { wordsOf } from '../../lab/reading/words.ts';
import { asides } from './asides.ts';
import { months } from './dates.ts';
import { firstNames, surnames } from './people.ts';
import { places } from './places.ts';
import { relations } from './relations/index.ts';

/** The words of wordings and things, in small letters, without slots. */
const wordsIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => wordsOf(text.replaceAll(/\{[^}]*\}/g, ' '))).map((word) => word.toLowerCase());

/** What fills in around a slot. */
const between = ['in', 'on', 'a', 'an'];

/**
 * Every word, mark and name of the parts of the tables that a net is trained on, in small letters; numbers
 * are not among them.
 */
export const trainedWords = (): ReadonlySet<string> =>
  new Set([
    ...between,
    ...wordsIn([...firstNames.seen, ...surnames.seen, ...places.seen, ...asides.seen, ...months]),
    ...relations.flatMap(({ tell, ask, what }) =>
      wordsIn([...tell.seen, ...what.seen, ...ask.seen.flatMap((asking) => [asking.ask, asking.say])]),
    ),
  ]);
