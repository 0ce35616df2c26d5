import rules from './jest.config.mjs';

/** The examples of gate, board and permissions alone: thousands of random ones per broken rule would take hours. */
export default {
  ...rules,
  testMatch: ['<rootDir>/src/{access,board,gate}/*.spec.ts'],
  testPathIgnorePatterns: ['\\.properties\\.spec\\.ts$'],
};
