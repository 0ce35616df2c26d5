import type { DataDomain, DataEntity } from '@sightline/contracts';
import { domainReadiness } from '@sightline/rules';
import { pageOf, RECORD, ScreenForSpecs, YUSUF } from '../../platform/screen-for-specs';
import routes from '../data.routes';

const TMS = { id: 's-tms', code: 'SY-001', name: 'Harbour TMS' };
const entity = (changes: Partial<DataEntity>): DataEntity => ({
  ...RECORD,
  id: 'e-order',
  version: 1,
  name: 'Order',
  description: 'Instruction to move goods',
  classification: 'internal',
  authoritativeSource: TMS,
  standards: [
    {
      ...RECORD,
      id: 'st-1',
      version: 1,
      entity: { id: 'e-order', name: 'Order' },
      dimension: 'completeness',
      rule: 'Every order names a shipper',
      comparison: 'at_least',
      threshold: 98,
      unit: '%',
      latest: { value: 99.2, date: '2026-11-20', met: true },
    },
  ],
  flowCount: 1,
  ready: true,
  ...changes,
});
const slot = entity({ id: 'e-slot', name: 'Delivery slot', authoritativeSource: null, standards: [], flowCount: 0 });

function domain(entities: DataEntity[], changes: Partial<DataDomain> = {}): DataDomain {
  const facts = entities.map(({ authoritativeSource, flowCount, standards }) => ({
    authoritative: authoritativeSource !== null,
    flows: flowCount,
    standards: standards.map(({ latest }) => ({ measured: latest !== null, met: latest?.met ?? false })),
  }));
  return {
    ...RECORD,
    id: 'd-2',
    code: 'DD-02',
    version: 4,
    name: 'Order and booking',
    description: '',
    tier: 'critical',
    wave: 1,
    owner: YUSUF,
    steward: YUSUF,
    entityCount: entities.length,
    openIssues: 0,
    readiness: domainReadiness({ owner: { active: true }, steward: { active: true }, entities: facts }),
    entities,
    flows: [],
    issues: [],
    ...changes,
  };
}

async function open(of: DataDomain, url = '/data/DD-02', more: object = {}, roles = ['steward'] as const) {
  const answers = { '/data-domains/DD-02': of, '/charters': pageOf(), '/systems': pageOf(TMS), ...more };
  const screen = new ScreenForSpecs([{ path: 'data', children: routes }], answers, [...roles]);
  await screen.open(url);
  return screen;
}

describe('the page of a data domain', () => {
  it('shows holes as holes, each with the action that fills it, and says what lifts readiness most', async () => {
    const screen = await open(domain([entity({}), slot]));
    expect(screen.texts('td.hole')).toEqual(['Write a standard', 'Name the source', 'Map a flow', 'Measure']);
    expect(screen.text).toContain('2 entities, 4 holes');
    expect(screen.text).toContain('Name the source of “Delivery slot” next. It lifts readiness to 85.');
  });

  it('fills a hole in place and shows the grid without it', async () => {
    const screen = await open(domain([entity({ standards: [] })]));
    await screen.press('Write a standard: Order');
    await screen.type('standard-rule', 'Every order names a consignee');
    await screen.type('standard-threshold', '97.5');
    screen.host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await screen.settle();
    const request = screen.write('POST', '/data-domains/DD-02/standards');
    expect(request.request.body).toMatchObject({
      entity: 'e-order',
      threshold: 97.5,
      unit: '%',
      comparison: 'at_least',
    });
    screen.answers['/data-domains/DD-02'] = domain([entity({})]);
    request.flush(entity({}).standards[0] ?? null);
    await screen.settle();
    expect(screen.texts('td.hole')).toEqual([]);
    expect(screen.text).toContain('99.2');
  });

  it('lets a reader see what is missing, not fill it', async () => {
    const screen = await open(domain([slot], { owner: null, steward: null }));
    expect(screen.texts('td.hole')).toEqual(['No standard', 'No source', 'No flow', 'Not measured']);
    expect(screen.texts('td.hole button')).toEqual([]);
    expect(screen.text).toContain('nobody');
  });

  it('leads from the gate into the field: a missing steward, or the first hole of an entity', async () => {
    const withoutSteward = await open(domain([slot], { steward: null }), '/data/DD-02#steward');
    expect(document.activeElement?.id).toBe('domain-steward');
    expect(withoutSteward.text).toContain('Keeps it in order every day.');
  });

  it('puts the cursor on the first hole of the entity that a check names', async () => {
    await open(domain([entity({}), slot]), '/data/DD-02#entity-e-slot');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Write a standard: Delivery slot');
  });

  it('asks for reason and date when a shortfall is accepted', async () => {
    const issue = {
      ...RECORD,
      id: 'i-1',
      version: 2,
      entity: { id: 'e-order', name: 'Order' },
      dimension: 'completeness',
      effect: 'Trucks wait at the gate',
      owner: YUSUF,
      dueOn: null,
      status: 'open',
      reason: null,
      expiresOn: null,
    } as const;
    const screen = await open(domain([entity({})], { issues: [issue], openIssues: 1 }));
    await screen.press('Accept until …');
    const send = () => screen.host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    send();
    await screen.settle();
    expect(screen.texts('[role=alert]')).toEqual(['Please fill this in.', 'Please fill this in.']);
    await screen.type('accept-reason', 'The scanner is replaced in March');
    await screen.type('accept-expires', '2027-03-31');
    send();
    await screen.settle();
    const request = screen.write('PATCH', '/data-domains/DD-02/issues/i-1');
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    expect(request.request.body).toEqual({
      status: 'accepted',
      reason: 'The scanner is replaced in March',
      expiresOn: '2027-03-31',
    });
  });

  it('names the charters whose gate is shut because of it', async () => {
    const charter = {
      ...RECORD,
      id: 'c-17',
      code: 'CH-0017',
      version: 1,
      title: 'Self-service',
      status: 'draft',
      principles: [],
    };
    const check = {
      code: 'AUTHORITY',
      level: 'blocker',
      passed: false,
      params: { blocking: ['Delivery slot (DD-02)'] },
    };
    const gate = { checks: [{ ...check, fix: { field: 'authoritativeSource', path: '/data/DD-05#entity-x' } }] };
    const screen = await open(domain([slot]), '/data/DD-02', {
      '/charters': pageOf(charter),
      '/charters/CH-0017/gate': gate,
    });
    expect(screen.text).toContain('Charters held up 1');
    expect(screen.text).toContain('1 charter, 1 of them waits for it');
  });
});
