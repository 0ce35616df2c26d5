import { isDeepStrictEqual } from 'node:util';
import type { Proposal } from '@sightline/contracts';
import type { SnapshotBody } from './proposal-snapshot';

/** What differs between two snapshots of a subject, field by field in the order of the newer one. */
export function changedSince(before: SnapshotBody, after: SnapshotBody): Proposal['changed'] {
  const fields = new Set([...Object.keys(after.content), ...Object.keys(before.content)]);
  const changes = [...fields].map((field) => ({
    field,
    before: before.content[field] ?? null,
    after: after.content[field] ?? null,
  }));
  const kpis = { field: 'kpiDefinitions', before: before.kpis, after: after.kpis };
  const isChanged = (change: Proposal['changed'][number]): boolean => !isDeepStrictEqual(change.before, change.after);
  // A KPI that was added or removed is a change of the charter; one that was redefined is a change of its own.
  return [...changes, ...(redefined(before, after) ? [kpis] : [])].filter(isChanged);
}

function redefined(before: SnapshotBody, after: SnapshotBody): boolean {
  const standing = new Map(before.kpis.map((kpi) => [kpi.code, kpi]));
  return after.kpis.some((kpi) => standing.has(kpi.code) && !isDeepStrictEqual(standing.get(kpi.code), kpi));
}
