import { type AlignmentWeights, GATE_TRANSITIONS } from '@sightline/contracts';
import { localeOf } from '@sightline/language';
import type { DocumentBlock, DocumentTable } from '../../platform/documents/document';
import type { Printing } from './printed-strategy';

/** The lists of a version as tables; one that is empty says so in a sentence. */
const tableOr = ({ say }: Printing, none: string, table: DocumentTable): DocumentBlock[] =>
  table.rows.length > 0 ? [{ kind: 'table', table }] : [{ kind: 'note', text: say(none) }];

export const driverTable = (printing: Printing): DocumentBlock[] =>
  tableOr(printing, 'strategy.driver.none', {
    head: ['', 'strategy.driver.name', 'strategy.driver.description', 'strategy.driver.weight'].map(heads(printing)),
    rows: printing.version.drivers.map(({ code, name, description, weight }) => [
      code,
      name,
      description,
      String(weight),
    ]),
    widths: [1.2, 4, 7, 1.4],
    codes: [0],
    figures: [3],
  });

export const capabilityTable = (printing: Printing): DocumentBlock[] =>
  tableOr(printing, 'strategy.capability.none', {
    head: ['', 'name', 'description', 'current', 'target']
      .map((field) => field && `strategy.capability.${field}`)
      .map(heads(printing)),
    rows: printing.version.capabilities.map(({ code, name, description, current, target }) => [
      code,
      name,
      description,
      String(current),
      String(target),
    ]),
    widths: [1.4, 4, 6.4, 1.2, 1.2],
    codes: [0],
    figures: [3, 4],
  });

export function rightTable(printing: Printing): DocumentBlock[] {
  const { version, publisher, language, say } = printing;
  const money = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: publisher.currency,
    minimumFractionDigits: 0,
  });
  return tableOr(printing, 'strategy.right.none', {
    head: ['subject', 'budgetUpTo', 'board', 'rule'].map((field) => `strategy.right.${field}`).map(heads(printing)),
    rows: version.decisionRights.map(({ subject, budgetUpTo, board, rule }) => [
      say(`strategy.right.subjects.${subject}`),
      budgetUpTo === null ? say('strategy.right.noLimit') : money.format(budgetUpTo as `${number}`),
      board.name,
      say(`strategy.right.rules.${rule}`),
    ]),
    widths: [3, 2.4, 4, 2.6],
    figures: [1],
  });
}

export const metricTable = (printing: Printing): DocumentBlock[] =>
  tableOr(printing, 'strategy.metric.none', {
    head: ['', 'printed.metric'].map(heads(printing)),
    rows: printing.version.kpis.map(({ code, name }) => [code ?? '', name]),
    widths: [1, 9],
    codes: [0],
  });

export const factTable = (printing: Printing): DocumentBlock[] => {
  const { version, say } = printing;
  const table: DocumentTable = {
    head: ['name', 'type', 'unit', 'question', 'choices'].map((field) => say(`printed.fact.${field}`)),
    rows: version.facts.map(({ name, type, unit, question, choices }) => [
      name,
      say(`printed.types.${type}`),
      unit ?? '',
      question,
      choices.join(' · '),
    ]),
    widths: [3, 2, 1.4, 5, 3.4],
    codes: [0],
  };
  return [
    { kind: 'note', text: say('printed.factsLead') },
    { kind: 'table', table },
  ];
};

export const policyTable = ({ version, say }: Printing): DocumentBlock[] => [
  {
    kind: 'table',
    table: {
      head: [say('printed.step'), say('printed.checks')],
      rows: GATE_TRANSITIONS.map((transition) => [
        say(`strategy.policy.transition.${transition}`),
        (version.gatePolicy[transition] ?? []).join(', '),
      ]),
      widths: [1.4, 8],
      codes: [1],
    },
  },
  { kind: 'note', text: say('strategy.policy.locked') },
];

/** In the order in which the contract names them. */
export const WEIGHTS = [
  'principles',
  'outcome',
  'capability',
  'data',
  'resilience',
] as const satisfies (keyof AlignmentWeights)[];

export const weightTable = ({ version, say }: Printing): DocumentBlock[] => [
  {
    kind: 'table',
    table: {
      head: [say('printed.part'), say('printed.points')],
      rows: WEIGHTS.map((part) => [say(`strategy.weight.${part}`), String(version.weights[part])]),
      widths: [8, 2],
      figures: [1],
    },
  },
];

/** A heading by its key; a column of codes needs none. */
const heads =
  ({ say }: Printing) =>
  (key: string): string =>
    key && say(key);
