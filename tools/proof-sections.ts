/** A part of `npm run prove`: one command that runs in full when SIGHTLINE_PROOF is "full". */
export interface ProofSection {
  name: string;
  title: string;
  command: readonly string[];
}

const api = (pattern: string): readonly string[] => [
  'npx',
  'jest',
  '-c',
  'apps/api/jest.config.mjs',
  '--runInBand',
  '--testTimeout=3600000',
  pattern,
];
/** For sections of several files, which then run side by side. */
const apiSideBySide = (pattern: string): readonly string[] => api(pattern).filter((part) => part !== '--runInBand');
const running = (pattern: string): readonly string[] => [
  'npx',
  'jest',
  '-c',
  'apps/proof/jest.config.mjs',
  '--runInBand',
  '--testTimeout=3600000',
  pattern,
];

/** In the order in which they run and stand in docs/proof.md. */
export const PROOF_SECTIONS: readonly ProofSection[] = [
  { name: 'authorization', title: 'Who may do what', command: api('authorization-matrix.api') },
  { name: 'fuzzing', title: 'Bad input', command: api('fuzz.api') },
  { name: 'audit', title: 'The audit trail', command: apiSideBySide('audit-proof.api|erasure.api') },
  { name: 'audit-length', title: 'A long audit trail, and many writers', command: api('audit-proof-long.api') },
  { name: 'races', title: 'Racing updates and repeated requests', command: api('races-proof.api') },
  { name: 'kills', title: 'Killed while people write', command: running('faults/kills') },
  {
    name: 'faults',
    title: 'A database that is away, and replicas on an old one',
    command: running('faults/(outage|replicas)'),
  },
  { name: 'load', title: 'More than it can do, and a stop in the middle', command: running('faults/load') },
  { name: 'backup', title: 'Backup and restore', command: running('proof/src/backup/') },
  { name: 'web', title: 'The page under attack', command: running('proof/src/web/') },
  { name: 'scanners', title: 'Scanners of others', command: running('proof/src/scanners/') },
  {
    name: 'footing',
    title: 'What an approved charter stands on',
    command: api('footing.api'),
  },
  { name: 'prose', title: 'Prose that keeps its words', command: ['npx', 'jest', '-c', 'libs/prose/jest.config.mjs'] },
  { name: 'export', title: 'The strategy as a file, and back', command: api('strategy-(markdown|export|import)') },
  {
    name: 'comparing',
    title: 'Two versions compared, and the impact of a draft',
    command: api('strategy-(comparison|impact).api'),
  },
  { name: 'mutation', title: 'Broken rules that a test notices', command: ['node', 'tools/mutation.ts'] },
];
