import { useEffect, useRef, useState } from 'preact/hooks';
import { isReaderError } from '../../../lab/reader-error.ts';
import { Camera } from './camera.tsx';
import type { PictureParam } from '../contract/params.ts';
import type { ReaderPicture } from '../../../data/picture.ts';
import { imageAmong, openCamera, pictureOfClipboard, pictureOfFile } from './picture-source.ts';
import { pngDataUri } from '../drawing/png.ts';
import { useDrop } from './use-drop.ts';

export interface PictureDropProps {
  readonly id: string;
  readonly param: PictureParam;
  readonly value: ReaderPicture | null;
  readonly onChange: (value: ReaderPicture | null) => void;
}

/**
 * A picture of the reader's: chosen, dropped, pasted or taken with the camera; every failure is said in a
 * sentence.
 */
export const PictureDrop = ({ id, param, value, onChange }: PictureDropProps) => {
  const [message, setMessage] = useState('');
  const [stream, setStream] = useState<MediaStream | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);

  const attempt = async <T,>(work: () => Promise<T>, use: (result: T) => void): Promise<void> => {
    try {
      setMessage('');
      use(await work());
    } catch (error) {
      if (!isReaderError(error)) console.error(error);
      setMessage(isReaderError(error) ? error.message : 'That did not work: choose a picture file instead.');
    }
  };
  const take = (files: FileList | undefined | null): void => {
    const file = imageAmong(files) ?? files?.[0];
    if (file !== undefined) void attempt(() => pictureOfFile(file, file.name), onChange);
  };

  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const figure = root.current?.closest('.live') ?? root.current;
      const file = imageAmong(event.clipboardData?.files);
      // Other figures of the page may have such a place too: the one in use takes it.
      if (file === undefined || !(figure?.matches(':hover') || figure?.contains(document.activeElement)))
        return;
      event.preventDefault();
      void attempt(() => pictureOfFile(file, 'pasted'), onChange);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [onChange]);

  const { over, place } = useDrop(take);
  const close = (): void => setStream(undefined);

  return (
    <div ref={root} class={over ? 'control files picture over' : 'control files picture'} {...place}>
      <label class="name" for={id}>
        {param.label}
      </label>
      <input
        id={id}
        type="file"
        accept="image/*"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <p class="ways">
        <button type="button" onClick={() => void attempt(pictureOfClipboard, onChange)}>
          Paste
        </button>{' '}
        <button
          type="button"
          aria-expanded={stream !== undefined}
          onClick={() => void attempt(openCamera, setStream)}
        >
          Use the camera
        </button>
      </p>
      {stream !== undefined && (
        <Camera
          stream={stream}
          onClose={close}
          onTake={(picture) => {
            close();
            onChange(picture);
          }}
        />
      )}
      {value !== null && (
        <p class="chosen">
          <img src={pngDataUri(value.pixels, value.side, value.side, 3)} alt="" width={56} height={56} />{' '}
          {value.name}{' '}
          <button type="button" onClick={() => onChange(null)}>
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
