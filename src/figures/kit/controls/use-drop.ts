import type { TargetedDragEvent } from 'preact';
import { useState } from 'preact/hooks';

interface Drop {
  /** Whether files are held above the place now. */
  readonly over: boolean;
  /** The events of that place. */
  readonly place: {
    readonly onDragOver: (event: TargetedDragEvent<HTMLElement>) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: TargetedDragEvent<HTMLElement>) => void;
  };
}

/** Makes an element a place to drop files on. */
export const useDrop = (onFiles: (files: FileList | undefined) => void): Drop => {
  const [over, setOver] = useState(false);
  return {
    over,
    place: {
      onDragOver: (event) => {
        // Without this the browser opens what is dropped.
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        onFiles(event.dataTransfer?.files);
      },
    },
  };
};
