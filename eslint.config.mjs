import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { houseRules } from './tools/eslint/house-rules.mjs';

/** Who may import whom; the picture is in docs/decisions/0001-five-libs.md. */
const BORDERS = [
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
  {
    sourceTag: 'type:rules',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:testing'],
    allowedExternalImports: ['diff', 'fast-check', 'feelin', 'lezer-feel'],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:contracts'], bannedExternalImports: ['*'] },
  { sourceTag: 'type:language', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
  {
    sourceTag: 'type:prose',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:tools'],
    allowedExternalImports: ['marked', 'fast-check'],
  },
  {
    sourceTag: 'type:ui',
    onlyDependOnLibsWithTags: ['type:prose', 'type:contracts', 'type:testing'],
    allowedExternalImports: [
      '@angular/*',
      'rxjs',
      'echarts',
      'echarts/*',
      'marked',
      'dompurify',
      '@tiptap/*',
      'fast-check',
    ],
  },
  {
    sourceTag: 'type:web',
    onlyDependOnLibsWithTags: ['type:ui', 'type:rules', 'type:contracts', 'type:language', 'type:testing'],
    bannedExternalImports: [
      '@nestjs/*',
      'fastify',
      '@fastify/*',
      'typeorm',
      'pg',
      'class-validator',
      'class-transformer',
    ],
  },
  {
    sourceTag: 'type:api',
    onlyDependOnLibsWithTags: [
      'type:rules',
      'type:prose',
      'type:contracts',
      'type:language',
      'type:testing',
      'type:tools',
    ],
    bannedExternalImports: ['@angular/*', '@jsverse/*', 'echarts', 'dompurify'],
  },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:contracts', 'type:testing', 'type:tools'] },
  { sourceTag: 'type:tools', onlyDependOnLibsWithTags: [] },
];

const SPECS = ['**/*.spec.ts', 'apps/*/test/**', 'apps/web-e2e/**', 'apps/proof/**'];
/** Sentences and example records are lists, not logic. */
const SIZE_EXEMPT = [
  ...SPECS,
  '**/migrations/*.ts',
  'apps/api/src/sample/**',
  'libs/testing/**',
  'libs/language/src/{en,de}/**',
  'libs/ui/src/icon/icons.ts',
  'apps/web/src/app/**/*-for-specs.ts',
];

const NO_TRANSFORMER = {
  name: 'class-transformer',
  message: 'Requests are read by platform/problems/request-reading.',
};
const NO_OPTIONAL = {
  name: 'class-validator',
  importNames: ['IsOptional'],
  message: 'It lets null through: use @Maybe().',
};
const NO_VALIDATOR = { name: 'class-validator', message: 'Use the decorators of platform/problems/validators.' };
const NO_TEST_TOOLS = ['@sightline/testing', 'fast-check', 'supertest', '@nestjs/testing'].map((name) => ({
  name,
  message: 'This belongs in specs.',
}));
const NO_NODE = { regex: '^node:', message: 'This code runs in the browser too.' };

/** A later entry replaces an earlier one, so every entry repeats what is banned everywhere. */
const bannedImports = (...patterns) => ({
  'no-restricted-imports': ['error', { paths: [NO_TRANSFORMER, NO_VALIDATOR, ...NO_TEST_TOOLS], patterns }],
});

const CLOCK = 'The time is a fact handed in; rules never read the clock.';
const NO_CLOCK_AND_NO_WAITING = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
  { selector: "Identifier[name='performance']", message: CLOCK },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Rules are not random.' },
  { selector: 'AwaitExpression', message: 'Rules are synchronous.' },
  { selector: ':function[async=true]', message: 'Rules are synchronous.' },
];

const SQL =
  'SQL is a constant with $1, $2 …; only constants (LIKE_THIS, LIKE_THIS[key]) and escapeIdentifier(…) may be part of its text.';
const CONSTANT = '/^[A-Z][A-Z0-9_]*$/';
const MAY_BE_PART_OF_SQL = [
  'TemplateElement',
  `Identifier[name=${CONSTANT}]`,
  `MemberExpression[object.name=${CONSTANT}]`,
  "CallExpression[callee.name='escapeIdentifier']",
  "CallExpression[callee.property.name='escapeIdentifier']",
];
const QUERY = "CallExpression[callee.property.name='query']";
const NO_SQL_FROM_PIECES = [
  { selector: `${QUERY} > TemplateLiteral:first-child > :not(${MAY_BE_PART_OF_SQL.join(', ')})`, message: SQL },
  { selector: `${QUERY} > BinaryExpression:first-child`, message: SQL },
];

/** The one place that puts statements together, from expressions of the code and keys of an allow-list. */
const LIST_STATEMENT = 'apps/api/src/platform/lists/list.ts';

const NO_HEX_COLOURS = [
  {
    selector: 'Literal[value=/^#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/]',
    message: 'Colours live in tokens.css.',
  },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/.nx', '**/.angular'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ...nx.configs['flat/base'],
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    plugins: { house: houseRules },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The dialect is loaded on first use by pages, and comes along with the editor, which is loaded on first use itself.
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['^(\\.\\./)+tools/'],
          depConstraints: BORDERS,
          checkDynamicDependenciesExceptions: ['@sightline/prose', 'prose'],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 1000 }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-imports': ['error', { paths: [NO_TRANSFORMER] }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: SIZE_EXEMPT,
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['apps/**/*.ts', 'libs/**/*.ts'], ignores: [...SPECS, 'libs/testing/**'], rules: bannedImports() },
  {
    files: ['apps/api/src/platform/problems/**/*.ts'],
    ignores: SPECS,
    rules: { 'no-restricted-imports': ['error', { paths: [NO_TRANSFORMER, NO_OPTIONAL, ...NO_TEST_TOOLS] }] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: SPECS,
    rules: { 'house/feature-borders': 'error' },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [...SPECS, '**/migrations/*.ts', LIST_STATEMENT],
    rules: { 'no-restricted-syntax': ['error', ...NO_SQL_FROM_PIECES] },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/{contracts,rules,language,prose,ui}/**/*.ts'],
    ignores: SPECS,
    rules: bannedImports(NO_NODE),
  },
  {
    files: ['libs/rules/**/*.ts'],
    ignores: SPECS,
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK_AND_NO_WAITING] },
  },
  {
    files: ['apps/web/src/**/*.ts', 'libs/ui/**/*.ts'],
    ignores: SPECS,
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { 'no-restricted-syntax': ['error', ...NO_HEX_COLOURS] },
  },
  {
    files: ['apps/web/**/*.html', 'libs/ui/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  { files: ['tools/**/*.ts', 'apps/trial/**/*.ts', ...SPECS], rules: { 'no-console': 'off' } },
);
