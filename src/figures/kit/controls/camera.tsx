import { useEffect, useRef } from 'preact/hooks';
import type { ReaderPicture } from '../../../data/picture.ts';
import { pictureOfVideo } from './picture-source.ts';

export interface CameraProps {
  readonly stream: MediaStream;
  readonly onTake: (picture: ReaderPicture) => void;
  readonly onClose: () => void;
}

/** What the camera sees, cut to the square that is taken; it is off as soon as this is gone. */
export const Camera = ({ stream, onTake, onClose }: CameraProps) => {
  const video = useRef<HTMLVideoElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
    take.current?.focus();
    return () => {
      for (const track of stream.getTracks()) track.stop();
    };
  }, [stream]);
  return (
    <div class="camera" role="group" aria-label="Camera">
      <video ref={video} autoplay playsInline muted aria-label="What the camera sees" />
      <p>
        <button
          type="button"
          ref={take}
          onClick={() => {
            // Before its first picture there is nothing to take.
            if (video.current !== null && video.current.videoWidth > 0) onTake(pictureOfVideo(video.current));
          }}
        >
          Take the picture
        </button>{' '}
        <button type="button" onClick={onClose}>
          Close the camera
        </button>
      </p>
    </div>
  );
};
