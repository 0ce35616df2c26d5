import { Problems } from '../problems/problem';
import { isUuid } from '../problems/validators';

export type IdOrCode = { id: string; code?: undefined } | { code: string; id?: undefined };

const CODE = /^[A-Z]{1,4}-\d{1,12}$/;

/** A path parameter `{id}` takes the id or the code; anything else names no record (404). */
export function parseIdOrCode(value: string): IdOrCode {
  const code = value.toUpperCase();
  if (isUuid(value)) return { id: value.toLowerCase() };
  if (!CODE.test(code)) throw Problems.notFound();
  return { code };
}
