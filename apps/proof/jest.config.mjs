import { libConfig } from '../../tools/jest/base.mjs';

const { transform, ...config } = libConfig('proof');

/** Minutes of programs that few machines have: a section of `npm run prove` alone. */
const LONG_ONLY = process.env.SIGHTLINE_PROOF === 'full' ? [] : ['/src/scanners/'];

/** The browser from npm ships ES modules only; jest runs CommonJS. */
export default {
  ...config,
  maxWorkers: 1,
  testPathIgnorePatterns: ['/node_modules/', ...LONG_ONLY],
  testTimeout: 120_000,
  transform: { '^.+\\.[jt]s$': Object.values(transform)[0] },
  transformIgnorePatterns: ['/node_modules/(?!(@sparticuz)/)'],
};
