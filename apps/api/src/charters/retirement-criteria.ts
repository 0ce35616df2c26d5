import { mustBe } from '../platform/problems/validators/rule';
import { HIDDEN, isDate } from '../platform/problems/validators';

const CRITERIA_MAX = 50;
/** As for every number of the API (`Finite`). */
const LARGEST = 1e15;
const COMPARISONS = ['<', '<=', '>', '>=', '='];

type Fields = Record<string, unknown>;

const isName = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= 300 &&
  value.isWellFormed() &&
  !HIDDEN.test(value);

/** What each kind of criterion consists of, and nothing else (PRODUCT section 3, resilience plan). */
const KINDS: Record<string, Record<string, (value: unknown) => boolean>> = {
  measure: {
    measure: isName,
    comparison: (value) => COMPARISONS.some((known) => known === value),
    value: (value) => Number.isFinite(value) && Math.abs(Number(value)) <= LARGEST,
    periodDays: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 3650,
  },
  date: { date: isDate },
  contract_end: { contract: isName },
};

function isCriterion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { kind, ...fields } = value as Fields;
  const parts = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!parts || Object.keys(fields).some((name) => !Object.hasOwn(parts, name))) return false;
  return Object.entries(parts).every(([name, isValid]) => isValid(fields[name]));
}

const name = { type: 'string', minLength: 1, maxLength: 300 };
/** The same for the description of the API. */
const SCHEMAS = [
  criterion('measure', {
    measure: name,
    comparison: { enum: COMPARISONS },
    value: { type: 'number', minimum: -LARGEST, maximum: LARGEST },
    periodDays: { type: 'integer', minimum: 1, maximum: 3650 },
  }),
  criterion('date', { date: { type: 'string', format: 'date' } }),
  criterion('contract_end', { contract: name }),
];

function criterion(kind: string, fields: Record<string, object>): object {
  const properties = { kind: { enum: [kind] }, ...fields };
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

/** Structured retirement criteria: a measure over a period, a date, or the end of a contract. */
export const RetirementCriteria = (): PropertyDecorator =>
  mustBe(
    { code: 'not-a-list', schema: { type: 'array', maxItems: CRITERIA_MAX }, valid: Array.isArray },
    {
      code: 'too-many',
      params: { max: CRITERIA_MAX },
      valid: (value) => Array.isArray(value) && value.length <= CRITERIA_MAX,
    },
    {
      code: 'not-a-criterion',
      schema: { items: { anyOf: SCHEMAS } },
      valid: (value) => Array.isArray(value) && value.every(isCriterion),
    },
  );
