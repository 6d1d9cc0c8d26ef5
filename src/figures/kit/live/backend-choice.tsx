import type { BackendId } from '../../../nets/net.ts';

const titles: Readonly<Record<BackendId, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};

export interface BackendChoiceProps {
  readonly id: string;
  /** What computes at present. */
  readonly backend: BackendId;
  /** What the reader insists on; '' is the best one of this device. */
  readonly wanted: string;
  readonly onChange: (wanted: string) => void;
}

/** Says what part of the device computes a figure, and lets the reader choose another. */
export const BackendChoice = ({ id, backend, wanted, onChange }: BackendChoiceProps) => (
  <label class="backend" for={`${id}-backend`}>
    <span class="name">Computed with</span>{' '}
    <select id={`${id}-backend`} value={wanted} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{wanted === '' ? titles[backend] : 'the best of this device'}</option>
      {Object.entries(titles)
        .filter(([other]) => wanted !== '' || other !== backend)
        .map(([other, title]) => (
          <option value={other}>{title}</option>
        ))}
    </select>
  </label>
);
