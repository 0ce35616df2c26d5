import type { User } from '@sightline/contracts';
import { pageOf, RECORD, ScreenForSpecs } from '../../platform/screen-for-specs';
import routes from '../registers.routes';

const ines: User = {
  ...RECORD,
  id: 'u-ines',
  version: 3,
  name: 'Ines Roth',
  email: 'ines@example.org',
  kind: 'internal',
  status: 'active',
  roles: ['champion'],
  businessUnit: null,
  party: null,
};
const LINK = 'https://sightline.example/activate#one-time';

async function open(roles: ('admin' | 'auditor')[]) {
  const answers = {
    '/users': pageOf(ines),
    '/users/u-ines': ines,
    '/parties': pageOf({ id: 'p-1', code: 'PA-01', name: 'Northbridge' }),
  };
  const screen = new ScreenForSpecs([{ path: 'registers', children: routes }], answers, roles);
  await screen.open('/registers/people');
  return screen;
}
const submit = (screen: ScreenForSpecs) =>
  screen.host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));

describe('the register of people', () => {
  it('shows the link of an invitation once, and no more after that', async () => {
    const screen = await open(['admin']);
    await screen.press('Invite somebody');
    await screen.type('invite-name', 'Jo Keller');
    await screen.type('invite-email', 'jo@example.org');
    submit(screen);
    await screen.settle();
    const request = screen.write('POST', '/users');
    expect(request.request.body).toEqual({ name: 'Jo Keller', email: 'jo@example.org', kind: 'internal', roles: [] });
    request.flush({
      ...ines,
      id: 'u-jo',
      name: 'Jo Keller',
      activation: { link: LINK, expiresAt: '2026-11-25T09:00:00.000Z' },
    });
    await screen.settle();
    expect(screen.host.querySelector<HTMLInputElement>('input[readonly]')?.value).toBe(LINK);
    expect(screen.text).toContain('Shown only now. It works once, until 25 Nov 2026, 10:00.');
    await screen.press('Done');
    expect(screen.host.innerHTML).not.toContain('one-time');
  });

  it('asks for the party of somebody external', async () => {
    const screen = await open(['admin']);
    await screen.press('Invite somebody');
    await screen.type('invite-name', 'Kim');
    await screen.type('invite-email', 'kim@northbridge.example');
    await screen.type('invite-kind', 'external');
    await screen.type('invite-kind', 'external', 'change');
    submit(screen);
    await screen.settle();
    expect(screen.texts('[role=alert]')).toContain('Say to which party the person belongs.');
    screen.http.expectNone('/api/v1/users');
  });

  it('says what a reset costs', async () => {
    const screen = await open(['admin']);
    await screen.press('Manage: Ines Roth');
    await screen.press('Reset the sign-in');
    const reset = { link: LINK, expiresAt: '2026-11-25T09:00:00.000Z', purpose: 'reset', sessionsEnded: 2 };
    screen.write('POST', '/users/u-ines/activation-link').flush({ ...reset, mayVoteFrom: '2026-11-23T09:00:00.000Z' });
    await screen.settle();
    expect(screen.text).toContain('2 sessions were ended. May vote again from 23 Nov 2026, 10:00.');
  });

  it('puts changes of two administrators together, and asks only where they clash', async () => {
    const screen = await open(['admin']);
    await screen.press('Manage: Ines Roth');
    await screen.press('Change');
    await screen.type('person-name', 'Ines Roth-Keller');
    screen.answers['/users/u-ines'] = { ...ines, version: 4, name: 'Ines Keller', roles: ['champion', 'steward'] };
    submit(screen);
    await screen.settle();
    const stale = { code: 'stale', status: 412, title: 'Stale', type: 'about:blank', currentVersion: 4 };
    screen.write('PATCH', '/users/u-ines').flush(stale, { status: 412, statusText: 'Precondition Failed' });
    await screen.settle();
    expect(screen.text).toContain('Someone saved first');
    await screen.press('Keep mine');
    const again = screen.write('PATCH', '/users/u-ines');
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    expect(again.request.body).toMatchObject({ name: 'Ines Roth-Keller', roles: ['champion', 'steward'] });
  });

  it('is read by others, not changed', async () => {
    const screen = await open(['auditor']);
    expect(screen.text).toContain('You can read this, not change it.');
    expect(screen.text).not.toContain('Invite somebody');
    expect(screen.host.querySelector('ui-menu-button')).toBeNull();
  });

  it('erases somebody only when their name is typed', async () => {
    const screen = await open(['admin']);
    await screen.press('Manage: Ines Roth');
    await screen.press('Erase for good');
    expect(screen.text).toContain('nobody can bring them back');
    await screen.type('erase-name', 'Ines');
    submit(screen);
    await screen.settle();
    expect(screen.texts('[role=alert]')).toContain('This is not the name.');
    screen.http.expectNone('/api/v1/users/u-ines/erase');
    await screen.type('erase-name', 'Ines Roth');
    submit(screen);
    await screen.settle();
    const request = screen.write('POST', '/users/u-ines/erase');
    expect([request.request.headers.get('If-Match'), request.request.body]).toEqual(['"3"', { name: 'Ines Roth' }]);
    request.flush({ id: 'u-ines', name: 'Former member 1 (Champion)' });
    await screen.settle();
    expect(screen.text).not.toContain('nobody can bring them back');
  });
});
