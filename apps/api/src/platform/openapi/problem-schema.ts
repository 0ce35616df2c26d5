import { PROBLEM_CODES } from '@sightline/contracts';

const text = { type: 'string' };

/** RFC 9457 with a code, as every refusal of the API is. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  additionalProperties: false,
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: { type: 'string', enum: PROBLEM_CODES },
    detail: text,
    instance: text,
    traceId: text,
    rule: text,
    params: { type: 'object' },
    currentVersion: { type: 'integer' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        additionalProperties: false,
        properties: { pointer: text, code: text, detail: text },
      },
    },
    checks: { type: 'array', items: { type: 'object' } },
  },
};
