import type { DataDomainSummary } from '@sightline/contracts';

/** Whether the owner or steward of a domain is somebody who can act; one who is suspended counts as missing. */
export function serves({ readiness }: Pick<DataDomainSummary, 'readiness'>, who: 'owner' | 'steward'): boolean {
  return readiness.parts.some(({ code, done }) => code === who && done > 0);
}
