import type { CapabilityRevision, DriverRevision, PrincipleRevision } from '@sightline/contracts';
import { type Column, keyed, lineOf, tableLines } from './markdown-cells';
import { listLines, type PartLines, textLines } from './markdown-parts';
import type { Printing } from './printed-strategy';

export const driverLines: PartLines = ({ version, say }, mark) =>
  version.drivers.flatMap((driver: DriverRevision) => [
    ...recordHead(mark, 'driver', driver, driver.name),
    ...tableLines([{ key: 'weight', label: say('strategy.driver.weight') }], [[String(driver.weight)]]),
    ...described(mark, say('strategy.driver.description'), 'description', driver.description),
  ]);

export const capabilityLines: PartLines = ({ version, say }, mark) =>
  version.capabilities.flatMap((capability: CapabilityRevision) => [
    ...recordHead(mark, 'capability', capability, capability.name),
    ...tableLines(
      ['current', 'target'].map((key) => ({ key, label: say(`strategy.capability.${key}`) })),
      [[String(capability.current), String(capability.target)]],
    ),
    ...described(mark, say('strategy.capability.description'), 'description', capability.description),
  ]);

export const principleLines: PartLines = (printing, mark) =>
  printing.version.principles.flatMap((one) => principle(printing, mark, one));

const TEXTS = ['statement', 'rationale', 'implications', 'exceptionGuidance'] as const;

function principle({ say }: Printing, mark: string, revision: PrincipleRevision): string[] {
  const { mandate, applicability, decisionTable } = revision;
  const rules = decisionTable?.rules ?? [];
  const facts = [...new Set(rules.flatMap(({ when }) => Object.keys(when)))];
  const named = mandate ? keyed(lineOf(`${mandate.code ?? ''} ${mandate.name}`), mandate.id) : '';
  return [
    ...recordHead(mark, 'principle', revision, revision.title),
    ...tableLines([{ key: 'mandate', label: say('printed.mandate') }], [[named]]),
    ...TEXTS.flatMap((field) => described(mark, say(`strategy.principle.${field}`), field, revision[field])),
    ...(applicability
      ? listLines(
          mark,
          'applicability',
          [
            { key: 'fact', label: say('printed.fact.name') },
            { key: 'condition', label: say('printed.condition') },
          ],
          Object.entries(applicability).map(([fact, cell]) => [lineOf(fact), lineOf(cell)]),
        )
      : []),
    ...(decisionTable
      ? listLines(
          mark,
          'decisions',
          [
            ...facts.map((key): Column => ({ key, label: '' })),
            { key: ':outcome', label: say('printed.outcome') },
            { key: ':reason', label: say('printed.reason') },
          ],
          rules.map(({ when, outcome, reason }) => [
            ...facts.map((fact) => lineOf(when[fact] ?? '')),
            `\`${outcome}\``,
            lineOf(reason),
          ]),
        )
      : []),
  ];
}

const recordHead = (mark: string, kind: string, { id, code }: { id: string; code: string }, name: string): string[] => [
  `### ${code} ${lineOf(name)}`,
  `<!-- ${mark}:${kind} ${id} -->`,
  '',
];

const described = (mark: string, label: string, field: string, text: string): string[] => [
  '',
  `**${lineOf(label)}** <!-- ${mark}:label -->`,
  '',
  ...textLines(mark, field, text),
  '',
];
