import { decimal } from '../words/format.ts';
import { wavDataUri } from './wav.ts';

/** Something to hear: samples in −1 … 1, `rate` of them a second. */
export interface Sound {
  readonly title: string;
  readonly samples: Float32Array;
  readonly rate: number;
}

/** A caption that stands for the whole of a sound, as a WebVTT file. */
const caption = (title: string): string =>
  `data:text/vtt,${encodeURIComponent(`WEBVTT\n\n00:00.000 --> 00:59.000\n${title}`)}`;

/** The browser's own players side by side; they play without script too. */
export const Sounds = ({ sounds }: { readonly sounds: readonly Sound[] }) => (
  <ul class="sounds">
    {sounds.map(({ title, samples, rate }) => (
      <li key={title}>
        {/* Players write whole seconds, and so nothing of a short sound. */}
        <span class="name">{`${title}, ${decimal(samples.length / rate, 2)} s`}</span>
        <audio controls preload="metadata" aria-label={title} src={wavDataUri(samples, rate)}>
          <track kind="captions" srcLang="en" src={caption(title)} />
        </audio>
      </li>
    ))}
  </ul>
);
