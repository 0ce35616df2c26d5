import { readFileSync } from 'node:fs';
import { baseConfig } from '../../tools/jest/base.mjs';

const { $schema, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** Packages that ship ES modules only; jest runs CommonJS, so they are compiled as well. */
const COMPILED_PACKAGES = [
  '@borewit',
  '@nestjs',
  '@tokenizer',
  'canonicalize',
  'content-disposition',
  'cookie',
  'file-type',
  'marked',
  'strtok3',
  'token-types',
  'uint8array-extras',
];

export default {
  ...baseConfig('api'),
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/postgres.global-setup.ts',
  globalTeardown: '<rootDir>/test/postgres.global-teardown.ts',
  maxWorkers: 2,
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest', { ...swc, swcrc: false, module: { type: 'commonjs' } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${COMPILED_PACKAGES.join('|')})/)`],
};
