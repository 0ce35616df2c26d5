import type { PrincipleException, Role } from '@sightline/contracts';
import { pageOf, ScreenForSpecs } from '../platform/screen-for-specs';
import './exception-form/exception-form-page';
import { CHARTER_READ, givenException, inDays, PRINCIPLE } from './exceptions-for-specs';
import './exception-page/exception-page';
import './exceptions-page/exceptions-page';
import { nextOf } from './exception-page/next-step';
import routes from './exceptions.routes';

const LIST = '/exceptions?sort=-updatedAt&page=1&pageSize=50';
const HOLDING = '/exceptions?status=granted&sort=expiresOn&pageSize=1';
const REFUSED = { status: 409, statusText: 'Conflict' };

function site(answers: Record<string, unknown>, roles?: Role[]): ScreenForSpecs {
  const reads = { '/principles/P-04': PRINCIPLE, '/charters/CH-0017': CHARTER_READ, ...answers };
  return new ScreenForSpecs([{ path: 'strategy/exceptions', children: routes }], reads, roles);
}

async function page(changes: Partial<PrincipleException>, roles?: Role[]): Promise<ScreenForSpecs> {
  const screen = site({ '/exceptions/EX-004': givenException(changes) }, roles);
  await screen.open('/strategy/exceptions/EX-004');
  return screen;
}

describe('the list of exceptions', () => {
  it('says how many hold and which ends next, and shows the days left', async () => {
    const one = givenException({ expiresOn: inDays(6), holdsUntil: inDays(6) });
    const screen = site({ [LIST]: pageOf(one), [HOLDING]: pageOf(one) });
    await screen.open('/strategy/exceptions');
    expect(screen.texts('h1')).toEqual(['One exception holds today']);
    expect(screen.text).toContain('The next one to end is EX-004');
    expect(screen.text).toContain('6 days left');
    expect(screen.texts('tbody .chip')).toEqual(['Granted']);
  });

  it('invites whoever may to ask for the first one, and nobody else', async () => {
    const empty = { [LIST]: pageOf(), [HOLDING]: pageOf() };
    const screen = site(empty, ['auditor']);
    await screen.open('/strategy/exceptions');
    expect(screen.text).toContain('No exceptions yet');
    expect(screen.texts('a[href$="/new"]')).toEqual([]);
  });

  it('offers to lift filters that leave nothing, and to try again when it does not load', async () => {
    const screen = site({
      '/exceptions?status=expired&sort=-updatedAt&page=1&pageSize=50': pageOf(),
      [HOLDING]: pageOf(),
    });
    await screen.open('/strategy/exceptions?status=expired');
    expect(screen.text).toContain('No exception matches these filters');
    await screen.press('Clear the filters');
    expect(screen.texts('[role=alert]').length).toBe(1);
    screen.answers[LIST] = pageOf(givenException());
    await screen.press('Try again');
    expect(screen.texts('tbody tr').length).toBe(1);
  });
});

describe('whoever may not read exceptions', () => {
  it('is told so in place, without a button to try again', async () => {
    const screen = site({ [HOLDING]: pageOf() });
    screen.forbid(LIST);
    await screen.open('/strategy/exceptions');
    expect(screen.text).toContain('This page is not open to you');
    expect(screen.texts('tbody tr, [role=alert]')).toEqual([]);
  });
});

describe('an exception', () => {
  it('says first what comes next, then what it waives, why, and what is done instead', async () => {
    const screen = await page({});
    expect(screen.texts('.decision b')[0]).toMatch(/^It holds until /);
    expect(screen.text).toContain('What is new runs in the cloud.');
    expect(screen.text).toContain('A second link, tested monthly.');
    expect(screen.text).toContain('Renewed twice: the principle itself needs another look.');
  });

  it('is put before the board from its draft', async () => {
    const screen = await page({ status: 'draft', proposal: null, decision: null });
    await screen.press('Put it before the board');
    const proposed = givenException({ status: 'proposed' });
    screen
      .write('POST', '/exceptions/EX-004/propose')
      .flush({ exception: proposed, proposal: { id: 'p', code: 'PR-0021' } });
    await screen.settle();
    expect(screen.text).toContain('The board is deciding.');
  });

  it('is not for others to propose, edit or revoke', async () => {
    const screen = await page({ status: 'draft' }, ['auditor']);
    expect(screen.text).not.toContain('Put it before the board');
    expect(screen.texts('a[href$="/edit"]')).toEqual([]);
  });

  it('is revoked with a reason only', async () => {
    const screen = await page({}, ['board_secretary']);
    await screen.press('Revoke');
    await screen.press('Revoke it');
    expect(screen.text).toContain('Say why; the record keeps it.');
    await screen.type('reason', 'The link failed twice.');
    await screen.press('Revoke it');
    const request = screen.write('POST', '/exceptions/EX-004/revoke');
    expect(request.request.body).toEqual({ reason: 'The link failed twice.' });
    request.flush(
      {
        type: 'about:blank',
        code: 'rule-broken',
        status: 409,
        title: 'No',
        detail: 'It has ended already.',
      },
      REFUSED,
    );
    await screen.settle();
    expect(screen.text).toContain('It has ended already.');
  });

  it('that is not there is said to be so', async () => {
    const screen = site({});
    await screen.open('/strategy/exceptions/EX-999');
    expect(screen.text).toContain('There is no exception EX-999');
  });
});

