import { useState } from 'preact/hooks';
import type { FilesParam } from '../contract/params.ts';
import { useDrop } from './use-drop.ts';

export interface FileDropProps {
  readonly id: string;
  readonly param: FilesParam;
  readonly value: readonly File[];
  readonly onChange: (value: readonly File[]) => void;
}

/** More than any net a tab should attack. */
const limit = 64 * 2 ** 20;

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)}\u00a0kB` : `${(bytes / 1e6).toFixed(1)}\u00a0MB`;

/** A place to drop files on, or to choose them; says what it holds, and lets go of it. */
export const FileDrop = ({ id, param, value, onChange }: FileDropProps) => {
  const [message, setMessage] = useState('');
  const total = value.reduce((sum, file) => sum + file.size, 0);

  const take = (chosen: FileList | null | undefined): void => {
    const all = Array.from(chosen ?? []);
    if (all.length === 0) return;
    const bytes = all.reduce((sum, file) => sum + file.size, 0);
    if (bytes > limit) {
      setMessage(`These files are ${size(bytes)}; choose a model of at most ${size(limit)}.`);
      return;
    }
    setMessage('');
    onChange(all);
  };
  const { over, place } = useDrop(take);

  return (
    <div class={over ? 'control files over' : 'control files'} {...place}>
      <label class="name" for={id}>
        {param.label}
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept={param.accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same files chosen again, perhaps mended, must be news.
          event.currentTarget.value = '';
        }}
      />
      {value.length > 0 && (
        <p class="chosen">
          {value.map(({ name }) => name).join(', ')}, {size(total)}{' '}
          <button type="button" onClick={() => onChange([])}>
            Remove
          </button>
        </p>
      )}
      <p class="hint" id={`${id}-hint`}>
        {param.hint}
      </p>
      <p class="message" role="status">
        {message}
      </p>
    </div>
  );
};
