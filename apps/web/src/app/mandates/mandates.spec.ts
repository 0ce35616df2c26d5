import type { Mandate, Role } from '@sightline/contracts';
import { pageOf, RECORD, ScreenForSpecs, YUSUF } from '../platform/screen-for-specs';
import './mandate-form/mandate-form-page';
import './mandate-page/mandate-page';
import './mandates-page/mandates-page';
import routes from './mandates.routes';

const MANDATE: Mandate = {
  ...RECORD,
  id: 'm-1',
  code: 'MD-01',
  version: 2,
  title: 'Cloud first',
  text: 'Everything new goes into the cloud.',
  sponsor: YUSUF,
  dateReceived: '2026-02-01',
  state: 'untranslated',
  principles: [
    {
      id: 'p-4',
      code: 'P-04',
      title: 'Cloud where it pays',
      statement: 'New things run in the cloud.',
      versionNumber: 3,
      status: 'draft',
      conditions: true,
      guidance: false,
    },
  ],
  missing: ['not-in-force', 'no-guidance'],
};
const LIST = '/mandates?sort=-dateReceived&page=1&pageSize=50';
const COUNTS = {
  '/mandates?status=untranslated&pageSize=1': { ...pageOf(MANDATE), total: 1 },
  '/mandates?pageSize=1': { ...pageOf(MANDATE), total: 3 },
};
const DRAFT = { '/strategy/versions': pageOf({ ...RECORD, number: 3, status: 'draft' }) };

function site(answers: Record<string, unknown>, roles?: Role[]): ScreenForSpecs {
  return new ScreenForSpecs([{ path: 'strategy/mandates', children: routes }], { ...COUNTS, ...answers }, roles);
}

describe('the list of mandates', () => {
  it('says how many are untranslated, and what each lacks', async () => {
    const screen = site({ [LIST]: pageOf(MANDATE) });
    await screen.open('/strategy/mandates');
    expect(screen.texts('h1')).toEqual(['One of 3 mandates is untranslated']);
    expect(screen.texts('tbody .chip')).toEqual(['Untranslated']);
    expect(screen.text).toContain('Not in force. No way to deviate.');
  });

  it('says what belongs there while it is empty', async () => {
    const screen = site({ [LIST]: pageOf(), '/mandates?pageSize=1': pageOf() });
    await screen.open('/strategy/mandates');
    expect(screen.text).toContain('No mandates yet');
  });

  it('tries again when it does not load', async () => {
    const failing = site({}, ['auditor']);
    await failing.open('/strategy/mandates?status=translated');
    failing.answers['/mandates?status=translated&sort=-dateReceived&page=1&pageSize=50'] = pageOf();
    await failing.press('Try again');
    expect(failing.text).toContain('No mandate matches these filters');
  });
});

describe('a mandate', () => {
  it('stands beside what it became, with what is missing between as holes that lead into the draft', async () => {
    const screen = site({ '/mandates/MD-01': MANDATE, ...DRAFT });
    await screen.open('/strategy/mandates/MD-01');
    expect(screen.text).toContain('Everything new goes into the cloud.');
    expect(screen.texts('.hole')).toEqual(['Not in force.', 'No way to deviate.Write it in version 3']);
    expect(screen.host.querySelector('.hole a')?.getAttribute('href')).toBe('/strategy/versions/3/edit#principles');
    expect(screen.text).toContain('Does not say how to deviate');
  });

  it('shows a principle once, with the versions that word it too', async () => {
    const [principle] = MANDATE.principles;
    const principles = [{ ...principle!, status: 'in_force' as const, versionNumber: 2 }, principle!];
    const screen = site({ '/mandates/MD-01': { ...MANDATE, principles }, ...DRAFT });
    await screen.open('/strategy/mandates/MD-01');
    expect(screen.texts('h2')).toContain('The principle it became');
    expect(screen.texts('app-mandate-principle')).toHaveLength(1);
    expect(screen.text).toContain('New things run in the cloud.');
    expect(screen.text).toContain('Also worded in version 3.');
  });

  it('is whole once a principle in force says when and how to deviate', async () => {
    const principles = [{ ...MANDATE.principles[0]!, status: 'in_force' as const, guidance: true }];
    const whole: Mandate = { ...MANDATE, state: 'translated', principles, missing: [] };
    const screen = site({ '/mandates/MD-01': whole, ...DRAFT }, ['auditor']);
    await screen.open('/strategy/mandates/MD-01');
    expect(screen.texts('.hole')).toEqual([]);
    expect(screen.text).toContain('A principle in force says when it applies and how to deviate.');
    expect(screen.texts('a[href$="/edit"]')).toEqual([]);
  });

  it('is recorded with its words, its sponsor and its day', async () => {
    const screen = site({ '/mandates/MD-01': MANDATE });
    await screen.open('/strategy/mandates/MD-01/edit');
    await screen.type('text', '');
    await screen.press('Save');
    expect(screen.texts('.errmsg').length).toBe(1);
    await screen.type('text', 'Everything new goes into the cloud, at once.');
    await screen.press('Save');
    const { request } = screen.write('PATCH', '/mandates/MD-01');
    expect(request.headers.get('If-Match')).toBe('"2"');
    expect(request.body).toMatchObject({ text: 'Everything new goes into the cloud, at once.', sponsor: 'u-yusuf' });
  });
});
