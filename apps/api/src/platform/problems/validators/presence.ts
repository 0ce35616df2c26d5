import { ValidateIf } from 'class-validator';

/** May be left out; null is not allowed. (class-validator's own `IsOptional` lets null through.) */
export const Maybe = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);

/** May be left out, or null, which empties the field. */
export const MaybeNull = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined && value !== null);
