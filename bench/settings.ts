/** How much is measured; the environment makes a run shorter. */
export interface BenchSettings {
  /** Numbers of charters. */
  sizes: number[];
  connections: number[];
  /** How long one shot lasts, in seconds. */
  seconds: number;
  /** How often limit and product take turns. */
  rounds: number;
  /** Names of workloads; empty: all of them. */
  only: string[];
  measurements: number;
  auditEvents: number;
  kpis: number;
  /** Rows of the file that is imported. */
  importedCharters: number;
  /** Where the page is written; null prints it only. */
  page: string | null;
}

const numbers = (text: string | undefined, otherwise: number[]): number[] =>
  text ? text.split(',').map((part) => whole(part)) : otherwise;

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`"${text}" is no whole number above zero.`);
  return value;
}

/** Reads SIGHTLINE_BENCH_…; throws at a value that is none. */
export function readSettings(env: NodeJS.ProcessEnv): BenchSettings {
  const read = (name: string): string | undefined => env[`SIGHTLINE_BENCH_${name}`];
  return {
    sizes: numbers(read('SIZES'), [1_000, 10_000, 100_000]).sort((one, other) => one - other),
    connections: numbers(read('CONNECTIONS'), [1, 16, 64]),
    seconds: whole(read('SECONDS') ?? '3'),
    rounds: whole(read('ROUNDS') ?? '3'),
    only: read('ONLY')?.split(',') ?? [],
    measurements: whole(read('MEASUREMENTS') ?? '1000000'),
    auditEvents: whole(read('AUDIT_EVENTS') ?? '1000000'),
    kpis: whole(read('KPIS') ?? '2000'),
    importedCharters: whole(read('IMPORT') ?? '10000'),
    page: read('PAGE') === 'none' ? null : (read('PAGE') ?? 'docs/speed.md'),
  };
}
