type Version = string | false;

/** Something of the web platform that the book uses. */
export interface Feature {
  /** Its name. */
  readonly name: string;
  /** Its key in MDN's browser-compat-data, by which a test checks the versions. */
  readonly key: string;
  /** The oldest version of each engine that has it; false is none. */
  readonly since: { readonly chrome: Version; readonly firefox: Version; readonly safari: Version };
  /**
   * What a reader without it has; `static` is the published results, with a sentence, and no live figures.
   */
  readonly without: 'static' | (string & {});
  /** Where a script finds it; asked for before figures wake where they cannot do without. */
  readonly path?: string;
}

const since = (chrome: Version, firefox: Version, safari: Version) => ({ chrome, firefox, safari });

/**
 * All that is newer than 2022 or not everywhere. `npm test` finds what of CSS is missing here, and
 * TypeScript's `lib` what of JavaScript.
 */
export const platform: readonly Feature[] = [
  {
    name: 'Module workers',
    key: 'api.Worker.Worker.ecmascript_modules',
    since: since('80', '114', '15'),
    without: 'static',
  },
  {
    name: 'Array.prototype.toSorted',
    key: 'javascript.builtins.Array.toSorted',
    since: since('110', '115', '16'),
    without: 'static',
    path: 'Array.prototype.toSorted',
  },
  {
    name: 'Array.prototype.toSpliced',
    key: 'javascript.builtins.Array.toSpliced',
    since: since('110', '115', '16'),
    without: 'static',
    path: 'Array.prototype.toSpliced',
  },
  {
    name: 'Array.prototype.findLast',
    key: 'javascript.builtins.Array.findLast',
    since: since('97', '104', '15.4'),
    without: 'static',
    path: 'Array.prototype.findLast',
  },
  {
    name: 'Array.prototype.at',
    key: 'javascript.builtins.Array.at',
    since: since('92', '90', '15.4'),
    without: 'static',
    path: 'Array.prototype.at',
  },
  {
    name: 'Object.hasOwn',
    key: 'javascript.builtins.Object.hasOwn',
    since: since('93', '92', '15.4'),
    without: 'static',
    path: 'Object.hasOwn',
  },
  {
    name: 'structuredClone',
    key: 'api.structuredClone',
    since: since('98', '94', '15.4'),
    without: 'static',
    path: 'structuredClone',
  },
  {
    name: 'AbortSignal.prototype.throwIfAborted',
    key: 'api.AbortSignal.throwIfAborted',
    since: since('100', '97', '15.4'),
    without: 'static',
    path: 'AbortSignal.prototype.throwIfAborted',
  },
  {
    name: 'reportError',
    key: 'api.reportError',
    since: since('95', '93', '15.4'),
    without: 'static',
    path: 'reportError',
  },
  {
    name: 'WebAssembly',
    key: 'webassembly.api',
    since: since('57', '52', '11'),
    without: 'Runs take many times longer, in plain JavaScript.',
    path: 'WebAssembly',
  },
  {
    name: 'WebAssembly SIMD',
    key: 'webassembly.fixed-width-SIMD',
    since: since('91', '89', '16.4'),
    without: 'Runs take longer.',
  },
  {
    name: 'WebGL in workers',
    key: 'api.OffscreenCanvas.getContext.webgl2_context',
    since: since('69', '105', '17'),
    without: 'The graphics card cannot be chosen; WebAssembly computes, as it does everywhere by itself.',
    path: 'OffscreenCanvas',
  },
  {
    name: 'WebGPU',
    key: 'api.GPU',
    since: since('144', '141', '26'),
    without: 'As without WebGL.',
    path: 'navigator.gpu',
  },
  {
    name: 'The clipboard',
    key: 'api.Clipboard.writeText',
    since: since('66', '63', '13.1'),
    without: 'A link to copy is shown, to be copied by hand.',
    path: 'navigator.clipboard',
  },
  {
    name: 'The camera',
    key: 'api.MediaDevices.getUserMedia',
    since: since('53', '36', '11'),
    without: 'Pictures come from files.',
    path: 'navigator.mediaDevices',
  },
  {
    name: 'Popovers',
    key: 'api.HTMLElement.showPopover',
    since: since('114', '125', '17'),
    without: 'Notes stand in the text, and a citation leads to the list of references.',
    path: 'HTMLElement.prototype.showPopover',
  },
  {
    name: ':has()',
    key: 'css.selectors.has',
    since: since('105', '121', '15.4'),
    without: 'The answers of predictions stand there from the start.',
  },
  {
    name: 'Container queries',
    key: 'css.at-rules.container',
    since: since('105', '110', '16'),
    without: 'Every drawing is the narrow one.',
  },
  {
    name: 'color-mix()',
    key: 'css.types.color.color-mix',
    since: since('111', '113', '16.2'),
    without: 'Some tints are missing.',
  },
  {
    name: 'subgrid',
    key: 'css.properties.grid-template-columns.subgrid',
    since: since('117', '71', '16'),
    without: 'Nothing: the same columns are written again.',
  },
  {
    name: 'text-wrap',
    key: 'css.properties.text-wrap',
    since: since('114', '121', '17.4'),
    without: 'Lines break less evenly.',
  },
  {
    name: 'hanging-punctuation',
    key: 'css.properties.hanging-punctuation',
    since: since(false, false, '26.5'),
    without: 'Quotation marks stand inside the edge.',
  },
  {
    name: 'content-visibility',
    key: 'css.properties.content-visibility',
    since: since('85', '125', '18'),
    without: 'Long lists take a little longer.',
  },
  {
    name: 'scrollbar-width',
    key: 'css.properties.scrollbar-width',
    since: since('121', '64', '18.2'),
    without: 'Scrollbars have their usual width.',
  },
  {
    name: 'accent-color',
    key: 'css.properties.accent-color',
    since: since('93', '92', '26.2'),
    without: 'Boxes and sliders have the colour of the system.',
  },
  {
    name: '@media (scripting)',
    key: 'css.at-rules.media.scripting',
    since: since('120', '113', '17'),
    without: 'Without script, buttons stand there that do nothing.',
  },
];
