import { mergeFields } from './merge-fields';

const base = { name: 'Order', tier: 'critical', owner: { id: '1', name: 'Deniz' } };

describe('two people saving one record', () => {
  it('both keep what only they changed', () => {
    const { merged, clashing } = mergeFields(base, { ...base, name: 'Orders' }, { ...base, tier: 'standard' });
    expect(merged).toEqual({ ...base, name: 'Orders', tier: 'standard' });
    expect(clashing).toEqual([]);
  });

  it('clash where both changed the same to something else', () => {
    const mine = { ...base, name: 'Orders', owner: { id: '2', name: 'Yusuf' } };
    const { merged, clashing } = mergeFields(base, mine, { ...base, name: 'Bookings', owner: { id: '2', name: 'Y' } });
    expect(clashing).toEqual(['name']);
    expect(merged.name).toBe('Orders');
  });

  it('take a renamed reference for the same one', () => {
    expect(mergeFields(base, base, { ...base, owner: { id: '1', name: 'Deniz Kaya' } }).clashing).toEqual([]);
  });
});
