import {
  type Fact,
  FACT_CHOICE_MAX,
  FACT_CHOICES_MAX,
  FACT_NAME,
  FACT_QUESTION_MAX,
  FACT_UNIT_MAX,
  FACTS_MAX,
  type NewFact,
} from '@sightline/contracts';

export const FACT_LIST_PROBLEMS = [
  'facts-too-many',
  'fact-name',
  'fact-twice',
  'fact-unit',
  'fact-question',
  'fact-choices',
] as const;
export interface FactListProblem {
  /** Place in the list, from 0; null when it is the list. */
  at: number | null;
  field: 'name' | 'unit' | 'question' | 'choices' | null;
  problem: (typeof FACT_LIST_PROBLEMS)[number];
}

/** Why a list of facts cannot be declared; empty when it can. Names are what cells and answers call a fact by. */
export function factListProblems(facts: readonly NewFact[]): FactListProblem[] {
  if (facts.length > FACTS_MAX) return [{ at: null, field: null, problem: 'facts-too-many' }];
  return facts.flatMap((fact, at) => {
    const twice = facts.findIndex(({ name }) => name.toLowerCase() === fact.name.toLowerCase()) !== at;
    const found: (FactListProblem | false)[] = [
      !FACT_NAME.test(fact.name) && { at, field: 'name', problem: 'fact-name' },
      twice && { at, field: 'name', problem: 'fact-twice' },
      !unitFits(fact) && { at, field: 'unit', problem: 'fact-unit' },
      (fact.question ?? '').length > FACT_QUESTION_MAX && { at, field: 'question', problem: 'fact-question' },
      !choicesFit(fact) && { at, field: 'choices', problem: 'fact-choices' },
    ];
    return found.filter((problem) => problem !== false);
  });
}

/** Only a number has a unit. */
function unitFits({ type, unit }: NewFact): boolean {
  return !unit || (type === 'number' && unit.length <= FACT_UNIT_MAX);
}

/** A choice needs at least two answers, all different; nothing else has any. */
function choicesFit({ type, choices = [] }: NewFact): boolean {
  if (type !== 'choice') return choices.length === 0;
  const sound = choices.every((choice) => choice.trim() !== '' && choice.length <= FACT_CHOICE_MAX);
  return sound && choices.length >= 2 && choices.length <= FACT_CHOICES_MAX && new Set(choices).size === choices.length;
}

/** A fact with every part named, as it is kept. */
export function wholeFact({ name, type, unit, question, choices }: NewFact): Fact {
  return { name, type, unit: unit || null, question: question ?? '', choices: choices ?? [] };
}
