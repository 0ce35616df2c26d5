import type { FactCells, PrincipleRevision } from '@sightline/contracts';
import type { DocumentCard, DocumentTable } from '../../platform/documents/document';
import type { Printing } from './printed-strategy';

const PARTS = ['rationale', 'implications', 'exceptionGuidance'] as const;

/** A principle as it stands in the text; what it does not say has no line. */
export function principleCard(printing: Printing, principle: PrincipleRevision): DocumentCard {
  const { say } = printing;
  const said = PARTS.map((part) => ({ label: say(`strategy.principle.${part}`), text: principle[part] }));
  const mandate = principle.mandate ? `${principle.mandate.code ?? ''} ${principle.mandate.name}`.trim() : '';
  return {
    code: principle.code,
    title: principle.title,
    lead: principle.statement || say('strategy.principle.noStatement'),
    parts: [...said, { label: say('printed.mandate'), text: mandate }].filter(({ text }) => text !== ''),
    tables: [
      ...(principle.applicability ? [conditionTable(printing, principle.applicability)] : []),
      ...(principle.decisionTable ? [decisionTable(printing, principle)] : []),
    ],
  };
}

const conditionTable = ({ say }: Printing, cells: FactCells): DocumentTable => ({
  heading: say('printed.applies'),
  head: [say('printed.fact.name'), say('printed.condition')],
  rows: Object.entries(cells),
  widths: [1, 2],
  codes: [0, 1],
});

function decisionTable({ say }: Printing, { decisionTable: table }: PrincipleRevision): DocumentTable {
  const rules = table?.rules ?? [];
  const facts = [...new Set(rules.flatMap(({ when }) => Object.keys(when)))];
  return {
    heading: say('printed.decisions'),
    head: ['#', ...facts, say('printed.outcome'), say('printed.reason')],
    rows: rules.map(({ when, outcome, reason }, index) => [
      String(index + 1),
      ...facts.map((fact) => when[fact] ?? ''),
      say(`printed.outcomes.${outcome}`),
      reason,
    ]),
    widths: [1, ...facts.map((fact) => Math.min(6, Math.max(3, fact.length / 4))), 4, 7],
    codes: facts.map((_, index) => index + 1),
  };
}
