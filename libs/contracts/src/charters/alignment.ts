import type { AlignmentWeights } from '../strategy/strategy';

export type AlignmentPartCode = keyof AlignmentWeights;

/** GET /charters/{id}/alignment: how well a charter serves the strategy (PRODUCT.md section 6), with its parts. */
export interface Alignment {
  /** 0 to 100. */
  score: number;
  /** The points the score is out of before rescaling: 100 unless parts cannot apply. */
  outOf: number;
  /** `share` 0 to 1 and `points` are null where a part cannot apply. */
  parts: { code: AlignmentPartCode; share: number | null; points: number | null; max: number }[];
}
