import { HttpClient, HttpContext, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ONCE, shownAgain } from './shown-again';

const LIST = '/api/v1/charters?page=1';

describe('a page that was open before', () => {
  const signIn = (token: string): string => (document.cookie = `XSRF-TOKEN=${token}`);
  const sent = (): HttpTestingController => TestBed.inject(HttpTestingController);
  const seen = (url = LIST, options: { context?: HttpContext } = {}): unknown[] => {
    const bodies: unknown[] = [];
    TestBed.inject(HttpClient)
      .get(url, options)
      .subscribe({ next: (body) => bodies.push(body), error: () => bodies.push('failed') });
    return bodies;
  };
  const read = (body: object, url = LIST): void => {
    seen(url);
    sent().expectOne(url).flush(body);
  };
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([shownAgain])), provideHttpClientTesting()],
    });
    signIn('first');
  });
  afterEach(() => (document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT'));

  it('stands there as it was, and as it is once that is known and differs', () => {
    read({ total: 1 });
    const again = seen();
    expect(again).toEqual([{ total: 1 }]);
    sent().expectOne(LIST).flush({ total: 2 });
    expect(again).toEqual([{ total: 1 }, { total: 2 }]);
    const same = seen();
    sent().expectOne(LIST).flush({ total: 2 });
    expect(same).toEqual([{ total: 2 }]);
  });

  it('says that it cannot be read any more', () => {
    read({ total: 1 });
    const again = seen();
    sent().expectOne(LIST).flush({}, { status: 403, statusText: 'Forbidden' });
    expect(again).toEqual([{ total: 1 }, 'failed']);
  });

  it('is not shown as it was before somebody wrote here, not even by an answer that was on its way', () => {
    read({ total: 1 });
    const onItsWay = seen('/api/v1/kpis?page=1');
    TestBed.inject(HttpClient).post('/api/v1/charters', {}).subscribe();
    expect(seen()).toEqual([]);
    sent().expectOne('/api/v1/kpis?page=1').flush({ total: 7 });
    sent().expectOne({ method: 'POST' }).flush({});
    expect(onItsWay).toEqual([{ total: 7 }]);
    sent().expectOne(LIST).flush({ total: 1 });
    expect([seen(), seen('/api/v1/kpis?page=1')]).toEqual([[], []]);
  });

  it('is nobody else’s, nor shown without a session', () => {
    read({ total: 1 });
    signIn('second');
    expect(seen()).toEqual([]);
    document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
    expect(seen()).toEqual([]);
  });

  it('is asked for once by whoever takes one answer, and a record that may be written is read as it is', () => {
    read({ total: 1 });
    expect(seen(LIST, { context: new HttpContext().set(ONCE, true) })).toEqual([]);
    const draft = '/api/v1/strategy/versions/2';
    read({ version: 4 }, draft);
    expect(seen(draft)).toEqual([]);
  });
});
