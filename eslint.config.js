import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { COMPONENTS, rooms, ROUTES } from './bin/lint-rooms.mjs';

const TYPESCRIPT = ['**/*.ts'];
const SCRIPTS = ['**/*.{js,mjs}'];

const ALIASES = {
  regex: '^(@/|~|src/|/)',
  message: 'Import by a relative path or by # (package.json "imports").',
};

const CONTENT_STORE = {
  regex: '^astro:content$',
  message:
    'Only src/store/ and src/content.config.ts read the collections: ask the edition for a view model.',
};

/** For the rooms whose result depends on the content and the moment alone. */
const MACHINE = {
  regex: '^(node:)?fs(/.*)?$',
  message: 'src/store/ reads the files: take its rows as a parameter.',
};

const FRAMEWORK = {
  regex: '^astro(/.*|:(?!content$).*)?$|^@astrojs/',
  message: 'This room is plain TypeScript, tested without a build: let src/press/ speak to Astro.',
};

const PURE_CALLS = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'The moment is a parameter (--at): take it from the edition.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The moment is a parameter (--at): take it from the edition.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'The moment is a parameter (--at): take it from the edition.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'The moment is a parameter (--at): take it from the edition.',
  },
  {
    selector:
      'MemberExpression[object.name="Math"][property.name="random"], MemberExpression[property.name=/^(?:randomUUID|getRandomValues)$/]',
    message:
      'The same content makes the same bytes: derive it from the content, by a hash perhaps.',
  },
];

const NO_PROCESS = {
  name: 'process',
  message: 'A component gets props and nothing else: this machine must not reach the output.',
};

const NO_FETCH = {
  name: 'fetch',
  message: 'A build asks nobody: let src/store/ read it from content/ and take it as a parameter.',
};

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export it by its name, so that it is called the same everywhere.',
};

const NO_DYNAMIC_CONTENT = {
  selector: 'ImportExpression[source.value="astro:content"]',
  message: CONTENT_STORE.message,
};

/** One rule holds all patterns of a file: a later block would replace an earlier one's. */
function imports(...patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

function syntax(...restrictions) {
  return { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...restrictions] };
}

export default defineConfig(
  globalIgnores([
    '.astro/',
    '.broadsheet/',
    'content/',
    'dist/',
    'playwright-report/',
    'public/',
    'test-results/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  astro.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    plugins: { broadsheet: { rules: { rooms } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      ...syntax(),
    },
  },
  { files: TYPESCRIPT, rules: { 'no-undef': 'off' } },
  {
    files: SCRIPTS,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    // As they are printed into pages: classic scripts, for browsers of many years.
    files: ['src/{components,layouts}/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        addEventListener: 'readonly',
        document: 'readonly',
        Image: 'readonly',
        localStorage: 'readonly',
        location: 'readonly',
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }],
      '@typescript-eslint/prefer-for-of': 'off',
      'prefer-template': 'off',
    },
  },
  {
    // Types inside a template are for `astro check`.
    files: ['**/*.astro', '**/*.astro/*.{js,ts}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' },
  },
  { files: ['*.config.{js,mjs,ts}', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.test.ts'],
    rules: {
      // A test may look at what it has just put there.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },

  {
    files: ['src/**/*.{ts,astro}'],
    rules: { ...imports(ALIASES, CONTENT_STORE), ...syntax(NO_DYNAMIC_CONTENT) },
  },
  {
    files: ['src/store/**/*.ts', 'src/content.config.ts'],
    rules: { ...imports(ALIASES), ...syntax() },
  },
  {
    files: [
      'src/edition/**/*.ts',
      'src/addresses.ts',
      'src/metadata/**/*.ts',
      'src/feeds/**/*.ts',
      'src/sitemaps/**/*.ts',
    ],
    ignores: ['**/*.test.ts'],
    rules: {
      ...imports(ALIASES, CONTENT_STORE, MACHINE, FRAMEWORK),
      ...syntax(NO_DYNAMIC_CONTENT, ...PURE_CALLS),
      'no-restricted-globals': ['error', NO_FETCH],
    },
  },
  {
    files: ['src/{components,layouts,pages}/**/*.{ts,astro}'],
    ignores: ['**/*.test.ts'],
    rules: {
      ...syntax(NO_DYNAMIC_CONTENT, ...PURE_CALLS),
      'no-restricted-globals': ['error', NO_FETCH, NO_PROCESS],
    },
  },
  {
    files: ['src/{components,layouts}/**/*.{ts,astro}'],
    ignores: ['**/*.test.ts'],
    rules: { 'broadsheet/rooms': ['error', COMPONENTS] },
  },
  {
    files: ['src/pages/**/*.{ts,astro}'],
    rules: { 'broadsheet/rooms': ['error', ROUTES] },
  },
);
