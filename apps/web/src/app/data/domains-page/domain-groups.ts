import type { DataDomainSummary, DomainTier } from '@sightline/contracts';

export interface DomainGroup {
  readonly key: string;
  readonly tier: DomainTier | null;
  readonly wave: number | null;
  readonly domains: readonly DataDomainSummary[];
}

/** Under tier and wave when the list is sorted by one of them, else one list. Within a tier the earlier wave first. */
export function domainGroups(domains: readonly DataDomainSummary[], sort: string): DomainGroup[] {
  const by = sort.replace('-', '');
  if (by !== 'tier' && by !== 'wave') return [{ key: 'all', tier: null, wave: null, domains }];
  const groups = new Map<string, DataDomainSummary[]>();
  for (const domain of domains) {
    const key = by === 'tier' ? `${domain.tier} ${domain.wave}` : `${domain.wave}`;
    groups.set(key, [...(groups.get(key) ?? []), domain]);
  }
  const all = [...groups].flatMap(([key, members]): DomainGroup[] => {
    const [first] = members;
    return first ? [{ key, tier: by === 'tier' ? first.tier : null, wave: first.wave, domains: members }] : [];
  });
  return by === 'wave' ? all : inWaves(all);
}

/** The server sorts by tier alone; groups of one tier are put in the order of their waves. */
function inWaves(groups: readonly DomainGroup[]): DomainGroup[] {
  const tiers = [...new Set(groups.map(({ tier }) => tier))];
  return [...groups].sort(
    (one, other) => tiers.indexOf(one.tier) - tiers.indexOf(other.tier) || (one.wave ?? 0) - (other.wave ?? 0),
  );
}
