import { principleHints, sectionHints } from './writing-hints';

describe('hints while writing', () => {
  it('say that a section is empty, and what in it belongs in a charter', () => {
    expect(sectionHints(' \n', [])).toEqual([{ code: 'section-empty' }]);
    expect(sectionHints('It takes six months.', [])).toEqual([
      { code: 'tactical', kind: 'duration', quote: 'six months', at: 9 },
    ]);
    expect(sectionHints('Every order moves once.', [])).toEqual([]);
  });

  it('ask a principle for its reason and its consequences', () => {
    const principle = { title: 'Data moves once', statement: 'From its source.', rationale: '', implications: ' ' };
    expect(principleHints(principle, []).map(({ code }) => code)).toEqual([
      'principle-without-rationale',
      'principle-without-implications',
    ]);
    const whole = { ...principle, rationale: 'Copies disagree.', implications: 'Copies go.' };
    expect(principleHints(whole, [])).toEqual([]);
    expect(principleHints({ ...whole, title: 'All on Nordwind' }, [{ kind: 'vendor', name: 'Nordwind' }])).toHaveLength(
      1,
    );
  });
});
