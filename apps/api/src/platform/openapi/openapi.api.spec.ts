import { type AnswerSchemas, answerSchemas as read } from '../../../../../tools/openapi/answer-schemas.ts';
import { AppModule } from '../../app.module';
import { type RunningApi, startApi } from '../../../test/start-api';
import { type OpenApiDocument, openApiOf } from './openapi';

describe('the description of the API', () => {
  let api: RunningApi;
  let known: AnswerSchemas | undefined;
  const answerSchemas = (): AnswerSchemas => (known ??= read());

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('is served as the code makes it', async () => {
    const { status, body } = await api.anonymous.get<OpenApiDocument>('/api/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiOf(AppModule))));
  });

  it('knows the bodies, the queries, the permissions and the headers', () => {
    const { paths } = openApiOf(AppModule);
    expect(paths['/business-units']?.['post']).toMatchObject({
      'x-permission': 'unit.manage',
      requestBody: {
        content: {
          'application/json': {
            schema: {
              additionalProperties: false,
              required: ['name', 'kind'],
              properties: {
                name: { type: 'string', minLength: 1, maxLength: 200 },
                kind: { enum: ['business', 'it'] },
              },
            },
          },
        },
      },
    });
    expect(paths['/business-units/{id}']?.['patch']).toMatchObject({
      parameters: [{ name: 'id' }, { name: 'If-Match', required: true }],
    });
    expect(JSON.stringify(paths['/audit']?.['get'])).toContain('"name":"actor"');
  });

  it('knows what every route answers, with its headers', () => {
    const { paths, components } = openApiOf(AppModule, answerSchemas());
    expect(paths['/business-units']?.['post']).toMatchObject({
      responses: {
        201: {
          headers: { ETag: {}, Location: {} },
          content: { 'application/json': { schema: { $ref: '#/components/schemas/BusinessUnit' } } },
        },
      },
    });
    expect(components.schemas['BusinessUnit']).toMatchObject({
      additionalProperties: false,
      properties: { version: { type: 'number' }, kind: { type: 'string', enum: ['business', 'it'] } },
    });
  });

  it('knows which files are not sent again to whoever has them', () => {
    const { paths } = openApiOf(AppModule, answerSchemas());
    const unchanged = Object.entries(paths).filter(([, { get }]) => '304' in ((get?.['responses'] ?? {}) as object));
    expect(unchanged.map(([path]) => path)).toEqual(
      ['docx', 'md', 'pdf'].map((kind) => `/strategy/versions/{n}/document.${kind}`),
    );
    for (const [, { get }] of unchanged) {
      expect(get).toMatchObject({
        parameters: [{ name: 'n' }, { name: 'If-None-Match', required: false }],
        responses: { 200: { headers: { ETag: {} }, content: {} }, 304: { headers: { ETag: {} } } },
      });
    }
  });

  it('cannot be written while an answer is described nowhere', () => {
    const { answers, named } = answerSchemas();
    const { 'ChartersController.read': _forgotten, ...others } = answers;
    expect(() => openApiOf(AppModule, { answers: others, named })).toThrow('ChartersController.read');
    const silent = { ...answers, 'ChartersController.read': null };
    expect(() => openApiOf(AppModule, { answers: silent, named })).toThrow('answers no JSON');
  });

  it('is a page that runs nothing', async () => {
    const { body, headers, type } = await api.anonymous.get<string>('/api/docs');
    expect(type).toBe('text/html');
    expect(body).toContain('/business-units');
    expect(body).not.toContain('<script');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
  });
});
