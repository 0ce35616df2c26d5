import type { PersonFact } from '@sightline/contracts';
import { fails, inCharter, passes, type CharterCheck } from './finding';

/**
 * SPONSORS: business sponsor and IT lead both named, internal, active, two different people, the sponsor from the
 * business (PRODUCT.md section 4).
 */
export const sponsorsCheck: CharterCheck<'SPONSORS'> = (facts) => {
  const { businessSponsor: sponsor, itLead } = facts;
  const atSponsor = inCharter(facts, 'businessSponsor');
  const atItLead = inCharter(facts, 'itLead');
  const fieldOf = (person: PersonFact | undefined) => (person === sponsor ? atSponsor : atItLead);
  const named = { sponsor: sponsor?.name, itLead: itLead?.name };
  if (!sponsor) return fails(itLead ? 'no-sponsor' : 'neither', atSponsor, named);
  if (!itLead) return fails('no-it-lead', atItLead, named);
  if (sponsor.id === itLead.id) return fails('same-person', atItLead, { person: sponsor.name });
  const external = [sponsor, itLead].filter((person) => !person.internal);
  if (external.length > 0) return fails('external', fieldOf(external[0]), { people: namesOf(external) });
  const inactive = [sponsor, itLead].filter((person) => !person.active);
  if (inactive.length > 0) return fails('inactive', fieldOf(inactive[0]), { people: namesOf(inactive) });
  if (!sponsor.fromBusiness) return fails('sponsor-not-business', atSponsor, named);
  return passes('title', atSponsor, named);
};

function namesOf(people: readonly PersonFact[]): string[] {
  return people.map(({ name }) => name);
}
