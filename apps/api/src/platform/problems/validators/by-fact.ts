import { CELL_MAX, FACT_NAME, FACTS_MAX } from '@sightline/contracts';
import { mustBe } from './rule';
import { HIDDEN } from './texts';

/** Far more than a cell or an answer may have: what is too long is refused at its own place. */
const LONGEST = 2000;

const isShortText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= LONGEST && value.isWellFormed() && !HIDDEN.test(value);

function isByFact(value: unknown, valid: (value: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= FACTS_MAX && entries.every(([name, part]) => FACT_NAME.test(name) && valid(part));
}

const BY_FACT = { type: 'object', maxProperties: FACTS_MAX, propertyNames: { pattern: FACT_NAME.source } };

/** Cells by the name of their fact; what a cell says is checked where its facts are known. */
export const Cells = (): PropertyDecorator =>
  mustBe({
    code: 'not-cells',
    schema: { ...BY_FACT, additionalProperties: { type: 'string', maxLength: CELL_MAX } },
    valid: (value) => isByFact(value, isShortText),
  });

/** Answers by the name of their fact; whether they fit is said where the facts are known. */
export const Answers = (): PropertyDecorator =>
  mustBe({
    code: 'not-answers',
    schema: { ...BY_FACT, additionalProperties: { type: ['number', 'boolean', 'string'] } },
    valid: (value) =>
      isByFact(value, (part) => typeof part === 'boolean' || Number.isFinite(part) || isShortText(part)),
  });
