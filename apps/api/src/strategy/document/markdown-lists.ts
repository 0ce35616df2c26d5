import { GATE_TRANSITIONS } from '@sightline/contracts';
import { keyed, lineOf } from './markdown-cells';
import { listLines, type PartLines } from './markdown-parts';
import { WEIGHTS } from './tables';

export const factLines: PartLines = ({ version, say }, mark) =>
  listLines(
    mark,
    'facts',
    ['name', 'type', 'unit', 'question', 'choices'].map((key) => ({ key, label: say(`printed.fact.${key}`) })),
    version.facts.map(({ name, type, unit, question, choices }) => [
      lineOf(name),
      `\`${type}\``,
      lineOf(unit ?? ''),
      lineOf(question),
      choices.map(lineOf).join('<br>'),
    ]),
  );

export const rightLines: PartLines = ({ version, say }, mark) =>
  listLines(
    mark,
    'rights',
    ['subject', 'budgetUpTo', 'board', 'rule'].map((key) => ({ key, label: say(`strategy.right.${key}`) })),
    version.decisionRights.map(({ subject, budgetUpTo, board, rule }) => [
      keyed(say(`strategy.right.subjects.${subject}`), subject),
      budgetUpTo ?? '',
      keyed(lineOf(board.name), board.id),
      keyed(say(`strategy.right.rules.${rule}`), rule),
    ]),
  );

export const kpiLines: PartLines = ({ version, say }, mark) =>
  listLines(
    mark,
    'kpis',
    [{ key: 'kpi', label: say('printed.metric') }],
    version.kpis.map(({ id, code, name }) => [keyed(lineOf(`${code ?? ''} ${name}`), id)]),
  );

export const policyLines: PartLines = ({ version, say }, mark) =>
  listLines(
    mark,
    'policy',
    [
      { key: 'transition', label: say('printed.step') },
      { key: 'checks', label: say('printed.checks') },
    ],
    GATE_TRANSITIONS.filter((transition) => version.gatePolicy[transition] !== undefined).map((transition) => [
      keyed(say(`strategy.policy.transition.${transition}`), transition),
      version.gatePolicy[transition].map(lineOf).join(', '),
    ]),
  );

export const weightLines: PartLines = ({ version, say }, mark) =>
  listLines(
    mark,
    'weights',
    WEIGHTS.map((key) => ({ key, label: say(`strategy.weight.${key}`) })),
    [WEIGHTS.map((key) => String(version.weights[key]))],
  );

export const authorLines: PartLines = ({ version, say }, mark) =>
  listLines(
    mark,
    'authors',
    [
      { key: 'section', label: say('printed.section') },
      { key: 'business', label: say('strategy.author.business') },
      { key: 'it', label: say('strategy.author.it') },
    ],
    version.authors.map(({ section, business, it }) => [
      keyed(lineOf(say(`strategy.section.${section}`)), section),
      business ? keyed(lineOf(business.name), business.id) : '',
      it ? keyed(lineOf(it.name), it.id) : '',
    ]),
  );
