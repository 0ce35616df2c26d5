import { TestBed } from '@angular/core/testing';
import { siteForSpecs } from '../platform/site-for-specs';
import { ValueWords } from './value-words';

const values = (): ValueWords => {
  TestBed.configureTestingModule({ providers: siteForSpecs() });
  return TestBed.inject(ValueWords);
};

describe('the values of a snapshot', () => {
  it('say in sentences when something is retired', () => {
    const retirement = [
      { kind: 'measure', value: 5, measure: 'Alerts a day', comparison: '<', periodDays: 60 },
      { kind: 'contract_end', contract: 'EDI desk' },
    ];
    expect(values().lines({ rollback: 'Back to the radio.', retirement })).toEqual([
      'Rollback: Back to the radio.',
      'Retirement criteria: Ends when Alerts a day is below 5 for 60 days. Ends with the contract EDI desk.',
    ]);
  });

  it('say a link with its effect and in words how sure one is', () => {
    const kpi = { id: 'k', code: 'K-012', name: 'Hub dwell time' };
    expect(values().lines([{ kpi, from: 88, to: 63, unit: 'min', confidence: 'medium' }])).toEqual([
      'K-012 Hub dwell time · 88 → 63 min · Medium',
    ]);
  });
});
