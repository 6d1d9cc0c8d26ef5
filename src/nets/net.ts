import type { Oracle, Vec } from '../lab/oracle.ts';
import type { Card } from './card.ts';
import type { Model } from './format/model-file.ts';
import type { NetId } from './registry.ts';

export type { BackendId } from './backend/candidate.ts';
export type { OwnModel, OwnModelOptions } from './own/own-model.ts';
export type { Reader } from './reader/load-reader.ts';
export type { NetId, ReaderId } from './registry.ts';
export type { ByteSource } from './sources/source.ts';

/** A network by its id: an oracle with a card. */
export interface Net extends Oracle {
  readonly id: NetId;
  readonly card: Card;
  /** Layers and weights as values, for what looks inside: saliency, hidden units. */
  readonly model: Model;
  /** Softmax of the logits: n·dimension numbers in, n·classes numbers out. */
  probabilities(x: Vec): Promise<Vec>;
  /** Frees the tensors; the net cannot be asked after that. */
  dispose(): void;
}

/** One logistic unit without bias, computed by TensorFlow.js. */
export interface LogisticNet {
  /** sigmoid(W·x) of one row of as many numbers as there are weights. */
  probability(x: Vec): Promise<number>;
  dispose(): void;
}
