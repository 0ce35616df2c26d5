import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { earlyAnswers } from './early-answers';

const ME = '/api/v1/me';

describe('answers that were asked for early', () => {
  const inEnglish = { headers: { 'Accept-Language': 'en' } };
  const asked = (answers: Record<string, unknown>): void => {
    const all = Object.entries(answers).map(([path, body]) => [path, Promise.resolve(body)] as const);
    Reflect.set(globalThis, 'sightlineEarly', { language: 'en', answers: new Map(all) });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([earlyAnswers])), provideHttpClientTesting()],
    });
  };
  const sent = (): HttpTestingController => TestBed.inject(HttpTestingController);
  afterEach(() => Reflect.deleteProperty(globalThis, 'sightlineEarly'));

  it('are taken once', async () => {
    asked({ [ME]: { name: 'Carla' } });
    const http = TestBed.inject(HttpClient);
    expect(await firstValueFrom(http.get(ME, inEnglish))).toEqual({ name: 'Carla' });
    const again = firstValueFrom(http.get(ME, inEnglish));
    sent().expectOne(ME).flush({ name: 'Ruth' });
    expect(await again).toEqual({ name: 'Ruth' });
  });

  it('are asked for again where they were refused, speak another language, or are something else', async () => {
    asked({ [ME]: null, '/api/v1/inbox': {} });
    const http = TestBed.inject(HttpClient);
    const refused = firstValueFrom(http.get(ME, inEnglish));
    const others = [
      firstValueFrom(http.get('/api/v1/inbox', { headers: { 'Accept-Language': 'de' } })),
      firstValueFrom(http.post('/api/v1/inbox', {}, inEnglish)),
    ];
    await Promise.resolve();
    await Promise.resolve();
    sent().expectOne(ME).flush({ late: true });
    for (const { method } of [{ method: 'GET' }, { method: 'POST' }]) {
      sent().expectOne({ method, url: '/api/v1/inbox' }).flush({});
    }
    expect(await refused).toEqual({ late: true });
    expect(await Promise.all(others)).toEqual([{}, {}]);
  });
});
