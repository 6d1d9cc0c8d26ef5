export interface SaidProps {
  readonly announcement: string;
  readonly notices: readonly (string | undefined)[];
}

/** What a figure says besides its finding: politely to screen readers, and to everyone what is wrong. */
export const Said = ({ announcement, notices }: SaidProps) => (
  <>
    <p class="visually-hidden" role="status">
      {announcement}
    </p>
    {notices.map(
      (sentence) =>
        sentence !== undefined && (
          <p key={sentence} class="notice" role="alert">
            {sentence}
          </p>
        ),
    )}
  </>
);
