import type { DataDomainSummary } from '@sightline/contracts';
import { domainReadiness } from '@sightline/rules';
import { pageOf, RECORD, ScreenForSpecs, YUSUF } from '../../platform/screen-for-specs';
import routes from '../data.routes';

const summary = (changes: Partial<DataDomainSummary>): DataDomainSummary => ({
  ...RECORD,
  id: 'd-1',
  code: 'DD-01',
  version: 1,
  name: 'Customer',
  description: '',
  tier: 'critical',
  wave: 1,
  owner: YUSUF,
  steward: YUSUF,
  entityCount: 3,
  openIssues: 0,
  readiness: domainReadiness({
    owner: { active: true },
    steward: changes.steward === null ? null : { active: true },
    entities: [],
  }),
  ...changes,
});

it('groups domains by tier and wave, and its title says what lacks someone', async () => {
  const later = summary({ id: 'd-3', code: 'DD-03', name: 'Asset', wave: 2 });
  const first = summary({ id: 'd-1', steward: null });
  const screen = new ScreenForSpecs([{ path: 'data', children: routes }], { '/data-domains': pageOf(later, first) });
  await screen.open('/data');
  expect(screen.texts('h1')).toEqual(['One data domain lacks an owner or a steward']);
  expect(screen.texts('tr.grp')).toEqual(['Critical Wave 1', 'Critical Wave 2']);
  expect(screen.host.querySelector('.hole a')?.getAttribute('href')).toBe('/data/DD-01#steward');
});

it('marks a steward who may not act any more', async () => {
  const readiness = domainReadiness({ owner: { active: true }, steward: { active: false }, entities: [] });
  const screen = new ScreenForSpecs([{ path: 'data', children: routes }], {
    '/data-domains': pageOf(summary({ readiness })),
  });
  await screen.open('/data');
  expect(screen.texts('td .inactive')).toEqual(['not active']);
  expect(screen.texts('h1')).toEqual(['One data domain lacks an owner or a steward']);
});
