import type { Download } from '../../../lab/reader-error.ts';

export interface ConsentProps {
  readonly download: Download;
  readonly onAgree: (id: string) => void;
}

/** Asks before a net that is no part of the book is downloaded: what, how much, and from where. */
export const Consent = ({ download: { id, title, bytes, host }, onAgree }: ConsentProps) => (
  <section class="consent" aria-label="A download">
    <p role="status">
      <strong>{title}</strong> is not part of this book: it is a download of {(bytes / 1e6).toPrecision(2)} MB
      from {host}. It is loaded only if you wish, and computes in this tab like the others: your pictures stay
      here.
    </p>
    <button type="button" onClick={() => onAgree(id)}>
      Load it
    </button>
  </section>
);
