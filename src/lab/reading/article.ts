/**
 * Words that begin with a vowel letter and not with a vowel: 'yoo' as in unicycle, European and ewe, 'w' as
 * in one.
 */
const consonants = /^(?:e[uw]|one(?![a-z])|once|uni(?!n|m)|u(?:bi|ku|ra|re|sa|se|si|sua|ti|to))/u;

/** Words whose h is silent. */
const silent = /^(?:heir|honest|honou?r|hour)/u;

/** Numbers that begin with a vowel: 8, 80, 11, 18, 11,000. */
const number = /^(?:8|1[18](?!\d))/u;

/** Letters whose own names begin with a vowel, as in 'an X-ray', 'an MRI scan', 'an a'. */
const letters = /^[aefhilmnorsx](?![a-z])/iu;

/** Capitals in a row are spelled out: 'a CD player', 'an LED'. */
const spelled = /^\p{Lu}(?:\p{Lu}|-|$)/u;

/** 'a' or 'an', whichever a name or a number takes by its sound. */
export const articleOf = (name: string): 'a' | 'an' => {
  if (/^\d/u.test(name)) return number.test(name) ? 'an' : 'a';
  const [first = ''] = name;
  if (spelled.test(name) || /^\p{L}(?!\p{L})/u.test(name)) return letters.test(first) ? 'an' : 'a';
  const word = name.toLowerCase();
  return (/^[aeiou]/u.test(word) && !consonants.test(word)) || silent.test(word) ? 'an' : 'a';
};
