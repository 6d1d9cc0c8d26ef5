import type { BackendId, LogisticNet, Net, NetId, OwnModel, OwnModelOptions, Reader } from '../net.ts';

/** What a run may use of the world: nets by id, and a way to say what it is waiting for. */
export interface Bench {
  /** A layers model in the reader's own files; throws a ReaderError for one that cannot be attacked. */
  own(files: readonly File[], options: OwnModelOptions): Promise<OwnModel>;
  /**
   * Loads a net (once) and answers with it; throws a ReaderError when it cannot be had. For one that does not
   * ship the reader's consent is needed: until then the error says what is to be downloaded, and the page
   * asks for it.
   */
  net(id: NetId): Promise<Net>;
  /**
   * The net that answers questions about passages, loaded once; throws a ReaderError when it cannot be had.
   */
  reader(): Promise<Reader>;
  /** A one-unit net on given weights, computed by TensorFlow.js. */
  logistic(weights: Float32Array<ArrayBuffer>): Promise<LogisticNet>;
}

/**
 * What a reader is told while a run waits: bytes, where they are known, and what computes, once that is
 * known.
 */
export interface Note {
  readonly text: string;
  /** A sentence that stays until the run is over. */
  readonly notice?: string;
  /** Seconds that a step of this run may take without a sign of life, from now on. */
  readonly patience?: number | undefined;
  readonly done?: number;
  readonly total?: number;
  readonly backend?: BackendId;
}
