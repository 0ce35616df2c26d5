import type { CharterContent, ResiliencePlan } from '@sightline/contracts';

/** A written resilience plan. */
export function resiliencePlan(changes: Partial<ResiliencePlan> = {}): ResiliencePlan {
  return {
    stopCriteria: 'Fewer than 10 sign-ups in the first quarter',
    rollback: 'The service desk switches sign-up back to the manual desk within 30 minutes',
    retirement: [{ kind: 'date', date: '2031-12-31' }],
    contingency: 'Manual onboarding desk, 40 sign-ups a day',
    portability: { format: 'CSV', method: 'Nightly export', lastTestedOn: null },
    exit: 'Twelve months of notice, data returned in full',
    ...changes,
  };
}

/** The content of a charter as a revision keeps it. */
export function charterContent(changes: Partial<CharterContent> = {}): CharterContent {
  return {
    title: 'Partner self-service onboarding',
    outcomeStatement: 'Reduce customer onboarding time from 12 to 7 days by 31 March 2027.',
    narrative: 'Why now, and for whom.',
    businessUnit: 'unit-1',
    lead: 'person-lena',
    businessSponsor: 'person-marta',
    itLead: 'person-tomasz',
    capability: 'capability-2',
    budget: { amount: '620000.00', currency: 'EUR' },
    startDate: '2026-12-01',
    endDate: '2027-03-31',
    noGovernedData: null,
    resilience: resiliencePlan(),
    principles: [
      { principle: 'principle-3', how: 'Names its KPI' },
      { principle: 'principle-5', how: 'Has a fallback' },
    ],
    kpis: [{ kpi: 'kpi-14', revision: 'revision-1', from: 12, to: 7, by: '2027-03-31', confidence: 'medium' }],
    domains: [{ domain: 'domain-2', entities: [{ entity: 'entity-slot', essential: true }] }],
    services: ['service-5'],
    systems: ['system-dispatch', 'system-portal'],
    parties: [{ party: 'party-1', role: 'advise' }],
    facts: { latencyMs: 40 },
    deviations: [{ principle: 'principle-5', reason: 'The portal has no other way' }],
    exceptions: ['exception-4'],
    predecessors: [],
    ...changes,
  };
}