describe('the next step', () => {
  const next = (changes: Partial<PrincipleException>) => nextOf(givenException(changes), inDays(0)).key;

  it('presses when the end is near, unless a renewal is on its way', () => {
    const danger = (days: number) => nextOf(givenException({ expiresOn: inDays(days) }), inDays(0)).danger;
    expect([30, 8, 7, 1, 0, -1].map(danger)).toEqual([false, false, true, true, true, true]);
    const soon = { expiresOn: inDays(30) };
    const renewal = { id: 'x-5', code: 'EX-005', name: '', status: 'proposed' } as const;
    expect(next({ expiresOn: inDays(31) })).toBe('granted');
    expect(next(soon)).toBe('ending');
    expect(next({ ...soon, renewedBy: renewal })).toBe('renewing');
    expect(next({ ...soon, renewedBy: { ...renewal, status: 'granted' } })).toBe('renewed');
    expect(next({ status: 'revoked' })).toBe('revoked');
  });

  it('asks nothing of anybody where a renewal holds instead', () => {
    const renewedBy = { id: 'x-5', code: 'EX-005', name: '', status: 'granted' } as const;
    const ended = givenException({ status: 'expired', renewedBy });
    expect(nextOf(ended, inDays(0))).toEqual({ key: 'renewed', danger: false });
    expect(next({ status: 'expired', renewedBy: { ...renewedBy, status: 'expired' } })).toBe('expired');
  });
});

describe('asking for an exception', () => {
  afterEach(() => sessionStorage.clear());

  it('begins with the charter and the principle it was found at, until the project ends', async () => {
    const screen = site({});
    await screen.open('/strategy/exceptions/new?charter=CH-0017&principle=P-04');
    const value = (id: string) => screen.host.querySelector<HTMLInputElement>(`#${id}`)?.value;
    expect([value('charter'), value('principle'), value('expiresOn')]).toEqual([
      'CH-0017 Self-service onboarding',
      'P-04 Cloud first',
      inDays(100),
    ]);
    expect(screen.text).toContain('Ask the board.');
    await screen.press('Save as a draft');
    expect(screen.texts('.errmsg').length).toBe(3);
    expect(document.activeElement?.id).toBe('category');
    await screen.type('category', 'technical');
    await screen.type('justification', 'The scanners cannot leave the hub.');
    await screen.type('compensatingControl', 'A second link.');
    await screen.press('Save as a draft');
    expect(screen.write('POST', '/exceptions').request.body).toEqual({
      charter: 'c-17',
      principle: 'p-4',
      category: 'technical',
      justification: 'The scanners cannot leave the hub.',
      compensatingControl: 'A second link.',
      expiresOn: inDays(100),
    });
  });

  it('keeps in this tab what was typed, under what it is about, until it is given up', async () => {
    const screen = site({ [LIST]: pageOf(), [HOLDING]: pageOf() });
    const typed = () => screen.host.querySelector<HTMLTextAreaElement>('#justification')?.value;
    const here = '/strategy/exceptions/new?principle=P-04';
    await screen.open(here);
    await screen.type('justification', 'The scanners cannot leave the hub.');
    await screen.open('/strategy/exceptions/new');
    expect(typed()).toBe('');
    await screen.open('/strategy/exceptions');
    await screen.open(here);
    expect(typed()).toBe('The scanners cannot leave the hub.');
    screen.host.querySelector<HTMLElement>('form a.btn')?.click();
    await screen.settle();
    await screen.open(here);
    expect(typed()).toBe('');
  });

  it('forgets what was typed once it is sent', async () => {
    const screen = site({ '/exceptions/EX-004': givenException() });
    await screen.open('/strategy/exceptions/EX-004/renew');
    await screen.type('expiresOn', inDays(90));
    await screen.type('justification', 'Still so.');
    expect(Object.values(sessionStorage).join()).toContain('Still so.');
    await screen.press('Save as a draft');
    screen.write('POST', '/exceptions/EX-004/renew').flush(givenException());
    await screen.settle();
    expect(Object.values(sessionStorage).join()).not.toContain('Still so.');
  });

  it('says at the day that twelve months are the most, before anything is sent', async () => {
    const screen = site({ '/exceptions/EX-004': givenException() });
    await screen.open('/strategy/exceptions/EX-004/renew');
    await screen.type('expiresOn', inDays(500));
    await screen.press('Save as a draft');
    expect(screen.texts('.errmsg')[0]).toContain('twelve months at most');
    await screen.type('expiresOn', inDays(90));
    await screen.press('Save as a draft');
    expect(screen.write('POST', '/exceptions/EX-004/renew').request.body).toMatchObject({ expiresOn: inDays(90) });
  });
});
