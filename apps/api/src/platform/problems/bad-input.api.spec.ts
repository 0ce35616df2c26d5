import { connect } from 'node:net';
import type { BusinessUnit, Problem } from '@sightline/contracts';
import type { Client } from '../../../test/client';
import { type RunningApi, startApi } from '../../../test/start-api';

describe('bad input', () => {
  let api: RunningApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signInAs('admin');
  });
  afterAll(() => api.stop());

  async function refusal(body: unknown): Promise<Problem> {
    const { status, type, body: problem } = await admin.post<Problem>('/business-units', body);
    expect(type).toBe('application/problem+json');
    expect(status).toBe(problem.status);
    return problem;
  }

  it.each([
    ['an unknown property', { name: 'A', kind: 'it', colour: 'red' }, '/colour', 'unknown-property'],
    ['a column of the server', { name: 'A', kind: 'it', version: 7 }, '/version', 'unknown-property'],
    ['__proto__', '{"name":"A","kind":"it","__proto__":{"roles":["admin"]}}', '/__proto__', 'unknown-property'],
    ['constructor', '{"name":"A","kind":"it","constructor":{}}', '/constructor', 'unknown-property'],
    ['a number for a name', { name: 7, kind: 'it' }, '/name', 'not-text'],
    ['null for a name', { name: null, kind: 'it' }, '/name', 'not-text'],
    ['nothing but spaces', { name: '   ', kind: 'it' }, '/name', 'empty'],
    ['a name that is too long', { name: 'x'.repeat(201), kind: 'it' }, '/name', 'too-long'],
    ['NUL', { name: 'a\0b', kind: 'it' }, '/name', 'hidden-characters'],
    ['a lone surrogate', '{"name":"a\\ud800b","kind":"it"}', '/name', 'hidden-characters'],
    ['a mark that turns the direction', { name: 'a\u202eb', kind: 'it' }, '/name', 'hidden-characters'],
    ['a control character', { name: 'a\u0007b', kind: 'it' }, '/name', 'hidden-characters'],
    ['a word outside the list', { name: 'A', kind: 'IT' }, '/kind', 'not-in-list'],
    ['1e999', '{"name":"A","kind":1e999}', '/kind', 'not-a-number'],
  ])('names the field for %s', async (_what, body, pointer, code) => {
    const problem = await refusal(body);
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors?.[0]).toMatchObject({ pointer, code });
    expect(problem.errors?.[0]?.detail).toMatch(/\S/);
  });

  it('does not look at a body of endless parts', async () => {
    const parts = Array.from({ length: 300_000 }, () => '{}').join(',');
    const began = Date.now();
    const problem = await refusal(`{"name":"A","kind":"it","parts":[${parts}]}`);
    expect(problem.errors).toMatchObject([{ pointer: '', code: 'too-many' }]);
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it('looks at no more of a list than it may have, and tells no more mistakes than anybody reads', async () => {
    const cio = await api.signInAs('cio_office');
    const { body } = await cio.refused('POST', '/charters', { title: 'A', principles: Array(5_000).fill({}) });
    expect(body.errors?.[0]).toMatchObject({ pointer: '/principles', code: 'too-many' });
    expect(body.errors).toHaveLength(100);
  });

  it.each(['__proto__', 'constructor'])('refuses %s as a filter', async (name) => {
    expect((await admin.refused('GET', `/business-units?${name}=1`)).body.errors).toMatchObject([
      { pointer: `?${name}`, code: 'unknown-property' },
    ]);
  });

  it('checks nothing for the set-up of an installation that is set up', async () => {
    expect((await api.anonymous.refused('POST', '/set-up', { colour: 'red' })).status).toBe(404);
  });

  it('says in the sentence what would be right', async () => {
    const { errors } = await refusal({ name: 'x'.repeat(201), kind: 'planet' });
    expect(errors?.map(({ detail }) => detail)).toEqual(['At most 200 characters.', 'Possible are business and it.']);
  });

  it.each([
    ['no JSON', '{"name":'],
    ['NaN', '{"name":NaN}'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['nothing', ''],
    ['nesting without end', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ])('refuses %s as a body', async (_what, body) => {
    expect((await refusal(body)).status).toBe(400);
  });

  it('refuses what is too large, of another type, or without a body, in the same form', async () => {
    expect((await refusal({ name: 'x'.repeat(1_100_000), kind: 'it' })).code).toBe('too-large');
    const text = await admin.post<Problem>('/business-units', 'name=A', { headers: { 'content-type': 'text/plain' } });
    expect([text.status, text.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  it('tells unknown paths from unknown methods', async () => {
    const unknown = await admin.get<Problem>('/nothing-here');
    expect([unknown.status, unknown.type, unknown.body.code]).toEqual([404, 'application/problem+json', 'not-found']);
    const method = await admin.delete<Problem>('/business-units');
    expect([method.status, method.body.code, method.headers.get('allow')]).toEqual([
      405,
      'method-not-allowed',
      'GET, HEAD, POST',
    ]);
  });

  it('refuses unknown filters, sort keys and pages instead of ignoring them', async () => {
    const pointers = async (query: string): Promise<string[] | undefined> =>
      (await admin.get<Problem>(`/business-units?${query}`)).body.errors?.map(({ pointer }) => pointer);
    expect(await pointers('colour=red')).toEqual(['?colour']);
    expect(await pointers('sort=colour')).toEqual(['?sort']);
    expect(await pointers('sort=__proto__')).toEqual(['?sort']);
    expect(await pointers('page=0')).toEqual(['?page']);
    expect(await pointers('pageSize=201')).toEqual(['?pageSize']);
    expect(await pointers('page=1&page=2')).toEqual(['?page']);
  });

  it('takes the id or the code of a record, and nothing else', async () => {
    const { body: unit, headers } = await admin.post<BusinessUnit>('/business-units', {
      name: ' Sales ',
      kind: 'business',
    });
    expect(unit.name).toBe('Sales');
    expect(headers.get('location')).toBe(`/api/v1/business-units/${unit.id}`);
    expect((await admin.get<BusinessUnit>(`/business-units/${unit.code.toLowerCase()}`)).body.id).toBe(unit.id);
    for (const id of ['x', '0', "';--", '%00', 'BU-99999999999999999999', '00000000-0000-0000-0000-000000000000']) {
      expect((await admin.get(`/business-units/${encodeURIComponent(id)}`)).status).toBe(404);
    }
  });

  it('knows that a NUL names nothing', async () => {
    for (const path of ['/principles/%00', '/users/PE-1%00', '/nothing%00']) {
      expect((await admin.refused('GET', path)).body.code).toBe('not-found');
    }
  });

  it('speaks the language of the reader', async () => {
    const german = { headers: { 'accept-language': 'fr;q=0.9, de-CH' } };
    const { body, headers } = await admin.get<Problem>('/nothing-here', german);
    expect([body.title, headers.get('content-language')]).toEqual(['Nicht gefunden', 'de']);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a broken escape in the address', 'GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['a wrong length', 'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nConnection: close\r\n\r\n', 417],
    ['no host', 'GET /api/v1/me HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ])('answers %s with a problem', async (_what, bytes, status) => {
    const answer = await raw(api.port, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('"code":"malformed-request"');
  });
});

function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.on('error', reject).on('close', () => resolve(answer));
  });
}
