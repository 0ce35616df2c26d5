import type { AuditEvent } from '@sightline/contracts';
import { pageOf, ScreenForSpecs, YUSUF } from '../platform/screen-for-specs';
import routes from './exports.routes';

const made: AuditEvent = {
  id: 'ev-1',
  at: '2026-11-20T09:12:00.000Z',
  actor: YUSUF,
  recordType: 'export',
  recordId: 'x-1',
  recordCode: null,
  action: 'export.made',
  before: null,
  names: {},
  after: { fileName: 'sightline-2026-11-20.zip', records: { charters: 40, kpis: 12 } },
  requestId: null,
  hash: 'a1b2c3',
  sequence: 41,
};
const list: AuditEvent = { ...made, id: 'ev-2', after: { fileName: 'charters.csv' } };

const screenFor = (role: 'auditor' | 'cio_office', ...events: AuditEvent[]) =>
  new ScreenForSpecs([{ path: 'exports', children: routes }], { '/audit': pageOf(...events) }, [role]);

describe('exports', () => {
  it('offer everything, say what is in it, and who took what so far', async () => {
    const screen = screenFor('auditor', list, made);
    await screen.open('/exports');
    expect(screen.texts('h1')).toEqual(['Last exported on 20 Nov 2026']);
    expect(screen.host.querySelector('a[download]')?.getAttribute('href')).toBe('/api/v1/exports/all');
    expect(screen.texts('dt')).toContain('audit/');
    expect(screen.texts('tbody tr').map((row) => row.slice(0, 36))).toEqual([
      expect.stringContaining('charters.csv a list'),
      expect.stringContaining('sightline-2026-11-20.zip 52'),
    ]);
    const link = screen.host.querySelector<HTMLAnchorElement>('a[download]');
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.click();
    await screen.settle();
    expect(screen.text).toContain('The export is on its way.');
  });

  it('do not promise the trail to whom the server does not give it', async () => {
    const screen = screenFor('cio_office');
    await screen.open('/exports');
    expect(screen.texts('h1')).toEqual(['Nobody has exported everything yet']);
    expect(screen.texts('dt')).not.toContain('audit/');
    expect(screen.text).toContain('Nothing was exported yet.');
  });
});
