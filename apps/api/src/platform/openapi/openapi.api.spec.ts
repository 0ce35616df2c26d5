import { AppModule } from '../../app.module';
import { type RunningApi, startApi } from '../../../test/start-api';
import { type OpenApiDocument, openApiOf } from './openapi';

describe('the description of the API', () => {
  let api: RunningApi;

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

  it('is a page that runs nothing', async () => {
    const { body, headers, type } = await api.anonymous.get<string>('/api/docs');
    expect(type).toBe('text/html');
    expect(body).toContain('/business-units');
    expect(body).not.toContain('<script');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
  });
});
