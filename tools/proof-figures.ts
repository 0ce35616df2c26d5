import { appendFileSync } from 'node:fs';

/** One measured line of docs/proof.md. */
export interface ProofFigure {
  /** The promise it shows, "T18". */
  promise: string;
  /** What was tried, in plain words. */
  tried: string;
  /** What came out, with its numbers. */
  found: string;
}

/** Whether this run is the long one (`npm run prove`); `npm test` runs the short one. */
export const IN_FULL = process.env['SIGHTLINE_PROOF'] === 'full';

/** How many tries a harness makes: few in `npm test`, many in `npm run prove`. Both must be able to fail. */
export function tries(of: { short: number; full: number }): number {
  return IN_FULL ? of.full : of.short;
}

/** Hands a measured figure to `npm run prove`, which writes it to docs/proof.md; without it nothing is written. */
export function provenBy(figure: ProofFigure): void {
  const file = process.env['SIGHTLINE_PROOF_FIGURES'];
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}
