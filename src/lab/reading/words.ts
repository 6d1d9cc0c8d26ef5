/** A word with its inner hyphens and apostrophes, or one mark of punctuation. */
const pattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/** The words of any text, punctuation marks among them, in their order. */
export const wordsOf = (text: string): readonly string[] => text.match(pattern) ?? [];

/** Whether a word is a mark of punctuation. */
export const isMark = (word: string): boolean => !/[\p{L}\p{N}]/u.test(word);

/** Words as a line of text: no space before a mark that closes. */
export const textOf = (words: readonly string[]): string => words.join(' ').replace(/ ([.,;:!?])/g, '$1');
