import type { BallId } from '../../lab/ball.ts';
import type { Problem } from '../../lab/problem.ts';
import type { Topology } from '../../nets/format/layers.ts';
import type { Schedule } from '../epoch.ts';
import type { Plan } from '../tasks/index.ts';

/** Whom a net is trained against: every batch is attacked before the net learns from it. */
export interface Adversary {
  readonly ball: BallId;
  readonly radius: number;
  /**
   * One step from a random start is the fast training of Wong et al. 2020; more are that of Madry et al.
   * 2018.
   */
  readonly steps: number;
  /** Size of a step as a share of the radius. */
  readonly stride: number;
  /** Share of the whole training during which the radius grows from 0 to its full size. */
  readonly warmUp: number;
  /**
   * Share of every batch that is attacked, all unless given; the rest stays as it is (the α of Goodfellow et
   * al. 2015).
   */
  readonly share?: number;
  /** Where an attack starts: at a random point of the ball unless given. */
  readonly start?: 'random' | 'picture';
  /**
   * If given, the net learns from the pictures as they are, and to say the same of attacked ones: β of TRADES
   * (Zhang et al. 2019); else from attacked ones alone (Madry et al. 2018).
   */
  readonly beta?: number;
  /** Bounds of attacked pixels, 0 and 1 unless given. */
  readonly box?: Problem['box'];
}

/** Everything that decides what a net will be, besides its data. */
export interface Recipe extends Schedule {
  readonly title: string;
  readonly plan: Plan;
  readonly adversary?: Adversary | undefined;
  /**
   * λ of each kernel, in the order of the layers: ½λ times the sum of its squares is part of the loss, and so
   * of the gradient that Adam scales, which `decay` is not. None unless given.
   */
  readonly penalty?: readonly number[] | undefined;
  /**
   * The net that has shipped whose weights this one begins from; of the same layers, or with fewer classes.
   * Without it they are drawn at random.
   */
  readonly from?: string | undefined;
  readonly topology: Topology;
}
