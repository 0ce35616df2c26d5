import type { CharterContent } from '@sightline/contracts';
import { charterContent, resiliencePlan } from '@sightline/testing';
import fc from 'fast-check';
import { addDays } from '../calendar/dates';
import { CHARTER_COLUMNS, CHARTER_CONTENT_SOURCES, CHARTER_LINK_TABLES, MATERIAL_FIELDS } from './charter-material';
import { materialChanges } from './material-changes';

const before = charterContent();
const changed = (changes: Partial<CharterContent>) => materialChanges(before, charterContent(changes));
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const plan = (changes: Parameters<typeof resiliencePlan>[0]) => ({ resilience: resiliencePlan(changes) });
const [first, second] = before.principles;
const [kpi] = before.kpis;

describe('a material change', () => {
  it.each<[string, Partial<CharterContent>, (keyof CharterContent)[]]>([
    ['nothing', {}, []],
    ['the outcome', { outcomeStatement: 'Other' }, ['outcomeStatement']],
    ['the narrative', { narrative: 'Other' }, ['narrative']],
    ['the unit', { businessUnit: 'unit-2' }, ['businessUnit']],
    ['the lead', { lead: null }, ['lead']],
    ['the sponsor', { businessSponsor: 'other' }, ['businessSponsor']],
    ['the IT lead', { itLead: 'other' }, ['itLead']],
    ['the capability', { capability: null }, ['capability']],
    ['a declaration', { noGovernedData: 'None' }, ['noGovernedData']],
    ['a principle less', { principles: first ? [first] : [] }, ['principles']],
    [
      'how a principle is upheld',
      { principles: first && second ? [{ ...first, how: 'Else' }, second] : [] },
      ['principles'],
    ],
    ['the effect on a KPI', { kpis: kpi ? [{ ...kpi, to: 8 }] : [] }, ['kpis']],
    [
      'an entity made optional',
      { domains: [{ domain: 'domain-2', entities: [{ entity: 'entity-slot', essential: false }] }] },
      ['domains'],
    ],
    ['a service', { services: [] }, ['services']],
    ['a system', { systems: ['system-portal'] }, ['systems']],
    ['what a party does', { parties: [{ party: 'party-1', role: 'execute' }] }, ['parties']],
    ['an answer', { facts: { latencyMs: 41 } }, ['facts']],
    ['a reason to deviate', { deviations: [] }, ['deviations']],
    ['an exception', { exceptions: [] }, ['exceptions']],
    ['a rollback', plan({ rollback: null }), ['resilience']],
    ['a retirement criterion', plan({ retirement: [] }), ['resilience']],
    [
      'a format',
      plan({ portability: { format: 'JSON', method: 'Nightly export', lastTestedOn: null } }),
      ['resilience'],
    ],
    ['two at once', { narrative: 'Other', systems: [] }, ['narrative', 'systems']],
  ])('is seen in %s', (_, changes, fields) => expect(changed(changes)).toEqual(fields));

  it.each<[string, Partial<CharterContent>]>([
    ['the title', { title: 'Better words' }],
    ['the start', { startDate: null }],
    ['a predecessor', { predecessors: ['charter-1'] }],
    ['the order of links', { systems: before.systems.toReversed(), principles: before.principles.toReversed() }],
    [
      'the record of a test',
      plan({ portability: { format: 'CSV', method: 'Nightly export', lastTestedOn: '2026-11-01' } }),
    ],
    ['the spelling of an amount', { budget: eur('620000') }],
  ])('is not %s', (_, changes) => expect(changed(changes)).toEqual([]));

  it.each([
    [eur('620000.01'), true],
    [eur('619999.99'), false],
    [{ amount: '1.00', currency: 'USD' }, true],
    [null, true],
  ])('is a budget of %j: %s', (budget, material) => {
    expect(changed({ budget })).toEqual(material ? ['budget'] : []);
  });

  it('is a budget where there was none', () => {
    expect(materialChanges(charterContent({ budget: null }), before)).toEqual(['budget']);
    expect(materialChanges(charterContent({ budget: null }), charterContent({ budget: null }))).toEqual([]);
  });

  it.each([
    [addDays('2027-03-31', 30), false],
    [addDays('2027-03-31', 31), true],
    ['2027-01-01', false],
    [null, true],
  ])('is an end on %s: %s', (endDate, material) => {
    expect(changed({ endDate })).toEqual(material ? ['endDate'] : []);
    expect(materialChanges(charterContent({ endDate: null }), charterContent({ endDate }))).toEqual([]);
  });

  it('is none against itself, and budget and end rise only one way', () => {
    const amount = fc.integer({ min: 0, max: 10_000 }).map((of) => eur(`${of}.00`));
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [up, down] = [
          materialChanges(charterContent({ budget: a }), charterContent({ budget: b })),
          materialChanges(charterContent({ budget: b }), charterContent({ budget: a })),
        ];
        expect(up.length + down.length).toBe(a.amount === b.amount ? 0 : 1);
      }),
    );
  });
});

describe('the declaration of what is material', () => {
  it('places every field of the content, and uses every material column and table', () => {
    expect(Object.keys(CHARTER_CONTENT_SOURCES).toSorted()).toEqual(Object.keys(before).toSorted());
    const declared = Object.entries({ ...CHARTER_COLUMNS, ...CHARTER_LINK_TABLES });
    const material = declared.filter(([, how]) => how === 'material').map(([name]) => name);
    expect(Object.values(CHARTER_CONTENT_SOURCES).flat()).toEqual(expect.arrayContaining(material));
    expect(MATERIAL_FIELDS).not.toContain('title');
  });
});
