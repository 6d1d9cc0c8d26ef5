export type BackendId = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** A backend that may or may not work here. */
export interface Candidate {
  readonly id: BackendId;
  /** Its name for readers. */
  readonly title: string;
  /** Brings in its code and makes it the one in use; rejects where this device cannot run it. */
  start(): Promise<void>;
}
