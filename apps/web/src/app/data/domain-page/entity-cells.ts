import type { DataDomain, DataEntity, FlowPattern, QualityStandard } from '@sightline/contracts';
import type { HoleKind } from './domain-desk';

/** How an entity stands, as a row of the grid says it. */
export interface EntityRow {
  readonly entity: DataEntity;
  readonly holes: readonly HoleKind[];
  readonly dimensions: readonly string[];
  readonly patterns: readonly FlowPattern[];
  /** The measured standard that matters: one that is not met before one that is, the latest first. */
  readonly quality: QualityStandard | null;
  readonly unmeasured: number;
}

export function entityRows({ entities, flows }: DataDomain): EntityRow[] {
  return entities.map((entity) => ({
    entity,
    holes: holesOf(entity),
    dimensions: [...new Set(entity.standards.map(({ dimension }) => dimension))],
    patterns: [
      ...new Set(
        flows.filter((flow) => flow.entities.some(({ id }) => id === entity.id)).map(({ pattern }) => pattern),
      ),
    ],
    quality: mostTelling(entity.standards),
    unmeasured: entity.standards.filter(({ latest }) => latest === null).length,
  }));
}

/** What nobody has filled in yet, in the order of the columns. */
export function holesOf({ standards, authoritativeSource, flowCount, classification }: DataEntity): HoleKind[] {
  const missing: [HoleKind, boolean][] = [
    ['standard', standards.length === 0],
    ['source', authoritativeSource === null],
    ['flows', flowCount === 0],
    ['classification', classification === null],
    ['quality', standards.every(({ latest }) => latest === null)],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([hole]) => hole);
}

function mostTelling(standards: readonly QualityStandard[]): QualityStandard | null {
  const measured = standards.filter(({ latest }) => latest !== null);
  const [first] = measured.sort(
    (one, other) =>
      Number(one.latest?.met ?? false) - Number(other.latest?.met ?? false) ||
      (other.latest?.date ?? '').localeCompare(one.latest?.date ?? ''),
  );
  return first ?? null;
}

/** Whether a measured value lies over its threshold, as the grid says it beside the value. */
export function isOver({ comparison, latest }: Pick<QualityStandard, 'comparison' | 'latest'>): boolean {
  return (comparison === 'at_least') === (latest?.met ?? false);
}
