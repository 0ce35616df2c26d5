import {
  SECTIONS,
  type DecisionSubject,
  type PersonReference,
  type Section,
  type StrategyVersion,
} from '@sightline/contracts';

type ProposableStrategy = Pick<
  StrategyVersion,
  Section | 'authors' | 'principles' | 'drivers' | 'weights' | 'facts' | 'reviewBy' | 'decisionRights'
>;

const author = (id: string, name: string): PersonReference => ({ id, code: null, name });

/** A draft that may go to the board on 20 Nov 2026. */
export function proposableStrategy(changes: Partial<ProposableStrategy> = {}): ProposableStrategy {
  return {
    ...(Object.fromEntries(SECTIONS.map((section) => [section, `What we say about ${section}.`])) as Record<
      Section,
      string
    >),
    authors: SECTIONS.map((section) => ({
      section,
      business: author('person-marta', 'Marta Lindqvist'),
      it: author('person-tomasz', 'Tomasz Wrona'),
    })),
    principles: [
      {
        id: 'principle-3',
        code: 'P-03',
        position: 1,
        title: 'Name the outcome',
        statement: 'Every project names the KPI it moves.',
        rationale: '',
        implications: '',
        exceptionGuidance: '',
        mandate: null,
        applicability: null,
        decisionTable: null,
      },
    ],
    drivers: [{ id: 'driver-1', code: 'D-01', position: 1, name: 'Customer centricity', description: '', weight: 5 }],
    weights: { principles: 30, outcome: 30, capability: 15, data: 15, resilience: 10 },
    facts: [],
    reviewBy: '2027-06-30',
    decisionRights: (['strategy_version', 'charter', 'change_request'] as const).map((subject: DecisionSubject) => ({
      id: `right-${subject}`,
      subject,
      budgetUpTo: null,
      board: { id: 'board-1', code: null, name: 'Integration board' },
      rule: 'simple_majority',
    })),
    ...changes,
  };
}
