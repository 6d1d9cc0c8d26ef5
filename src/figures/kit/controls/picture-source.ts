import { readerError } from '../../../lab/reader-error.ts';
import { readerPicture, type ReaderPicture } from '../../../data/picture.ts';

/**
 * Pixels along each side of a picture that is kept: as many as MobileNet reads; smaller nets average them.
 */
export const pictureSide = 224;

/** More than any camera's file; a browser may give up on larger ones without a word. */
const limit = 64 * 2 ** 20;

interface Source {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

const canvasOf = (side: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } => {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw readerError('This browser gives the page no canvas to scale the picture on.');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
};

/** The square in the middle, scaled down by halves, so that every pixel of it counts. */
const square = (name: string, { image, width, height }: Source): ReaderPicture => {
  let size = Math.min(width, height);
  if (size < 1) throw readerError(`“${name}” has no size of its own; choose another picture.`);
  let from: CanvasImageSource = image;
  let [left, top] = [(width - size) / 2, (height - size) / 2];
  for (;;) {
    const next = Math.max(pictureSide, Math.ceil(size / 2));
    const { canvas, context } = canvasOf(size <= pictureSide ? pictureSide : next);
    context.drawImage(from, left, top, size, size, 0, 0, canvas.width, canvas.width);
    if (canvas.width === pictureSide) {
      return readerPicture(name, pictureSide, context.getImageData(0, 0, pictureSide, pictureSide).data);
    }
    [from, size, left, top] = [canvas, canvas.width, 0, 0];
  }
};

/**
 * A picture file as the browser reads it, turned as the camera was held; throws a ReaderError where it
 * cannot.
 */
export const pictureOfFile = async (file: Blob, name: string): Promise<ReaderPicture> => {
  if (file.size > limit) {
    throw readerError(
      `“${name}” has ${Math.round(file.size / 2 ** 20)} MB; choose a picture of at most 64 MB.`,
    );
  }
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode().catch((cause: unknown) => {
      throw readerError(
        `“${name}” is no picture that this browser can read; choose a PNG, JPEG, WebP, GIF or SVG file.`,
        { cause },
      );
    });
    return square(name, { image, width: image.naturalWidth, height: image.naturalHeight });
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** What a video shows at this moment. */
export const pictureOfVideo = (video: HTMLVideoElement): ReaderPicture =>
  square('camera', { image: video, width: video.videoWidth, height: video.videoHeight });

/** The first picture among files that were dropped or pasted, if there is one. */
export const imageAmong = (files: FileList | undefined | null): File | undefined =>
  Array.from(files ?? []).find(({ type }) => type.startsWith('image/'));

/** The picture on the clipboard; throws a ReaderError where there is none or the browser keeps it back. */
export const pictureOfClipboard = async (): Promise<ReaderPicture> => {
  if (!('clipboard' in navigator) || !('read' in navigator.clipboard)) {
    throw readerError('This browser pastes by keyboard only: press Ctrl V (⌘ V on a Mac) here.');
  }
  const items = await navigator.clipboard.read().catch((cause: unknown) => {
    throw readerError('The browser did not allow it: press Ctrl V (⌘ V on a Mac) here, or choose a file.', {
      cause,
    });
  });
  for (const item of items) {
    const type = item.types.find((name) => name.startsWith('image/'));
    if (type !== undefined) return pictureOfFile(await item.getType(type), 'pasted');
  }
  throw readerError('There is no picture on the clipboard: copy one first.');
};

/** Why a camera cannot be had, by the name of the browser's error. */
const refusals: Readonly<Record<string, string>> = {
  NotAllowedError:
    'The camera was refused: allow it for this page in the browser’s settings, or choose a file.',
  NotFoundError: 'This device has no camera that the browser can use: choose a file instead.',
  NotReadableError: 'Another program is using the camera: close it and try again, or choose a file.',
};

/** Opens the camera; throws a ReaderError that says why it cannot be had. */
export const openCamera = async (): Promise<MediaStream> => {
  if (!('mediaDevices' in navigator)) {
    throw readerError(
      'The browser keeps the camera from pages that are not sent over https: choose a file instead.',
    );
  }
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 960 }, height: { ideal: 960 } },
    });
  } catch (cause) {
    const sentence = refusals[cause instanceof Error ? cause.name : ''];
    throw readerError(sentence ?? 'The camera could not be opened: choose a file instead.', { cause });
  }
};
