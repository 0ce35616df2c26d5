import { type PropertyRules, rulesOn } from './rule';

/** May be left out; null is not allowed. */
export function Maybe(): PropertyDecorator {
  return checkedWhen((value) => value !== undefined, 'maybe');
}

/** May be left out, or null, which empties the field. */
export function MaybeNull(): PropertyDecorator {
  return checkedWhen((value) => value !== undefined && value !== null, 'maybe-null');
}

/** Required, unless the request names this other property. */
export function RequiredUnless(other: string): PropertyDecorator {
  return checkedWhen((value, request) => value !== undefined || request[other] === undefined, `unless:${other}`);
}

/** Looks at a property only where this says so; the whole request is there to ask. */
export function checkedWhen(
  isChecked: NonNullable<PropertyRules['isChecked']>,
  presence?: PropertyRules['presence'],
): PropertyDecorator {
  return (target, property) => {
    const rules = rulesOn(target, property);
    rules.isChecked = isChecked;
    if (presence) rules.presence = presence;
  };
}
