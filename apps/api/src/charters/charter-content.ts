import type { CharterContent, Money, ResiliencePlan } from '@sightline/contracts';

/** What a charter is before anything was said about it. */
export const EMPTY_CONTENT: CharterContent = {
  title: '',
  outcomeStatement: '',
  narrative: '',
  businessUnit: null,
  lead: null,
  businessSponsor: null,
  itLead: null,
  capability: null,
  budget: null,
  startDate: null,
  endDate: null,
  noGovernedData: null,
  resilience: {
    stopCriteria: null,
    rollback: null,
    retirement: [],
    contingency: null,
    portability: null,
    exit: null,
  },
  principles: [],
  kpis: [],
  domains: [],
  services: [],
  systems: [],
  parties: [],
  facts: {},
  deviations: [],
  exceptions: [],
  predecessors: [],
};

/** A content kept before charters could say all of this: what it lacks is empty. */
export function wholeContent(kept: Partial<CharterContent>): CharterContent {
  return { ...EMPTY_CONTENT, ...kept };
}

/** Money as the database writes it back, so that 125000 and 125000.00 are no difference. */
export function wholeMoney(money: Money | null): Money | null {
  if (!money) return null;
  const [units = '0', cents = ''] = money.amount.split('.');
  return { amount: `${units.replace(/^0+(?=\d)/, '')}.${cents.padEnd(2, '0')}`, currency: money.currency };
}

/** A plan with every part named, as the database writes it back. */
export function wholePlan(plan: Partial<ResiliencePlan>): ResiliencePlan {
  const { portability } = plan;
  const told = portability && (portability.format ?? portability.method ?? portability.lastTestedOn ?? null) !== null;
  return {
    stopCriteria: plan.stopCriteria || null,
    rollback: plan.rollback || null,
    retirement: plan.retirement ?? [],
    contingency: plan.contingency || null,
    portability: told
      ? {
          format: portability.format ?? null,
          method: portability.method ?? null,
          lastTestedOn: portability.lastTestedOn ?? null,
        }
      : null,
    exit: plan.exit || null,
  };
}
