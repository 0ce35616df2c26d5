import { libConfig } from '../tools/jest/base.mjs';

/** Servers and a database take their time to start. */
export default { ...libConfig('bench'), maxWorkers: 1, testTimeout: 120_000 };
