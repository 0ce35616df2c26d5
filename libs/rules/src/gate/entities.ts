import type { CharterGateFacts, DomainFact, EntityFact } from '@sightline/contracts';
import { inCharter, inDomain, type Fix } from './finding';

/** An entity this charter touches, with the domain it belongs to. */
export interface TouchedEntity {
  domain: DomainFact;
  entity: EntityFact;
}

export function touchedEntities(facts: CharterGateFacts): TouchedEntity[] {
  return facts.domains.flatMap((domain) => domain.entities.map((entity) => ({ domain, entity })));
}

/** The entities the charter cannot do without. */
export function essentialEntities(facts: CharterGateFacts): TouchedEntity[] {
  return touchedEntities(facts).filter(({ entity }) => entity.essential);
}

/** Whether a gap in this entity holds a charter up: it is essential, or its domain is of the critical tier. */
export function holdsUp({ domain, entity }: TouchedEntity): boolean {
  return entity.essential || domain.tier === 'critical';
}

/** "Delivery slot (DD-02)": names of entities repeat across domains. */
export function labelsOf(touched: readonly TouchedEntity[]): string[] {
  return touched.map(({ domain, entity }) => `${entity.name} (${domain.code})`);
}

export function atEntity({ domain, entity }: TouchedEntity, field: string): Fix {
  return inDomain(domain.code, field, `entity-${entity.id}`);
}

/** Where to look when nothing is wrong: the first entity, or where the charter names its domains. */
export function atFirstEntity(facts: CharterGateFacts, field: string): Fix {
  const [first] = touchedEntities(facts);
  return first ? atEntity(first, field) : inCharter(facts, 'domains');
}
