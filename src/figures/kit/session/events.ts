import type { AnyState } from '../contract/figure.ts';
import type { Demand, Report } from './playback.ts';

/** What the main button of a figure does when it is pressed. */
export type Primary = 'run' | 'pause' | 'go on';

/** What a reader or the page can do to a live figure, and what is reported of its run. */
export type SessionEvent =
  /** The figure came to life, at an address with this query. */
  | { readonly kind: 'opened'; readonly query: string }
  /** Controls, or things in the drawing, were set; also files and pictures of the reader's. */
  | { readonly kind: 'adjusted'; readonly patch: Partial<AnyState> }
  /** A preset was chosen, by its link. */
  | { readonly kind: 'chosen'; readonly link: string }
  /** A link in the prose was followed. */
  | { readonly kind: 'linked'; readonly link: string }
  | { readonly kind: 'reset' }
  /** The main button, when it did this; a calm run has no pace, for those who want no motion. */
  | { readonly kind: 'pressed'; readonly primary: Primary; readonly calm: boolean }
  /** From the published result, which is the last frame: the one before. */
  | { readonly kind: 'went back' }
  | { readonly kind: 'sought'; readonly index: number }
  | { readonly kind: 'stepped' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'retried' }
  | { readonly kind: 'agreed'; readonly id: string }
  /** The reader insists on a backend; '' is the best one of this device. */
  | { readonly kind: 'insisted'; readonly backend: string }
  /** The figure came into sight or left it. */
  | { readonly kind: 'seen'; readonly visible: boolean }
  | Report;

/** What a session has the page and the player do. */
export type Effect =
  | Demand
  /**
   * Opens a run with that number, in place of the one before; its first frame is asked for in an effect of
   * its own.
   */
  | { readonly kind: 'start'; readonly run: number; readonly state: AnyState; readonly backend: string }
  /** Keeps the link of the state that the reader has made. */
  | { readonly kind: 'remember'; readonly link: string }
  /** Keeps that the reader agrees to the download of that net. */
  | { readonly kind: 'agree'; readonly id: string }
  | { readonly kind: 'bring in sight' };
