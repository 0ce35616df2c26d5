import type { StrategyImportProblem } from '@sightline/contracts';
import { type Language, sayKey } from '@sightline/language';
import { type InvalidField, ProblemException } from '../platform/problems/problem';
import type { TextProblem } from './document/strategy-text';

/** What is wrong with a line of a file: as it is read, as a value, or for a rule of the business. */
export interface FileProblem {
  line: number;
  field: string | null;
  /** Of the sentence that says it. */
  key: string;
  code: string;
  params: Record<string, unknown>;
}

export const ofText = ({ line, field, code, params = {} }: TextProblem): FileProblem => ({
  line,
  field,
  code,
  key: `printed.problem.${code}`,
  params,
});

/** Fields that are refused, each with its line. */
export function ofFields(wrong: readonly InvalidField[], place: (pointer: string) => FilePlace): FileProblem[] {
  return wrong.map(({ pointer, code, params = {} }) => ({
    ...place(pointer),
    code,
    key: `validation.${code}`,
    params,
  }));
}

export interface FilePlace {
  line: number;
  field: string | null;
}

/** Collects what a piece of work refuses; everything but a refusal is thrown on. */
export async function refusalsOf(
  work: () => Promise<unknown>,
  place: (pointer: string) => FilePlace,
): Promise<FileProblem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    const { errors, rule, params = {} } = error.problem;
    if (errors) return ofFields(errors, place);
    if (rule) return [{ ...place(''), code: rule, key: `rule.${rule}`, params }];
    throw error;
  }
}

export const inWords = (
  { line, field, code, key, params }: FileProblem,
  language: Language,
): StrategyImportProblem => ({
  line,
  field,
  code,
  detail: sayKey(key, params, language),
});
