import { useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';
import { downloads } from './download.ts';
import type { AnyFigure } from '../contract/figure.ts';
import type { Published } from '../contract/published.ts';
import type { Shown } from '../session/session.ts';

/** Where a figure lives on the web, and how it is cited. */
export interface Home {
  /** Absolute path of the figure's own page, base path included, ending in '/'. */
  readonly path: string;
  /** Absolute path of its bare edition for frames on other sites. */
  readonly embed: string;
  readonly site: string;
  readonly authors: string;
  readonly year: number;
}

export interface ToolsProps {
  readonly figure: AnyFigure;
  readonly home: Home;
  /** The query of what is shown. */
  readonly link: string;
  readonly published: readonly Published[];
  readonly shown: Shown;
  readonly live: boolean;
  /** Sets the state of a link's query. */
  readonly onState: (query: string) => void;
  readonly onReset: () => void;
}

/** The address that shows what is shown: a preset's own page where the state is one. */
const address = ({ home, link, published }: ToolsProps): string => {
  const entry = published.find((candidate) => candidate.link === link);
  const path =
    entry === undefined
      ? `${home.path}${link}`
      : entry.name === ''
        ? home.path
        : `${home.path}${entry.name}/`;
  return new URL(path, location.href).href;
};

const embedCode = ({ home, link, figure }: ToolsProps): string =>
  `<iframe src="${new URL(`${home.embed}${link}`, location.href).href}" title="${figure.title}" ` +
  'width="100%" height="1100" loading="lazy" style="border:0"></iframe>';

const citation = (props: ToolsProps): string =>
  `${props.home.authors} (${props.home.year}). ${props.figure.title}. Interactive figure, version ${props.figure.version}, ` +
  `in ${props.home.site}. ${address(props)}`;

/** Named states, reset, copy link, embed, cite, copy the command, and download. */
export const Tools = (props: ToolsProps) => {
  const { figure, home, published, shown, live, onState, onReset, link } = props;
  const [said, setSaid] = useState('');
  /** Text the reader must copy by hand because the browser would not. */
  const [byHand, setByHand] = useState<string>();

  const copy = async (what: string, text: string): Promise<void> => {
    const copied = await copyText(text);
    setByHand(copied ? undefined : text);
    setSaid(
      copied
        ? `${what} copied.`
        : `This browser does not let a page copy; the ${what.toLowerCase()} is selected below.`,
    );
  };

  const command = figure.command?.(shown.state);

  return (
    <div class="tools">
      {published.length > 1 && (
        <p class="presets">
          <span class="name">States to see</span>{' '}
          {published.map((entry) => (
            <a
              key={entry.name}
              href={entry.name === '' ? home.path : `${home.path}${entry.name}/`}
              aria-current={entry.link === link ? 'true' : undefined}
              onClick={(event) => {
                if (!live || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onState(entry.link);
              }}
            >
              {entry.name === '' ? 'As in the text' : entry.title}
            </a>
          ))}
        </p>
      )}
      <fieldset class="actions" disabled={!live}>
        <legend class="visually-hidden">{figure.title}: share and save</legend>
        <button type="button" onClick={onReset}>
          Reset
        </button>
        <button type="button" onClick={() => void copy('Link', address(props))}>
          Copy link
        </button>
        <button type="button" onClick={() => void copy('Embed code', embedCode(props))}>
          Embed
        </button>
        <button type="button" onClick={() => void copy('Citation', citation(props))}>
          Cite
        </button>
        {command !== undefined && (
          <button type="button" onClick={() => void copy('Command', command)}>
            Copy command
          </button>
        )}
        <span class="downloads">
          <span class="name" id={`save-${figure.slug}`}>
            Download
          </span>{' '}
          {downloads.map(({ label, save }) => (
            <button
              key={label}
              type="button"
              aria-label={`Download ${label}`}
              onClick={(event) => {
                const stage = event.currentTarget.closest('.live');
                setSaid('');
                save(figure, shown, { site: home.site, address: address(props) }, stage).catch(() =>
                  setSaid(`This browser could not make the ${label}; try another format.`),
                );
              }}
            >
              {label}
            </button>
          ))}
        </span>
      </fieldset>
      <p class="said" role="status">
        {said}
      </p>
      {byHand !== undefined && (
        <input
          class="by-hand"
          readOnly
          aria-label="Text to copy"
          value={byHand}
          ref={(input) => input?.select()}
        />
      )}
    </div>
  );
};
