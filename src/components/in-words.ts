const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A count as prose has it: in a word up to twelve, else in digits. */
export const inWords = (count: number): string => words[count] ?? String(count);
