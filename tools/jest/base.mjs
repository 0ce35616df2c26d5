import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What the jest configurations of all projects have in common. */
export function baseConfig(project) {
  return {
    displayName: project,
    passWithNoTests: true,
    // The first test of a file also compiles what it imports, on a machine that may be busy.
    testTimeout: 60_000,
    moduleNameMapper: { '^@sightline/(\\w+)$': join(workspace, 'libs/$1/src/index.ts') },
    reporters: [
      'default',
      [
        join(workspace, 'tools/jest/counting-reporter.mjs'),
        { file: join(workspace, 'dist/test-results', `${project}.json`) },
      ],
    ],
  };
}

/** Plain TypeScript libs: no decorators, nothing to start. */
export function libConfig(project) {
  return {
    ...baseConfig(project),
    testEnvironment: 'node',
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        { swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
      ],
    },
  };
}

/**
 * Projects with Angular templates, in jsdom and without zone.js.
 * Packages that ship ES modules only are compiled too; jest runs CommonJS.
 */
export function angularConfig(project, projectRoot) {
  const compiled = ['.*\\.mjs$', '@angular/common/locales/', '@jsverse/', 'echarts/', 'zrender/', 'marked/', 'diff/'];
  return {
    ...baseConfig(project),
    preset: 'jest-preset-angular',
    setupFilesAfterEnv: [join(workspace, 'tools/jest/angular-setup.ts')],
    transform: {
      '^.+\\.(ts|mjs|js|html|svg)$': [
        'jest-preset-angular',
        { tsconfig: join(projectRoot, 'tsconfig.spec.json'), stringifyContentPathRegex: '\\.(html|svg)$' },
      ],
    },
    transformIgnorePatterns: [`node_modules/(?!(${compiled.join('|')}))`],
  };
}
