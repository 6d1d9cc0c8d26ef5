/**
 * All frames of a run so far, as a value: a longer list is another list, and yet nothing is copied to make
 * it.
 */
export interface FrameList {
  readonly length: number;
  /** The frame at that place, from the end if negative; undefined where there is none. */
  at(index: number): unknown;
  /** This list with one more frame at its end. */
  with(frame: unknown): FrameList;
}

const listOf = (all: unknown[], length: number): FrameList => ({
  length,
  at: (index) => {
    const place = index < 0 ? index + length : index;
    return place < length ? all[place] : undefined;
  },
  with: (frame) => {
    // Only the longest list may grow in place; the empty one is everybody's.
    const longer = length > 0 && all.length === length ? all : all.slice(0, length);
    longer.push(frame);
    return listOf(longer, longer.length);
  },
});

/** No frames yet. */
export const noFrames: FrameList = listOf([], 0);
