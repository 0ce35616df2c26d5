import type { CharterGateFacts, GateCheck, GateCode, GateLevel, GateTransition } from '@sightline/contracts';
import type { FailedVariant, PassedVariant } from './gate-variants';

export type Fix = GateCheck['fix'];
type Params = Record<string, unknown>;

/** What one check says about the facts; the policy turns it into a level. `atMost` caps that level. */
export type Finding<C extends GateCode> =
  | { passed: true; variant: PassedVariant<C>; params: Params; fix: Fix }
  | { passed: false; variant: FailedVariant<C>; params: Params; fix: Fix; atMost?: GateLevel };

export type CharterCheck<C extends GateCode> = (facts: CharterGateFacts, transition: GateTransition) => Finding<C>;

/** A check that holds. */
export function passes<V extends string>(variant: V, fix: Fix, params: Params = {}) {
  return { passed: true as const, variant, params, fix };
}

/** A check that does not; `atMost: 'warning'` when this failure never blocks. */
export function fails<V extends string>(variant: V, fix: Fix, params: Params = {}, atMost?: GateLevel) {
  return { passed: false as const, variant, params, fix, ...(atMost ? { atMost } : {}) };
}

/** A field of the charter itself. */
export function inCharter({ charter }: Pick<CharterGateFacts, 'charter'>, field: string): Fix {
  return { field, path: `/charters/${charter.code}/edit#${field}` };
}

/** A part of a data domain, or one of its entities. */
export function inDomain(code: string, field: string, anchor = field): Fix {
  return { field, path: `/data/${code}#${anchor}` };
}

/** A part of a KPI. */
export function inKpi(code: string, field: string): Fix {
  return { field, path: `/outcomes/${code}/edit#${field}` };
}
