import { libConfig } from '../../tools/jest/base.mjs';

const { transform, ...config } = libConfig('proof');

/** The browser from npm ships ES modules only; jest runs CommonJS. */
export default {
  ...config,
  maxWorkers: 1,
  testTimeout: 120_000,
  transform: { '^.+\\.[jt]s$': Object.values(transform)[0] },
  transformIgnorePatterns: ['/node_modules/(?!(@sparticuz)/)'],
};
