import type { BallotPerson, PersonFact } from '@sightline/contracts';

/** Somebody from the business who may sponsor, own and champion. */
export function personFact(changes: Partial<PersonFact> = {}): PersonFact {
  return {
    id: 'person-marta',
    name: 'Marta Lindqvist',
    internal: true,
    active: true,
    fromBusiness: true,
    champion: true,
    ...changes,
  };
}

/** Somebody from IT who may lead. */
export function itPersonFact(changes: Partial<PersonFact> = {}): PersonFact {
  return personFact({ id: 'person-tomasz', name: 'Tomasz Wrona', fromBusiness: false, champion: false, ...changes });
}

/** Somebody who may vote. */
export function ballotPerson(changes: Partial<BallotPerson> & { id: string }): BallotPerson {
  return { name: changes.id, internal: true, active: true, conflict: null, ...changes };
}
