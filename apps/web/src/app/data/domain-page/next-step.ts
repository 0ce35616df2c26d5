import type { DataDomain, DataEntity } from '@sightline/contracts';
import { domainReadiness, type ReadinessEntity, type ReadinessFacts } from '@sightline/rules';
import { serves } from '../serves';
import type { Panel } from './domain-desk';

export type StepKind = 'owner' | 'steward' | 'entity' | 'standards' | 'authority' | 'flows' | 'measure' | 'unmet';
export interface NextStep {
  readonly kind: StepKind;
  readonly entity: string | null;
  /** The readiness once it is done; null where it cannot be foreseen. */
  readonly to: number | null;
  readonly panel: Panel;
}

/** What lifts a domain most, the cheapest first among equals; null when nothing is missing. */
export function nextStep(domain: DataDomain): NextStep | null {
  const facts = factsOf(domain);
  const steps = [...peopleSteps(facts), ...entitySteps(domain, facts)];
  const [first] = [...steps].sort((one, other) => (other.to ?? 0) - (one.to ?? 0));
  if (first) return first;
  if (domain.entities.length === 0) return { kind: 'entity', entity: null, to: null, panel: { kind: 'new-entity' } };
  return unmet(domain);
}

function peopleSteps(facts: ReadinessFacts): NextStep[] {
  return (['owner', 'steward'] as const)
    .filter((who) => facts[who] === null)
    .map((who) => ({
      kind: who,
      entity: null,
      to: domainReadiness({ ...facts, [who]: { active: true } }).score,
      panel: { kind: 'domain', focus: `domain-${who}` },
    }));
}

function entitySteps(domain: DataDomain, facts: ReadinessFacts): NextStep[] {
  return domain.entities.flatMap((entity, index) => {
    const lifted = (changes: Partial<ReadinessEntity>): number =>
      domainReadiness({
        ...facts,
        entities: facts.entities.map((each, at) => (at === index ? { ...each, ...changes } : each)),
      }).score;
    return gapsOf(entity).map(({ kind, changes, panel }) => ({
      kind,
      entity: entity.name,
      to: lifted(changes),
      panel,
    }));
  });
}

function gapsOf({ id, standards, authoritativeSource, flowCount }: DataEntity) {
  const gaps: { kind: StepKind; changes: Partial<ReadinessEntity>; panel: Panel }[] = [];
  const source: Panel = { kind: 'entity', entity: id, focus: 'entity-source' };
  if (!authoritativeSource) gaps.push({ kind: 'authority', changes: { authoritative: true }, panel: source });
  if (standards.length === 0) {
    const written = { standards: [{ measured: false, met: false }] };
    gaps.push({ kind: 'standards', changes: written, panel: { kind: 'standard', entity: id } });
  }
  if (flowCount === 0) gaps.push({ kind: 'flows', changes: { flows: 1 }, panel: { kind: 'entity-flow', entity: id } });
  if (standards.some(({ latest }) => latest === null)) {
    const met = { standards: standards.map(({ latest }) => ({ measured: true, met: latest?.met ?? true })) };
    gaps.push({ kind: 'measure', changes: met, panel: { kind: 'measure', entity: id } });
  }
  return gaps;
}

/** The first standard that is not met and about which nobody has reported an issue. */
function unmet({ entities, issues }: DataDomain): NextStep | null {
  for (const { id, name, standards } of entities) {
    const short = standards.find(
      ({ dimension, latest }) =>
        latest?.met === false &&
        !issues.some((issue) => issue.entity.id === id && issue.dimension === dimension && issue.status !== 'verified'),
    );
    if (short) {
      return {
        kind: 'unmet',
        entity: name,
        to: null,
        panel: { kind: 'new-issue', entity: id, dimension: short.dimension },
      };
    }
  }
  return null;
}

function factsOf({ readiness, entities }: DataDomain): ReadinessFacts {
  const person = (who: 'owner' | 'steward') => (serves({ readiness }, who) ? { active: true } : null);
  return {
    owner: person('owner'),
    steward: person('steward'),
    entities: entities.map(({ authoritativeSource, flowCount, standards }) => ({
      authoritative: authoritativeSource !== null,
      flows: flowCount,
      standards: standards.map(({ latest }) => ({ measured: latest !== null, met: latest?.met ?? false })),
    })),
  };
}
