/** What can compute nets, by TensorFlow.js's names. */
export type BackendId = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** A backend that may or may not work here. */
export interface Candidate {
  readonly id: BackendId;
  /** Its name for readers. */
  readonly title: string;
  /**
   * Seconds that one step of it may keep a worker silent, where that is long: a graphics card compiles at
   * first.
   */
  readonly patience?: number;
  /** Brings in its code and makes it the one in use; rejects where this device cannot run it. */
  start(): Promise<void>;
}
