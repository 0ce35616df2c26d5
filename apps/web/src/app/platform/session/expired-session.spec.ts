import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@sightline/contracts';
import { Api } from '../api/api';
import { siteForSpecs } from '../site-for-specs';
import { Expiry } from './expiry';
import { Session } from './session';

const lead: Me = {
  user: { id: 'u1', name: 'Priya Nair', email: 'priya@example.org', kind: 'internal', language: null },
  roles: ['project_lead'],
  permissions: {},
  seats: [],
  secretaryOf: [],
  organisation: {
    name: 'Meridian Freight',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    language: 'en',
    kind: 'own',
    strategyInForce: 2,
  },
  awaiting: 0,
};
const unauthorised = { status: 401, statusText: 'Unauthorized' };

describe('a session', () => {
  let http: HttpTestingController;
  let session: Session;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  });

  const meet = async () => {
    TestBed.tick();
    http.expectOne('/api/v1/me').flush(lead);
    await Promise.resolve();
    TestBed.tick();
  };

  it('knows what its person may do, and to which records', async () => {
    await meet();
    expect(session.state()).toBe('in');
    expect(session.may('charter.edit', { own: true })).toBe(true);
    expect(session.may('charter.edit', { own: false })).toBe(false);
    expect(session.may('strategy.draft')).toBe(false);
  });

  it('that ends while somebody writes holds the call back and sends it after the sign-in', async () => {
    await meet();
    const saved = TestBed.inject(Api).patch('/charters/CH-0001', { title: 'A' }, 3);
    http.expectOne('/api/v1/charters/CH-0001').flush({}, unauthorised);
    expect(TestBed.inject(Expiry).cause()).toBe('ended');
    TestBed.inject(Expiry).renew();
    await Promise.resolve();
    await Promise.resolve();
    const again = http.expectOne('/api/v1/charters/CH-0001');
    expect(again.request.headers.get('If-Match')).toBe('"3"');
    expect(again.request.body).toEqual({ title: 'A' });
    again.flush({ version: 4 });
    await expect(saved).resolves.toEqual({ version: 4 });
  });

  it('that is too old for what binds the company says so, unless it has ended, too', async () => {
    await meet();
    const refuse = (path: string, code: string) => {
      const refused = { type: 'about:blank', title: '', status: 401, code };
      void TestBed.inject(Api).put(path, { choice: 'approve' });
      http.expectOne(`/api/v1${path}`).flush(refused, unauthorised);
    };
    const { expired, cause } = TestBed.inject(Expiry);
    refuse('/proposals/PR-1/vote', 'sign-in-too-old');
    expect([expired(), cause()]).toEqual([true, 'old']);
    refuse('/charters/CH-0001', 'not-signed-in');
    refuse('/proposals/PR-2/vote', 'sign-in-too-old');
    expect(cause()).toBe('ended');
    TestBed.inject(Expiry).renew();
    expect([expired(), cause()]).toEqual([false, null]);
  });

  it('that never was leaves a 401 to whoever asked', async () => {
    TestBed.tick();
    http.expectOne('/api/v1/me').flush({}, unauthorised);
    await Promise.resolve();
    const refused = TestBed.inject(Api).post('/charters', { title: 'A' });
    http.expectOne('/api/v1/charters').flush({}, unauthorised);
    await expect(refused).rejects.toMatchObject({ status: 401 });
    expect(TestBed.inject(Expiry).expired()).toBe(false);
  });
});
