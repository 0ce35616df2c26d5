import { PERSONAS } from '@sightline/contracts';
import { type RunningApi, startApi } from '../../test/start-api';
import { SampleCompany } from './sample-company.service';

describe('the sample company', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ empty: true });
    await api.get(SampleCompany).loadOnce();
  });
  afterAll(() => api.stop());

  it('lets a visitor be each of its personas', async () => {
    const cards = await api.anonymous.get<{ persona: string }[]>('/auth/personas');
    expect(cards.body.map(({ persona }) => persona).sort()).toEqual([...PERSONAS].sort());
  });
});
