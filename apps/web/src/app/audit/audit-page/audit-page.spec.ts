import type { AuditCheckpointState, AuditEvent, AuditVerification } from '@sightline/contracts';
import { pageOf, ScreenForSpecs, YUSUF } from '../../platform/screen-for-specs';
import routes from '../audit.routes';

const event: AuditEvent = {
  id: 'ev-1',
  at: '2026-11-20T09:12:00.000Z',
  actor: YUSUF,
  recordType: 'charter',
  recordId: 'c-12',
  recordCode: 'CH-0012',
  action: 'charter.edited',
  before: { title: 'Slot booking', budget: { amount: '10.00', currency: 'EUR' }, origin: 'new', lead_id: 'u-1' },
  after: {
    title: 'Live slot booking',
    budget: { amount: '12.00', currency: 'EUR' },
    origin: 'running',
    lead_id: 'u-2',
  },
  names: { 'u-1': 'Joachim Reuter', 'u-2': 'Amara Okafor' },
  requestId: null,
  hash: 'a1b2c3',
  sequence: 41,
};
const intact: AuditVerification = {
  intact: true,
  events: 41,
  sealed: 41,
  head: { sequence: 41, hash: 'ffee99', at: '2026-11-20T09:12:01.000Z' },
  checkpoints: { checked: 0, last: null },
  findings: [],
  checkedAt: '2026-11-22T09:00:00.000Z',
};

const signed: AuditCheckpointState = {
  last: { sequence: 40, hash: 'ffee98', at: '2026-11-20T09:11:30.000Z' },
  waitingSeconds: 0,
  alarm: null,
  key: { fingerprint: '0f1e2d3c4b5a6978', publicKey: 'PEM' },
};

async function open(verification: AuditVerification = intact, url = '/audit', checkpoint = signed) {
  const answers = {
    '/audit': pageOf(event),
    '/audit/verify': verification,
    '/audit/checkpoint': checkpoint,
  };
  const screen = new ScreenForSpecs([{ path: 'audit', children: routes }], answers, ['auditor']);
  await screen.open(url);
  return screen;
}

describe('the audit trail', () => {
  it('opens an entry to the fields that changed, word by word, and to its place in the chain', async () => {
    const screen = await open();
    await screen.press('Charter edited');
    expect(screen.texts('.detail tbody th')).toEqual(['Title', 'Budget', 'Origin', 'Lead']);
    expect(screen.texts('.detail td')).toContain('Already running');
    expect(screen.text).toContain('Joachim Reuter');
    expect(screen.text).toContain('Amara Okafor');
    expect(screen.text).not.toContain('u-2');
    expect(screen.texts('ins')).toContain('Live slot');
    expect(screen.texts('del')).toContain('Slot');
    expect(screen.texts('.dl dd').slice(0, 2)).toEqual(['no. 41', 'a1b2c3']);
  });

  it('says when the chain is intact, how much was checked, and where it ends', async () => {
    const screen = await open();
    await screen.press('Verify the chain');
    expect(screen.text).toContain('The chain is intact. 41 entries checked, 41 sealed');
    expect(screen.text).toContain('Head of the chain: no. 41, sealed 20 Nov 2026, 10:12 ffee99');
  });

  it('lists what does not fit', async () => {
    const findings = [{ kind: 'event-changed' as const, sequence: 7, eventId: 'ev-7' }];
    const screen = await open({ ...intact, intact: false, findings });
    await screen.press('Verify the chain');
    expect(screen.texts('[role=alert]').join()).toContain('One finding');
    expect(screen.texts('.findings li')).toEqual(['An entry was changed after it was sealed.Place 7Entry ev-7']);
  });

  it('says when the trail was last signed outside the database, and hands it out as a file', async () => {
    const screen = await open();
    expect(screen.text).toContain(
      'Last signed outside the database: no. 40, 20 Nov 2026, 10:11, by the key 0f1e2d3c4b5a6978.',
    );
    expect(screen.host.querySelector('a[download]')?.getAttribute('href')).toBe('/api/v1/audit/export');
    expect(screen.texts('[role=alert]')).toEqual([]);
  });

  it('raises an alarm when checkpoints are overdue or contradict the trail', async () => {
    const late = await open(intact, '/audit', { ...signed, alarm: 'overdue', waitingSeconds: 420 });
    expect(late.texts('[role=alert]').join()).toContain('Nothing was signed outside the database for 7 minutes.');
  });
});
