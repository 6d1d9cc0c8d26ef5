/** Which part of the tables to draw from: what a net was trained on, or what was kept from it. */
export type Part = 'seen' | 'heldOut';

/** Things in two parts that have none in common. */
export type Split<Thing> = Readonly<Record<Part, readonly Thing[]>>;

/** A line of things between commas, as a list. */
export const listed = (line: string): readonly string[] =>
  line.split(',').map((item) => item.trim().replaceAll(/\s+/g, ' '));
