import type { Problem } from '@sightline/contracts';
import type { Client } from '../../../test/client';
import { givenUser } from '../../../test/given';
import { type RunningApi, startApi } from '../../../test/start-api';
import { AppModule } from '../../app.module';
import { openApiOf } from '../openapi/openapi';
import type { JsonSchema } from '../openapi/request-schema';

const NOBODY = '01900000-0000-7000-8000-000000000000';

/** What no field should break on; each goes into every field of every body. */
const HOSTILE: unknown[] = [
  null,
  true,
  0,
  1.5,
  1e300,
  '',
  'x'.repeat(20_000),
  '\u202e',
  '\u0000',
  "'; DROP TABLE charter; --",
  '9999-12-31',
  '10000-01-01',
  '2027-02-30',
  NOBODY,
  'CH-99999999999999999999',
  [],
  [null],
  [{}],
  {},
  { toString: 'x' },
  { amount: '1e9', currency: 'EUR' },
];

/** One record of each kind. */
const RECORDS = {
  'business-units': { name: 'Sales', kind: 'business' },
  charters: { title: 'A charter' },
  'data-domains': { name: 'Customer', description: '', tier: 'standard', wave: 1 },
  kpis: { name: 'A KPI' },
  parties: { name: 'A party', kind: 'team' },
  services: { name: 'A service', criticality: 1 },
  systems: { name: 'A system' },
};

/** Bodies out of the description of the API, spoilt one field at a time (TRUST T12). */
describe('hostile values', () => {
  let api: RunningApi;
  let client: Client;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    const roles = ['cio_office', 'board_member', 'board_secretary', 'project_lead', 'champion', 'admin'] as const;
    client = await api.signIn(await givenUser(api.owner, { roles: [...roles] }));
  });
  beforeAll(async () => {
    for (const [word, body] of Object.entries(RECORDS)) {
      const { status, body: record } = await client.post<{ id: string }>(`/${word}`, body);
      expect([word, status]).toEqual([word, 201]);
      there.set(word, record.id);
    }
  });
  afterAll(() => api.stop());

  const there = new Map<string, string>();
  /** Records that are there, where one could be made; so that a value gets further than a 404. */
  const addressOf = (path: string): string =>
    path
      .replace(/\{n(umber)?\}/g, '1')
      .replace(/^\/([\w-]+)\/\{\w+\}/, (_all, word: string) => `/${word}/${there.get(word) ?? NOBODY}`)
      .replace(/\{\w+\}/g, NOBODY);

  const { paths } = openApiOf(AppModule);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const schema = (operation['requestBody'] as { content: Record<string, { schema: JsonSchema }> } | undefined)
        ?.content['application/json']?.schema;
      return schema ? [{ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, schema }] : [];
    }),
  );

  it.each(operations)('$name', async ({ method, path, schema }) => {
    const address = addressOf(path);
    const good = exampleOf(schema) as Record<string, unknown>;
    const broken: string[] = [];
    let version = Number(JSON.parse((await client.get(address)).etag ?? '"1"'));
    for (const field of Object.keys(good)) {
      for (const value of HOSTILE) {
        const answer = await client.send<Problem>(method, address, { ...good, [field]: value }, { version });
        const { status, type, body, etag } = answer;
        const isProblem = status < 500 && type === 'application/problem+json' && Boolean(body.code);
        if (status >= 400 && !isProblem) broken.push(`${field} = ${JSON.stringify(value)?.slice(0, 60)}: ${status}`);
        if (method !== 'POST' && status < 300 && etag) version = Number(JSON.parse(etag));
      }
    }
    expect(broken).toEqual([]);
  });

  it('in queries', async () => {
    const broken: string[] = [];
    for (const [path, { get }] of Object.entries(paths)) {
      const parameters = (get?.['parameters'] ?? []) as { name: string; in: string }[];
      for (const { name } of parameters.filter((one) => one.in === 'query')) {
        for (const value of [
          '',
          '%00',
          '-1',
          '1e9',
          "';--",
          'x'.repeat(5000),
          NOBODY,
          '%F0%9F%98%80',
          '[]',
          '1&' + name + '=2',
        ]) {
          const address = path
            .replace('{number}', '1')
            .replace('{n}', '1')
            .replace(/\{\w+\}/g, NOBODY);
          const { status } = await client.get(`${address}?${name}=${value}`);
          if (status >= 500) broken.push(`${path}?${name}=${value.slice(0, 20)}: ${status}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});

/** A value that a schema allows. */
function exampleOf({ type, enum: words, properties, items, format, pattern, minimum }: JsonSchema): unknown {
  if (Array.isArray(words)) return words[0];
  switch ([type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries((properties ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => [
          name,
          exampleOf(schema),
        ]),
      );
    case 'array':
      return items ? [exampleOf(items as JsonSchema)] : [];
    case 'number':
    case 'integer':
      return Math.max(1, Number(minimum ?? 1));
    case 'boolean':
      return true;
    default:
      if (format === 'date') return '2027-06-30';
      if (pattern === '^[A-Z]{3}$') return 'EUR';
      return format === 'email' ? 'someone@example.org' : '100';
  }
}
