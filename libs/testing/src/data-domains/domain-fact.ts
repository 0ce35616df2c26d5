import type { DomainFact, EntityFact } from '@sightline/contracts';
import { itPersonFact, personFact } from '../people/person-fact';

/** An essential entity that is governed in full. */
export function governedEntity(changes: Partial<EntityFact> = {}): EntityFact {
  return {
    id: 'entity-slot',
    name: 'Delivery slot',
    essential: true,
    classified: true,
    authoritativeSource: { id: 'system-dispatch', name: 'Dispatch' },
    standards: [{ id: 'standard-1', dimension: 'completeness', measured: true, met: true }],
    flows: [{ fromId: 'system-dispatch', fromName: 'Dispatch' }],
    acceptedIssues: [],
    ...changes,
  };
}

/** A domain of the middle tier with one governed entity. */
export function governedDomain(changes: Partial<DomainFact> = {}): DomainFact {
  return {
    id: 'domain-2',
    code: 'DD-02',
    name: 'Deliveries',
    tier: 'important',
    owner: personFact(),
    steward: itPersonFact({ id: 'person-nadia', name: 'Nadia Stern' }),
    entities: [governedEntity()],
    ...changes,
  };
}
