import { changed, defaultState } from './defaults.ts';
import type { Params, StateOf } from './params.ts';
import type { Bench } from '../../../nets/bench/bench.ts';
import type { Piece } from '../drawing/layout/piece.tsx';
import type { NetId } from '../../../nets/net.ts';
import type { Sound } from '../live/sounds.tsx';

/** What stands in a table; `null` is empty, and a number may be written for people in its own way. */
export type Cell = string | number | null | { readonly value: number; readonly text: string };

/** A figure's numbers in rows under a head, and a caption that says what they are. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A named state: it has a page, a card and a stored outcome, and the text may speak about it. */
export interface Preset<State> {
  readonly title: string;
  readonly state: Partial<State>;
  /** A net that does not ship, without which this state cannot be computed. */
  readonly needs?: NetId;
}

type Name<State> = keyof State & string;

/**
 * A field's control; with `when`, only in states in which it does something; with `offers`, a choice of only
 * those words, or a size on only those scales (the first stands for any that is not offered).
 */
export type Field<State> =
  | Name<State>
  | {
      readonly field: Name<State>;
      readonly when?: (state: State) => boolean;
      readonly offers?: (state: State) => readonly string[];
    };

/**
 * Controls that belong together; `quiet` ones start folded, `when` hides those that do nothing in a state.
 */
export interface Group<State> {
  readonly legend: string;
  readonly fields: readonly Field<State>[];
  readonly quiet?: boolean;
  readonly when?: (state: State) => boolean;
}

/** The fields of a group; with a state, those that are shown in it. */
export const fieldsOf = <State>({ fields }: Group<State>, state?: State): readonly Name<State>[] =>
  fields
    .filter((field) => state === undefined || typeof field !== 'object' || (field.when?.(state) ?? true))
    .map((field) => (typeof field === 'object' ? field.field : field));

/** Of a choice in a group, the words that are offered in a state; all where it says nothing. */
export const offersOf = <State>(
  { fields }: Group<State>,
  name: string,
  state: State,
): readonly string[] | undefined => {
  const entry = fields.find((field) => typeof field === 'object' && field.field === name);
  return typeof entry === 'object' ? entry.offers?.(state) : undefined;
};

/**
 * All the site needs to know of one figure, apart from its computation (`Run`) and its drawing (`View`),
 * which live in files of their own so that the page does not load the first nor the worker the second.
 */
export interface Figure<P extends Params, Frame> {
  readonly slug: string;
  /** Raised when an old link would mean something else. */
  readonly version: number;
  readonly title: string;
  /** Slug of the article that discusses the figure. */
  readonly article: string;
  readonly width: 'text' | 'wide';
  readonly params: P;
  readonly groups: readonly Group<StateOf<P>>[];
  readonly presets: Readonly<Record<string, Preset<StateOf<P>>>>;
  /**
   * Fields that only choose what is drawn of a frame (a selected cell): `run` ignores them, and changing one
   * starts no run.
   */
  readonly shows?: readonly (keyof P & string)[];
  /**
   * The figure asks and the reader answers: its controls come before the run, whose button is a quiet one.
   */
  readonly asks?: boolean;
  /**
   * Fields whose default in a state is another than the param's: settings of a method that is chosen there. A
   * link leaves them out.
   */
  defaultsIn?(state: StateOf<P>): Partial<StateOf<P>>;
  /** The fields of a link as they are now, of one that was made when they had other names. */
  formerly?(fields: Readonly<Record<string, string>>, base: StateOf<P>): Readonly<Record<string, string>>;
  /** What else changes with fields that the reader sets: the answers to pictures that are gone. */
  follow?(next: StateOf<P>, set: Partial<StateOf<P>>): Partial<StateOf<P>>;
  /** The primary control: 'Run the attack'. */
  readonly verb: string;
  /** Another verb for states in which the figure does something else. */
  verbIn?(state: StateOf<P>): string | undefined;
  /**
   * How many frames a run yields after the first, what one is called ('step 3 of 40'), and milliseconds
   * between two; a run that may be over `early` yields that many at most, and one that is `round` ends where
   * it began, at what the state shows.
   */
  readonly steps: {
    readonly name: string;
    /** What one is called in this state, where that differs. */
    nameIn?(state: StateOf<P>): string;
    readonly pace?: number;
    readonly early?: boolean;
    readonly round?: boolean;
    count(state: StateOf<P>): number;
  };
  /**
   * What a run uses up ('picture'), and how much of it has gone into a frame: its speed is told beside the
   * step.
   */
  readonly effort?: { readonly name: string; of(frame: Frame): number };
  /** The finding in one or two sentences with the numbers in them. */
  describe(state: StateOf<P>, frame: Frame): string;
  /** The same numbers as a table. */
  table(state: StateOf<P>, frame: Frame): Table;
  /** The command that computes a state in a copy of the book, as a shell takes it; none for some states. */
  command?(state: StateOf<P>): string | undefined;
  /** What can be heard of a frame. */
  sounds?(state: StateOf<P>, frame: Frame): readonly Sound[];
  /** The numbers by which a live run is compared with the published one: each within `tolerance`. */
  outcome(state: StateOf<P>, frame: Frame): Readonly<Record<string, number>>;
  readonly tolerance: number;
}

