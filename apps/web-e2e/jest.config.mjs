import { libConfig } from '../../tools/jest/base.mjs';

export default {
  ...libConfig('web-e2e'),
  maxWorkers: 1,
  testTimeout: 120_000,
};
