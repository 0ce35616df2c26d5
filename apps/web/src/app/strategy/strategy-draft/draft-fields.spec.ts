import { exampleDraft } from '@sightline/testing';
import { isSameValue, nextGroup, rebased, valueAt } from './draft-fields';
import { loadTextMerge } from './text-merge';

const nobody = () => false;

describe('changes of a draft', () => {
  it('find the value of the version, of a record, and of a section’s authors', () => {
    const draft = exampleDraft();
    expect(valueAt(draft, 'purpose')).toBe('Why we integrate.');
    expect(valueAt(draft, 'principles/principle-2/title')).toBe('One source per entity');
    expect(valueAt(draft, 'decision-rights/right-charter/rule')).toBe('simple_majority');
    expect(valueAt(draft, 'authors/purpose')).toMatchObject({ business: { name: 'Ingrid Halvorsen' } });
    expect(valueAt(draft, 'principles/gone/title')).toBeUndefined();
  });

  it('go out together when they belong to one record, and apart when they do not', () => {
    const pending = {
      purpose: { base: '', mine: 'Why' },
      'principles/p1/title': { base: 'a', mine: 'b' },
      'authors/purpose': {
        base: null,
        mine: { section: 'purpose', business: { id: 'u1', code: null, name: 'Ada' }, it: null },
      },
      'principles/p1/statement': { base: '', mine: 'c' },
    };
    const first = nextGroup(pending, nobody);
    expect(first).toMatchObject({
      address: '',
      body: { purpose: 'Why', authors: [{ section: 'purpose', business: 'u1', it: null }] },
    });
    const second = nextGroup(pending, (path) => !path.startsWith('principles'));
    expect(second).toMatchObject({ address: '/principles/p1', body: { title: 'b', statement: 'c' } });
    expect(nextGroup(pending, () => true)).toBeNull();
  });

  it('are carried over what others left alone, and stop where both wrote', async () => {
    const { pending, conflicts } = rebased(
      {
        purpose: { base: 'Why we integrate.', mine: 'Why we really integrate.' },
        alignment: { base: 'Before', mine: 'Mine' },
        resilience: { base: 'Before', mine: 'When it fails.' },
        'principles/gone/title': { base: 'Was', mine: 'Is' },
      },
      exampleDraft({ alignment: 'Theirs' }),
      await loadTextMerge(),
    );
    expect(Object.keys(pending)).toEqual(['purpose', 'alignment', 'principles/gone/title']);
    expect(conflicts).toEqual([
      { path: 'alignment', base: 'Before', theirs: 'Theirs' },
      { path: 'principles/gone/title', base: 'Was', theirs: undefined },
    ]);
  });

  it('compare people and KPIs by who they are, not by their names', () => {
    expect(isSameValue({ id: '1', code: null, name: 'Ada' }, { id: '1', code: null, name: 'Ada L.' })).toBe(true);
    expect(isSameValue([{ id: '1', name: 'a' }], [{ id: '2', name: 'a' }])).toBe(false);
  });
});
