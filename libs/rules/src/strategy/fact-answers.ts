import { type Fact, FACT_TEXT_MAX, type FactAnswers, type FactProblem } from '@sightline/contracts';

/**
 * What is wrong with these answers, by fact: a question nobody asked, another type, no such choice. Without a problem an
 * answer can be read by every table.
 */
export function factProblems(answers: Readonly<Record<string, unknown>>, facts: readonly Fact[]): FactProblem[] {
  return Object.entries(answers).flatMap(([name, value]): FactProblem[] => {
    const fact = facts.find((known) => known.name === name);
    if (!fact) return [{ fact: name, code: 'unknown-fact', params: { fact: name } }];
    const problem = answerProblem(fact, value);
    return problem ? [{ fact: name, ...problem }] : [];
  });
}

function answerProblem(fact: Fact, value: unknown): Omit<FactProblem, 'fact'> | null {
  const wanted = fact.type === 'choice' || fact.type === 'text' ? 'string' : fact.type;
  const numeric = fact.type !== 'number' || Number.isFinite(value);
  if (typeof value !== wanted || !numeric) return { code: 'fact-type', params: { fact: fact.name, type: fact.type } };
  if (fact.type === 'choice' && !fact.choices.includes(String(value)))
    return { code: 'fact-choice', params: { fact: fact.name, choices: fact.choices } };
  if (fact.type === 'text' && String(value).length > FACT_TEXT_MAX)
    return { code: 'fact-too-long', params: { max: FACT_TEXT_MAX } };
  return null;
}

/** The answers that can be read; a mistyped one counts as missing, never as something else. */
export function usableAnswers(answers: Readonly<Record<string, unknown>>, facts: readonly Fact[]): FactAnswers {
  return answersWithout(factProblems(answers, facts), answers);
}

/** The same where the problems are known already. */
export function answersWithout(
  problems: readonly FactProblem[],
  answers: Readonly<Record<string, unknown>>,
): FactAnswers {
  const refused = new Set(problems.map(({ fact }) => fact));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !refused.has(name))) as FactAnswers;
}
