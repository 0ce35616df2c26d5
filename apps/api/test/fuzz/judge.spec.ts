import type { OpenApiDocument } from '../../src/platform/openapi/openapi';
import { PROBLEM_SCHEMA } from '../../src/platform/openapi/problem-schema';
import { operationsOf } from '../openapi/operations';
import type { RawAnswer } from '../openapi/send';
import type { Case } from './cases';
import { Judge } from './judge';

const REFUSED = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
const UNIT = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'name'],
  properties: { id: { type: 'string' }, version: { type: 'number' }, name: { type: 'string' } },
};
const BODY = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 5 } },
};
const POST = {
  parameters: [],
  requestBody: { content: { 'application/json': { schema: BODY } } },
  responses: {
    304: { headers: { ETag: {} } },
    201: { headers: { Location: {} }, content: { 'application/json': { schema: UNIT } } },
    400: REFUSED,
  },
};
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: '', version: '', description: '' },
  servers: [],
  paths: { '/units': { post: POST }, '/units/{id}': { get: { parameters: [], responses: {} } } },
  components: { schemas: { Problem: PROBLEM_SCHEMA }, securitySchemes: {} },
} as unknown as OpenApiDocument;

/** The judge of the fuzzing, given answers that a broken API would give: it has to see them. */
describe('the judge of the fuzzing', () => {
  const judge = new Judge(DOCUMENT);
  const [operation] = operationsOf(DOCUMENT);
  const right: RawAnswer = {
    status: 201,
    type: 'application/json',
    headers: { location: '/api/v1/units/7' },
    body: { id: '7', version: 1, name: 'x' },
    ms: 1,
  };
  const problem = {
    type: 'urn:x',
    title: 'x',
    detail: 'x',
    status: 400,
    code: 'invalid-request',
    errors: [{ pointer: '/name', code: 'too-long', detail: 'x' }],
  };
  const refused: RawAnswer = { ...right, status: 400, type: 'application/problem+json', headers: {}, body: problem };
  const long: Case = { what: '', body: { name: 'too long' }, fault: '/name' };
  const fine: Case = { what: '', body: { name: 'x' } };

  const complaints = (tried: Case, answer: RawAnswer): string[] =>
    operation ? judge.complaints(operation, tried, answer) : ['no operation'];

  const unchanged: RawAnswer = { ...right, status: 304, type: '', headers: { etag: '"1"' }, body: '' };

  it('has nothing to say about what is as described', () => {
    expect(complaints(fine, right)).toEqual([]);
    expect(complaints(fine, unchanged)).toEqual([]);
    expect(complaints(long, refused)).toEqual([]);
  });

  it.each<[string, Case, RawAnswer, RegExp]>([
    ['a fault of the server', fine, { ...right, status: 500 }, /fault of the server/],
    ['a status nobody described', fine, { ...right, status: 202 }, /not in the document/],
    ['an unchanged answer with a body', fine, { ...unchanged, body: 'x' }, /a body where/],
    ['an unchanged answer without its tag', fine, { ...unchanged, headers: {} }, /ETag is missing/],
    ['a field that slipped out', fine, { ...right, body: { ...(right.body as object), hash: 'x' } }, /hash/],
    ['a field that is missing', fine, { ...right, body: { id: '7', version: 1 } }, /name/],
    ['a field of another type', fine, { ...right, body: { id: '7', version: '1', name: 'x' } }, /version/],
    ['another media type', fine, { ...right, type: 'text/html' }, /answered as text\/html/],
    ['a missing Location', fine, { ...right, headers: {} }, /Location is missing/],
    ['a Location that leads nowhere', fine, { ...right, headers: { location: '/api/v1/unit/7' } }, /leads nowhere/],
    ['a body that should have been refused', long, right, /does not allow/],
    ['a refusal that is no problem', long, { ...refused, type: 'text/plain' }, /not as a problem/],
    ['a stack trace', long, { ...refused, body: { ...problem, stack: 'at x' } }, /stack/],
    ['another status inside', long, { ...refused, body: { ...problem, status: 422 } }, /says that it is 422/],
    ['an invalid request without fields', long, { ...refused, body: { ...problem, errors: [] } }, /without a word/],
    [
      'the wrong field',
      long,
      { ...refused, body: { ...problem, errors: [{ pointer: '/kind', code: 'x', detail: 'x' }] } },
      /\/name was spoilt/,
    ],
    [
      'a refusal that only the database made',
      fine,
      { ...refused, body: { ...problem, errors: [{ pointer: '', code: 'does-not-fit', detail: 'x' }] } },
      /the database refused/,
    ],
  ])('sees %s', (_what, tried, answer, complaint) => {
    expect(complaints(tried, answer).join()).toMatch(complaint);
  });
});
