import { ValidateNested } from 'class-validator';
import { mustBe, type RequestClass, rulesOn, type ValueRule } from './rule';
import { HIDDEN } from './texts';

function listOfAtMost(max: number): ValueRule[] {
  return [
    { code: 'not-a-list', schema: { type: 'array' }, valid: Array.isArray },
    {
      code: 'too-many',
      params: { max },
      schema: { maxItems: max },
      valid: (value) => Array.isArray(value) && value.length <= max,
    },
  ];
}

/** A list of objects of this request class; each is checked like a body of its own. */
export function ListOf(item: () => RequestClass, max: number): PropertyDecorator {
  const list = mustBe(...listOfAtMost(max), {
    code: 'not-objects',
    schema: { items: item },
    valid: (value) => Array.isArray(value) && value.every(isObject),
  });
  // One more than allowed is enough to refuse a list; the rest of it is not looked at.
  const cut = (value: unknown): unknown => (Array.isArray(value) ? value.slice(0, max + 1) : value);
  return (target, property) => {
    const rules = rulesOn(target, property);
    rules.prepare.push(cut);
    rules.nested = item;
    ValidateNested({ each: true })(target, property);
    list(target, property);
  };
}

/** A list of short texts: references, words, conditions. */
export function Texts(max: number, longest = 300): PropertyDecorator {
  const isShortText = (value: unknown): boolean =>
    typeof value === 'string' && value !== '' && value.length <= longest && value.isWellFormed() && !HIDDEN.test(value);
  return mustBe(...listOfAtMost(max), {
    code: 'not-texts',
    params: { max: longest },
    schema: { items: { type: 'string', minLength: 1, maxLength: longest } },
    valid: (value) => Array.isArray(value) && value.every(isShortText),
  });
}

/** A list of words of a closed list, none twice. */
export function SomeOf(words: readonly string[]): PropertyDecorator {
  return mustBe(...listOfAtMost(words.length), {
    code: 'not-in-list',
    params: { known: words },
    schema: { items: { type: 'string', enum: words }, uniqueItems: true },
    valid: (value) =>
      Array.isArray(value) &&
      new Set(value).size === value.length &&
      value.every((word) => words.includes(String(word))),
  });
}

/** An object of this request class, checked like a body of its own. */
export function ObjectOf(item: () => RequestClass): PropertyDecorator {
  const object = mustBe({ code: 'not-an-object', schema: { of: item }, valid: isObject });
  return (target, property) => {
    rulesOn(target, property).nested = item;
    ValidateNested()(target, property);
    object(target, property);
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