/**
 * Computes a figure: yields every iterate as a frame, the first before any step is taken. Runs in the worker,
 * in Node at build time and in tests, unchanged; all randomness comes from the state's seed. Frames hold only
 * what structured cloning can carry.
 */
export type Run<State, Frame> = (
  state: State,
  bench: Bench,
  signal: AbortSignal,
) => AsyncGenerator<Frame, void>;

/** What a view is asked to describe. */
export interface ViewProps<State, Frame> {
  readonly state: State;
  readonly frame: Frame;
  /** Makes ids unique when several drawings stand on one page. */
  readonly id: string;
}

/** What a figure draws of a frame, at any width. */
export interface Description {
  /** What the drawing shows, in words: its accessible name. */
  readonly title: string;
  readonly content: Piece;
}

/** Describes the drawing of a frame; pure, so that page, card, print and snapshot are calls of the same. */
export type View<State, Frame> = (props: ViewProps<State, Frame>) => Description;

/** The one place where the frame and params of a figure are forgotten: lists of all figures. */
export type AnyFigure = Figure<Params, unknown>;

/** The run of any figure, of whose state and frames nothing is known. */
export type AnyRun = Run<StateOf<Params>, unknown>;

/** The view of any figure. */
export type AnyView = View<StateOf<Params>, unknown>;

/** The state of any figure: values by field. */
export type AnyState = StateOf<Params>;

export { defaultState };

/** The figure itself; its params and frame are inferred and checked against each other. */
export const defineFigure = <const P extends Params, Frame>(figure: Figure<P, Frame>): Figure<P, Frame> =>
  figure;

/** A state without what only chooses how its frames are drawn: two states of one run have the same. */
export const runState = <P extends Params>(
  figure: { readonly params: P; readonly shows?: readonly (keyof P & string)[] },
  state: StateOf<P>,
): StateOf<P> => ({
  ...state,
  ...Object.fromEntries((figure.shows ?? []).map((name) => [name, figure.params[name]?.default])),
});

/** What a frame of a state's run is called. */
export const stepName = (figure: AnyFigure, state: AnyState): string =>
  figure.steps.nameIn?.(state) ?? figure.steps.name;

/** A state that has a page of its own. */
export interface PublishedState<State> {
  readonly title: string;
  readonly state: State;
  readonly needs: NetId | undefined;
}

/** Every state that has a page of its own: '' is the published state, the others are the presets. */
export const publishedStates = <P extends Params, Frame>(
  figure: Figure<P, Frame>,
): ReadonlyMap<string, PublishedState<StateOf<P>>> => {
  const base = defaultState(figure);
  return new Map([
    ['', { title: figure.title, state: base, needs: undefined }],
    ...Object.entries(figure.presets).map(
      ([name, { title, state, needs }]) =>
        [name, { title, state: changed(figure, base, state), needs }] as const,
    ),
  ]);
};
