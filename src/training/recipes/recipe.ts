import type { BallId } from '../../lab/ball.ts';
import type { Topology } from '../../nets/format/layers.ts';
import type { Plan } from '../tasks/index.ts';

/** Whom a net is trained against: every batch is attacked before the net learns from it. */
export interface Adversary {
  readonly ball: BallId;
  readonly radius: number;
  /** One step from a random start is the fast training of Wong et al. 2020; more are that of Madry et al. 2018. */
  readonly steps: number;
  /** Size of a step as a share of the radius. */
  readonly stride: number;
  /** Share of the whole training during which the radius grows from 0 to its full size. */
  readonly warmUp: number;
}

/** Everything that decides what a net will be, besides its data. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly plan: Plan;
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
  /** Adam's highest rate: reached after the first half epoch, then lowered to zero along a cosine. */
  readonly rate: number;
  /**
   * Weights shrink by this times the rate per step. Without it, what the first, random weights see in noise
   * would stay for ever, for digits have nothing to say about it.
   */
  readonly decay: number;
  /** The weights shipped are a running mean of those trained, which forgets at this rate per step. */
  readonly averaging: number;
  readonly adversary?: Adversary | undefined;
  /** The net that has shipped whose weights this one begins from; of the same layers, or with fewer classes. Without it they are drawn at random. */
  readonly from?: string | undefined;
  readonly topology: Topology;
}
