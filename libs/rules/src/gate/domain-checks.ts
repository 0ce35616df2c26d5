import type { DomainFact, PersonFact } from '@sightline/contracts';
import { fails, inCharter, inDomain, passes, type CharterCheck } from './finding';

/** DOMAINS: at least one data domain, or a reason why no governed data is touched (PRODUCT.md section 4). */
export const domainsCheck: CharterCheck<'DOMAINS'> = (facts) => {
  const fix = inCharter(facts, 'domains');
  if (facts.domains.length > 0) return passes('title', fix, { domains: facts.domains.map(({ code }) => code) });
  const reason = facts.noGovernedData?.trim();
  return reason ? passes('title-none', fix, { reason }) : fails('none', fix);
};

/** STEWARD: every domain touched has an owner and a steward, both active people (PRODUCT.md section 4). */
export const stewardCheck: CharterCheck<'STEWARD'> = (facts) => {
  const domains = facts.domains.map(({ code }) => code);
  if (domains.length === 0) return passes('title-none', inCharter(facts, 'domains'));
  const owners = facts.domains.filter(({ owner }) => !isActive(owner));
  const stewards = facts.domains.filter(({ steward }) => !isActive(steward));
  const params = { owners: codesOf(owners), stewards: codesOf(stewards) };
  const [ownerless] = owners;
  const [stewardless] = stewards;
  if (ownerless) return fails(stewardless ? 'both' : 'owner', inDomain(ownerless.code, 'owner'), params);
  if (stewardless) return fails('steward', inDomain(stewardless.code, 'steward'), params);
  return passes('title', inDomain(domains[0] ?? '', 'steward'), { domains });
};

function isActive(person: PersonFact | null): boolean {
  return person?.active === true;
}

function codesOf(domains: readonly DomainFact[]): string[] {
  return domains.map(({ code }) => code);
}
