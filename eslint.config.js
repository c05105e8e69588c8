import a11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { justifiedAssertion } from './tools/eslint-rules/justified-assertion.mjs';

const local = { rules: { 'justified-assertion': justifiedAssertion } };

/** Doors of Electron that only one room may open, with where to go instead. */
const electronDoors = [
  {
    name: 'electron',
    importNames: ['ipcMain'],
    message: 'Add a method to shared/bridge and a service to main/services.ts.',
  },
  {
    name: 'electron',
    importNames: ['ipcRenderer', 'contextBridge'],
    message: 'The bridge of main/preload is the only one.',
  },
];

export default defineConfig([
  {
    ignores: [
      'dist/',
      'release/',
      '.cache/',
      'test-results/',
      'playwright-report/',
      'coverage/',
      'tools/laws/planted/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./{shared,main,relay,renderer,e2e,tools}/tsconfig.json', './tsconfig.tests.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { local },
    rules: {
      'local/justified-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      // Our interfaces are closures, which need no `this`; a Y.Text prints as its text; `string & Name` narrows on purpose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['YText', 'YXmlText', 'AbstractType'] }],
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      'max-lines': ['error', 400],
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what the door lets through: no `export *`.' },
      ],
    },
  },
  {
    files: ['main/**/*.ts'],
    ignores: ['main/ipc/**', 'main/preload/**'],
    rules: { 'no-restricted-imports': ['error', { paths: electronDoors }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, a11y.flatConfigs.recommended],
    rules: {
      // A page of our own that takes the focus (a dialog, a new notebook's title) does so on purpose.
      'jsx-a11y/no-autofocus': 'off',
    },
  },
  {
    // Where a tool or a kind of file demands a default export.
    files: ['*.config.ts', 'renderer/**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
]);
