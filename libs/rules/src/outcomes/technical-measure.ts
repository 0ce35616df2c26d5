import type { KpiKind } from '@sightline/contracts';
import { isTechnicalIn } from './effects';
import { readStatement } from './statement';

/**
 * Whether a KPI's name or definition measures technical activity (uptime, number of APIs, records processed …) rather
 * than business (PRODUCT.md section 5). Only the first sentence counts; what follows usually explains.
 */
export function isTechnicalMeasure(text: string): boolean {
  const statement = readStatement(text);
  return statement.tokens.length > 0 && isTechnicalIn(statement, statement.sentenceAround(0));
}

/** The kind a new KPI is offered; its owner may decide otherwise. */
export function suggestedKpiKind(text: string): KpiKind {
  return isTechnicalMeasure(text) ? 'technical' : 'outcome';
}
