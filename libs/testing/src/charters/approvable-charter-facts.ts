import { GATE_CODES, type CharterGateFacts } from '@sightline/contracts';
import { governedDomain } from '../data-domains/domain-fact';
import { citedKpi } from '../outcomes/kpi-facts';
import { itPersonFact, personFact } from '../people/person-fact';

/** A charter that passes every check, under a policy by which everything that can block does at every transition. */
export function approvableCharterFacts(changes: Partial<CharterGateFacts> = {}): CharterGateFacts {
  const all = [...GATE_CODES];
  return {
    charter: { id: 'charter-12', code: 'CH-0012', status: 'submitted' },
    today: '2026-11-20',
    strategy: { number: 2, policy: { submit: all, approve: all, go_live: all, close: all } },
    outcomeStatement: 'Reduce customer onboarding time from 12 to 7 days by 31 March 2027.',
    outcomeOverruled: false,
    principles: [{ id: 'principle-3', code: 'P-03', title: 'Name the outcome', inForce: true }],
    kpis: [citedKpi()],
    businessSponsor: personFact(),
    itLead: itPersonFact(),
    lead: itPersonFact({ id: 'person-lena', name: 'Lena Okafor' }),
    requirements: [{ number: 1, constituency: 'security', answered: true }],
    domains: [governedDomain()],
    noGovernedData: null,
    resilience: {
      rollback: true,
      contingency: true,
      portability: true,
      exit: true,
      retirement: [{ kind: 'date', date: '2031-12-31' }],
    },
    capability: { id: 'capability-2', code: 'CAP-02', name: 'Partner self-service' },
    parties: [{ id: 'party-1', code: 'PA-01', name: 'Northwind Consulting', external: true, role: 'advise' }],
    facts: {},
    deciding: { facts: [], principles: [] },
    deviations: [],
    exceptions: [],
    awaiting: [],
    ...changes,
  };
}
