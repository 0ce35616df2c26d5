import type { CharterGateFacts, PersonFact } from '@sightline/contracts';
import { fails, inCharter, inDomain, inKpi, passes, type CharterCheck, type Fix } from './finding';

/** EXTERNAL: no external party is accountable for anything; outsiders advise and execute (PRODUCT.md section 4). */
export const externalCheck: CharterCheck<'EXTERNAL'> = (facts) => {
  const outside = accountable(facts).filter(({ person }) => person !== null && !person.internal);
  const people = [...new Set(outside.flatMap(({ person }) => person?.name ?? []))];
  const [first] = outside;
  if (first) return fails('accountable', first.fix, { people, count: people.length });
  return passes('title', inCharter(facts, 'parties'));
};

/** Everybody who answers for something here, and where that is said. */
function accountable(facts: CharterGateFacts): { person: PersonFact | null; fix: Fix }[] {
  return [
    { person: facts.lead, fix: inCharter(facts, 'lead') },
    { person: facts.businessSponsor, fix: inCharter(facts, 'businessSponsor') },
    { person: facts.itLead, fix: inCharter(facts, 'itLead') },
    ...facts.kpis.map(({ owner, code }) => ({ person: owner, fix: inKpi(code, 'owner') })),
    ...facts.domains.flatMap(({ owner, steward, code }) => [
      { person: owner, fix: inDomain(code, 'owner') },
      { person: steward, fix: inDomain(code, 'steward') },
    ]),
  ];
}
