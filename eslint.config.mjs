import path from 'node:path';
import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/** What each folder of src may import besides itself: the direction of the whole house. */
const mayImport = {
  lab: [],
  data: ['lab'],
  nets: ['lab'],
  figures: ['lab', 'data', 'nets', 'styles'],
  engine: ['lab', 'data', 'nets', 'figures', 'styles'],
  components: ['lab', 'data', 'nets', 'figures', 'engine', 'styles'],
  layouts: ['lab', 'data', 'nets', 'figures', 'engine', 'components', 'styles'],
  pages: ['lab', 'data', 'nets', 'figures', 'engine', 'components', 'layouts', 'styles'],
  training: ['lab', 'data', 'nets', 'figures'],
  styles: [],
};

const folderOf = (file) => {
  const [top, folder, ...rest] = path.relative(import.meta.dirname, file).split(path.sep);
  return top === 'src' && rest.length > 0 ? folder : top;
};

/**
 * Refuses imports against the direction of the house, however they are written: import, export from,
 * import(), import.meta.glob() and new URL(…, import.meta.url), which is how workers start.
 */
const direction = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = folderOf(context.filename);
    const allowed = mayImport[from];
    if (!allowed) return {};
    const check = (node) => {
      if (typeof node?.value !== 'string' || !node.value.startsWith('.')) return;
      const to = folderOf(path.resolve(path.dirname(context.filename), node.value));
      if (to === from || allowed.includes(to) || !(to in mayImport || to === 'tests')) return;
      const list = allowed.map((name) => `src/${name}`).join(', ') || 'nothing but itself';
      context.report({ node, message: `src/${from} may import ${list}; not ${to}.` });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      'NewExpression[callee.name="URL"]': (node) => check(node.arguments[0]),
      'CallExpression[callee.object.type="MetaProperty"][callee.property.name="glob"]': (node) =>
        (node.arguments[0]?.elements ?? node.arguments).forEach(check),
    };
  },
};

/** A region that scrolls has to be reachable by keyboard. */
const regionsScroll = { roles: ['region'], tags: [] };

const onlyNets = {
  regex: '^@tensorflow/',
  message: 'Only src/nets knows TensorFlow.js; ask it for an Oracle or a Net.',
};
const unseeded = {
  group: ['d3', 'd3-random'],
  importNamePattern: '^random(?!Lcg)',
  message: "Draw from src/lab/random.ts with the state's seed.",
};
const banImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const page = ['document', 'window', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage'];
const pageToo = [
  'matchMedia',
  'getComputedStyle',
  'requestAnimationFrame',
  'customElements',
  'alert',
  'confirm',
];
const noPage = [...page, ...pageToo].map((name) => ({
  name,
  message:
    'Only src/figures/kit, src/engine and src/components (and the commands that drive browsers) know the page.',
}));
const noClock = ['Date', 'performance', 'crypto'].map((name) => ({
  name,
  message: "A figure's result depends on its state and seed alone.",
}));
const banGlobals = (...globals) => ({
  'no-restricted-globals': ['error', { globals, checkGlobalObject: true }],
});
const noMathRandom = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: "Draw from src/lab/random.ts with the state's seed." },
  ],
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', '.data/', 'look/', 'test-results/', 'public/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  typescript.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      'no-warning-comments': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // An arrow may be the call it makes; a variable or an argument that is nothing may not.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      // Values with functions, not classes: nothing here reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // An async generator that has nothing to await today is still a path of frames or steps.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Where an index is not checked, a test of what it found looks idle and is not.
    files: ['src/{lab,data}/**'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    files: ['**/*.tsx'],
    extends: [a11y.configs.recommended],
    rules: {
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', regionsScroll],
    },
  },
  astro.configs.recommended,
  astro.configs['jsx-a11y-recommended'],
  { files: ['**/*.astro'], rules: { 'astro/jsx-a11y/no-noninteractive-tabindex': ['error', regionsScroll] } },
  // Typed rules on .astro and plain JavaScript cost more than they find; astro check types the former.
  { files: ['**/*.astro', '**/*.astro/*', '**/*.mjs'], extends: [typescript.configs.disableTypeChecked] },

  // A hint to split a subject in two, not to squeeze it: what explains and what separates does not count.
  {
    files: ['src/**'],
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Prettier breaks code here; this is for what it leaves alone. A sentence stays on one line, to be found.
    rules: {
      'max-len': [
        'error',
        {
          code: 110,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignoreUrls: true,
        },
      ],
    },
  },
  { files: ['src/**'], plugins: { house: { rules: { direction } } }, rules: { 'house/direction': 'error' } },
  { files: ['src/**'], ignores: ['src/nets/**', 'src/training/bench/**'], rules: banImports(onlyNets) },
  { files: ['src/{lab,data,figures}/**'], rules: { ...banImports(onlyNets, unseeded), ...noMathRandom } },
  {
    files: ['src/**'],
    ignores: ['src/{figures/kit,engine,components,training/bench,training/browsers}/**'],
    rules: banGlobals(...noPage),
  },
  { files: ['src/{lab,data,figures}/**'], rules: banGlobals(...noPage, ...noClock) },
  { files: ['src/figures/kit/**'], rules: banGlobals(...noClock) },
  { files: ['src/training/**', 'tests/**', '*.mjs'], rules: { 'no-console': 'off' } },
);
