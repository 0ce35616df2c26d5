import { type RunningApi, startApi } from '../../../test/start-api';

const LONG = '/api/openapi.json';

describe('compression', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const ask = async (path: string, accepted: string, method = 'GET') => {
    const headers = { 'accept-encoding': accepted };
    const { headers: said, body } = await api.anonymous.send(method, path, undefined, { headers });
    return { body, encoding: said.get('content-encoding'), bytes: Number(said.get('content-length')), said };
  };

  it('makes a long answer a fraction of what it says, and says the same', async () => {
    const plain = await ask(LONG, 'identity');
    const small = await ask(LONG, 'br, gzip;q=0.9');
    expect([plain.encoding, small.encoding]).toEqual([null, 'gzip']);
    expect(small.body).toEqual(plain.body);
    expect(small.bytes).toBeLessThan(plain.bytes / 5);
    for (const { said } of [plain, small]) expect(said.get('vary')).toBe('Accept-Encoding');
  });

  it('says of a HEAD what it would say of the GET', async () => {
    const [head, get] = [await ask(LONG, 'gzip', 'HEAD'), await ask(LONG, 'gzip')];
    expect([head.encoding, head.bytes]).toEqual(['gzip', get.bytes]);
  });

  it.each([
    ['to whoever takes none', LONG, 'identity'],
    ['to whoever refuses it', LONG, 'gzip;q=0, identity'],
    ['of a few words', '/healthz', 'gzip'],
    ['of what is no JSON', '/api/docs', 'gzip'],
  ])('leaves an answer alone: %s', async (_which, path, accepted) => {
    expect((await ask(path, accepted)).encoding).toBeNull();
  });
});
