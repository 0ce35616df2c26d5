import { hasConditions, mandateState } from './mandate-state';

const whole = { status: 'in_force', conditions: true, guidance: true } as const;

describe('a mandate', () => {
  it('is translated by one principle in force that says when it applies and how to deviate', () => {
    expect(mandateState([{ ...whole, status: 'draft' }, whole])).toEqual({ state: 'translated', missing: [] });
  });

  it.each([
    [[], ['no-principle']],
    [[{ ...whole, status: 'proposed' as const }], ['not-in-force']],
    [[{ ...whole, conditions: false }], ['no-conditions']],
    [
      [
        { ...whole, conditions: false, guidance: false },
        { ...whole, guidance: false },
      ],
      ['no-guidance'],
    ],
  ])('stays untranslated with %j: %j', (principles, missing) => {
    expect(mandateState(principles)).toEqual({ state: 'untranslated', missing });
  });

  it('has conditions by an applicability or a table, and not by empty ones', () => {
    expect(hasConditions({ applicability: null, decisionTable: null })).toBe(false);
    expect(hasConditions({ applicability: {}, decisionTable: { rules: [] } })).toBe(false);
    expect(hasConditions({ applicability: { a: '1' }, decisionTable: null })).toBe(true);
    expect(hasConditions({ applicability: null, decisionTable: { rules: [{}] } })).toBe(true);
  });
});
