import type { Readiness, ReadinessPart } from '@sightline/contracts';

export interface ReadinessEntity {
  authoritative: boolean;
  standards: readonly { measured: boolean; met: boolean }[];
  flows: number;
}
export interface ReadinessFacts {
  owner: { active: boolean } | null;
  steward: { active: boolean } | null;
  entities: readonly ReadinessEntity[];
}

/** The points of each part; they sum to 100 (PRODUCT.md section 6). */
export const READINESS_POINTS: Record<ReadinessPart, number> = {
  owner: 20,
  steward: 20,
  standards: 20,
  authority: 20,
  flows: 10,
  quality: 10,
};

/**
 * How far a domain is governed, 0 to 100, with its parts (PRODUCT.md section 6). Parts per entity are proportional. A
 * part that cannot apply (no entities; no standards to measure by) is null, and the rest is rescaled to 100, saying out
 * of how many points.
 */
export function domainReadiness({ owner, steward, entities }: ReadinessFacts): Readiness {
  const governed = entities.filter(({ standards }) => standards.length > 0);
  const parts = [
    part('owner', owner?.active ? 1 : 0, 1),
    part('steward', steward?.active ? 1 : 0, 1),
    part('standards', governed.length, entities.length),
    part('authority', entities.filter(({ authoritative }) => authoritative).length, entities.length),
    part('flows', entities.filter(({ flows }) => flows > 0).length, entities.length),
    part('quality', governed.filter(qualityIsMet).length, governed.length),
  ];
  const outOf = parts.reduce((sum, { points, max }) => sum + (points === null ? 0 : max), 0);
  const exact = parts.reduce((sum, { done, of, max }) => sum + (of === 0 ? 0 : (done / of) * max), 0);
  return { score: Math.round((exact / outOf) * 100), outOf, parts };
}

/** Ready for analytics and AI: authoritative, quality met and a mapped flow (PRODUCT.md section 6). */
export function entityIsReady(entity: ReadinessEntity): boolean {
  return entity.authoritative && entity.flows > 0 && qualityIsMet(entity);
}

function qualityIsMet({ standards }: ReadinessEntity): boolean {
  return standards.length > 0 && standards.every(({ measured, met }) => measured && met);
}

/** Points to one decimal; null when there is nothing it could apply to. */
function part(code: ReadinessPart, done: number, of: number): Readiness['parts'][number] {
  const max = READINESS_POINTS[code];
  return { code, points: of === 0 ? null : Math.round((done / of) * max * 10) / 10, max, done, of };
}
