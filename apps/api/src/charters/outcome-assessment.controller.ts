import type { AssessedKpi, AssessOutcome, OutcomeReason, OutcomeVerdict } from '@sightline/contracts';
import { OUTCOME_MAX } from '@sightline/contracts';
import { sayKey } from '@sightline/language';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { assessOutcome } from '@sightline/rules';
import { DataSource } from 'typeorm';
import { Requires } from '../platform/access/requires';
import { DateOnly, Finite, Maybe, Reference, Text } from '../platform/problems/validators';
import { resolveReference } from '../platform/records/resolve-reference';
import { readerLanguage } from './reader-language';

class AssessOutcomeRequest {
  @Text(OUTCOME_MAX, { empty: true })
  text!: string;

  @Maybe()
  @Reference()
  kpi?: string;

  @Maybe()
  @Finite()
  from?: number;

  @Maybe()
  @Finite()
  to?: number;

  @Maybe()
  @DateOnly()
  by?: string;
}

interface OutcomeAssessmentAnswer {
  verdict: OutcomeVerdict;
  /** Why, in sentences of the reader's language. */
  because: string[];
  /** The same reasons with the places in the text they speak of. */
  reasons: readonly OutcomeReason[];
  suggestion?: string;
}

const KPI = `
  SELECT k.code, k.name, r.unit, r.direction, r.kind FROM kpi k JOIN kpi_revision r ON r.id = k.current_revision_id
   WHERE k.id = $1 AND r.unit IS NOT NULL AND r.direction IS NOT NULL AND r.kind IS NOT NULL`;

/** POST /outcomes/assess: outcome or milestone, before anything is saved (PRODUCT section 5). */
@Controller('outcomes')
export class OutcomeAssessmentController {
  constructor(private readonly db: DataSource) {}

  @Post('assess')
  @HttpCode(200)
  @Requires('outcome.assess')
  async assess(@Body() { kpi, ...effect }: AssessOutcomeRequest): Promise<OutcomeAssessmentAnswer> {
    const language = readerLanguage();
    const { verdict, because, suggestion } = assessOutcome({
      ...effect,
      ...(kpi && (await this.kpiOf(kpi))),
    } as AssessOutcome);
    return {
      verdict,
      because: because.map(({ code, ...params }) => sayKey(`outcome.reason.${code}`, params, language)),
      reasons: because,
      ...(suggestion && {
        suggestion: sayKey(`outcome.suggestion.${suggestion.code}`, suggestion.params, language),
      }),
    };
  }

  /** A KPI that does not say what it measures yet is no evidence. */
  private async kpiOf(reference: string): Promise<{ kpi?: AssessedKpi }> {
    const id = await resolveReference(this.db.manager, 'kpi', reference, '/kpi');
    const [kpi] = await this.db.query<AssessedKpi[]>(KPI, [id]);
    return kpi ? { kpi } : {};
  }
}
