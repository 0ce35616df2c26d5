import type { DecisionTable, Fact, FactAnswers, FactCells } from '@sightline/contracts';

const fact = (name: string, type: Fact['type'], question: string, more: Partial<Fact> = {}): Fact => {
  return { name, type, unit: null, question, choices: [], ...more };
};

/** What every charter is asked, from version 2 on. */
export const FACTS: Fact[] = [
  fact('hosting', 'choice', 'Where does it run?', { choices: ['cloud region', 'own site', 'partner'] }),
  fact('latencyMs', 'number', 'How long may its users wait for an answer?', { unit: 'ms' }),
  fact('mayLeaveCountry', 'boolean', 'May the data leave the country?'),
  fact('carriesOrders', 'boolean', 'Does it carry orders or loads?'),
  fact('secondChannel', 'boolean', 'Is there a second way when the first one fails?'),
  fact('hoursWithout', 'number', 'How many hours can a depot work without it?', { unit: 'h' }),
];

/** The answers of a project like most. */
export const USUAL_FACTS: FactAnswers = {
  carriesOrders: true,
  hosting: 'cloud region',
  hoursWithout: 8,
  latencyMs: 800,
  mayLeaveCountry: true,
  secondChannel: true,
};

export interface SampleConditions {
  mandate: string;
  applicability: FactCells | null;
  decisionTable: DecisionTable;
}

/** What principles say about the answers, from version 2 on. */
export const CONDITIONS: Record<string, SampleConditions> = {
  'P-05': {
    mandate: 'MD-02',
    applicability: { carriesOrders: 'true' },
    decisionTable: {
      rules: [
        {
          when: { secondChannel: 'false', hoursWithout: '< 4' },
          outcome: 'exception_required',
          reason: 'Without a second channel a depot stands still before anybody can help.',
        },
        {
          when: { secondChannel: 'false' },
          outcome: 'avoid',
          reason: 'A second channel costs less than one lost shift.',
        },
        { when: { secondChannel: 'true' }, outcome: 'prefer', reason: 'There is a way on when the partner fails.' },
      ],
    },
  },
  'P-06': {
    mandate: 'MD-01',
    applicability: null,
    decisionTable: {
      rules: [
        {
          when: { hosting: '"own site"', mayLeaveCountry: 'false' },
          outcome: 'allow',
          reason: 'The law keeps this data in the country.',
        },
        {
          when: { hosting: '"own site"', latencyMs: '< 50' },
          outcome: 'allow',
          reason: 'No line is fast enough for this gate.',
        },
        {
          when: { hosting: '"own site"', latencyMs: '[50..200]' },
          outcome: 'avoid',
          reason: 'The line could carry it; measure before you build.',
        },
        {
          when: { hosting: '"own site"' },
          outcome: 'exception_required',
          reason: 'Neither distance nor law asks for a site of our own.',
        },
        {
          when: { hosting: '"partner"', mayLeaveCountry: 'false' },
          outcome: 'exception_required',
          reason: 'Data that may not leave the country does not go to a partner unseen.',
        },
        { when: { hosting: '"cloud region"' }, outcome: 'prefer', reason: 'Here it is watched, patched and shared.' },
      ],
    },
  },
};
