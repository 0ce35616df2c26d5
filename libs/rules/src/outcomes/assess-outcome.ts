import type {
  AssessedLanguage,
  AssessOutcome,
  OutcomeAssessment,
  OutcomeReason,
  OutcomeVerdict,
} from '@sightline/contracts';
import { effectsOf } from './effects';
import { kpiCompletes } from './kpi-evidence';
import { languageOf } from './language-of';
import { milestonePhrasesOf } from './milestone-phrases';
import type { Phrase } from './phrases';
import { reasonsIn } from './reasons';
import { readStatement, type Statement } from './statement';
import { suggestionFor } from './suggestion';

/** A project's name is short; a longer text without a verb is no name. */
const LONGEST_NAME = 16;

/**
 * Outcome or milestone (PRODUCT.md section 5)? An outcome moves something the business values by a number or a KPI; a
 * milestone is true as soon as a technology is delivered. A milestone's words beside a measurable effect are an outcome
 * still. Linear in the text, for texts of any length and content.
 */
export function assessOutcome(input: AssessOutcome): OutcomeAssessment {
  const statement = readStatement(input.text);
  const language = languageOf(statement.tokens, statement.phrases);
  if (language === 'other') {
    return withSuggestion({ verdict: 'unclear', language, because: [{ code: 'language-not-supported' }] }, input);
  }
  const delivered = milestonePhrasesOf(statement);
  const verdict = verdictOn(statement, delivered, input);
  const milestones = verdict === 'milestone' && delivered.length === 0 ? worksIn(statement) : delivered;
  const because = [...reasonsIn(statement, milestones), ...(verdict === 'unclear' ? lacksOf(statement, input) : [])];
  return withSuggestion({ verdict, language, because }, input);
}

function verdictOn(statement: Statement, milestones: readonly Phrase[], { kpi }: AssessOutcome): OutcomeVerdict {
  if (effectsOf(statement, milestones).some(({ technical }) => !technical)) return 'outcome';
  if (kpiCompletes(statement, milestones, kpi)) return 'outcome';
  return milestones.length > 0 || isNameOfWork(statement) ? 'milestone' : 'unclear';
}

/** The bare name of a system or a piece of work, as project lists are full of: "Site Repository", "Release 5.22". */
function isNameOfWork({ tokens, quantities, has }: Statement): boolean {
  const last = tokens.length - 1;
  if (tokens.length === 0 || tokens.length > LONGEST_NAME || quantities.some(({ kind }) => kind !== 'count'))
    return false;
  const sentence = (['speaks', 'moves', 'holds', 'multiplies', 'measure', 'uptime', 'response'] as const).some(
    (meaning) => has(meaning, 0, last),
  );
  return !sentence && (has('works', 0, last) || has('technology', 0, last));
}

function worksIn({ phrases }: Statement): Phrase[] {
  return phrases.filter(({ meanings }) => meanings.has('works'));
}

function lacksOf(statement: Statement, { kpi }: AssessOutcome): OutcomeReason[] {
  const last = statement.tokens.length - 1;
  const directed = (['moves', 'holds', 'multiplies'] as const).some((meaning) => statement.has(meaning, 0, last));
  const measured = statement.quantities.length > 0 || kpi?.kind === 'outcome';
  if (!directed && !measured) return [{ code: 'nothing-said' }];
  return [
    ...(directed ? [] : [{ code: 'no-direction' } as const]),
    ...(measured ? [] : [{ code: 'no-quantity' } as const]),
  ];
}

function withSuggestion(
  assessment: { verdict: OutcomeVerdict; language: AssessedLanguage; because: OutcomeReason[] },
  input: AssessOutcome,
): OutcomeAssessment {
  const suggestion = assessment.verdict === 'outcome' ? undefined : suggestionFor(input);
  return suggestion ? { ...assessment, suggestion } : assessment;
}
