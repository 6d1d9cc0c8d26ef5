/**
 * What one page has cited so far: filled by Cite, Note and Predict while the page renders, read by
 * References.
 */
export interface Citing {
  /** How often each key was cited, in order of first mention. */
  readonly times: Map<string, number>;
  notes: number;
  predictions: number;
}

/** The page's own record, kept in its locals. */
export const citingOf = (locals: App.Locals): Citing =>
  (locals.citing ??= { times: new Map(), notes: 0, predictions: 0 });

/** Records one citation and returns its number, from 1, among those of the same work. */
export const recordCitation = ({ times }: Citing, key: string): number => {
  const time = (times.get(key) ?? 0) + 1;
  times.set(key, time);
  return time;
};
