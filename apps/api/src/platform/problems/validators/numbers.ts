import { mustBe, prepared } from './rule';

const AMOUNT = /^\d{1,13}(\.\d{1,2})?$/;
const CURRENCY = /^[A-Z]{3}$/;

/** A number that is one: not NaN, not infinite, and within what anybody measures. */
export const Finite = (min = -1e15, max = 1e15): PropertyDecorator =>
  mustBe(
    { code: 'not-a-number', schema: { type: 'number' }, valid: (value) => Number.isFinite(value) },
    {
      code: 'out-of-range',
      params: { min, max },
      schema: { minimum: min, maximum: max },
      valid: (value) => typeof value === 'number' && value >= min && value <= max,
    },
  );

/** A whole number from `min` to `max`, both included. */
export const Whole = (min: number, max: number): PropertyDecorator =>
  mustBe(
    { code: 'not-whole', schema: { type: 'integer' }, valid: (value) => Number.isSafeInteger(value) },
    {
      code: 'out-of-range',
      params: { min, max },
      schema: { minimum: min, maximum: max },
      valid: (value) => typeof value === 'number' && value >= min && value <= max,
    },
  );

/** A number that comes as text, in a query or in a cell of a file. */
export const FromText = (): PropertyDecorator =>
  prepared((value) => (typeof value === 'string' ? Number(value) : value));

/** true or false, and not their words. */
export const YesNo = (): PropertyDecorator =>
  mustBe({ code: 'not-yes-no', schema: { type: 'boolean' }, valid: (value) => typeof value === 'boolean' });

/** `{ "amount": "125000.00", "currency": "EUR" }`: a decimal string, not negative, two places at most. */
export const Amount = (): PropertyDecorator =>
  mustBe({
    code: 'not-an-amount',
    schema: {
      type: 'object',
      required: ['amount', 'currency'],
      additionalProperties: false,
      properties: {
        amount: { type: 'string', pattern: AMOUNT.source },
        currency: { type: 'string', pattern: CURRENCY.source },
      },
    },
    valid: isAmount,
  });

function isAmount(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { amount, currency, ...rest } = value as Record<string, unknown>;
  if (typeof amount !== 'string' || typeof currency !== 'string' || Object.keys(rest).length > 0) return false;
  return AMOUNT.test(amount) && CURRENCY.test(currency);
}
