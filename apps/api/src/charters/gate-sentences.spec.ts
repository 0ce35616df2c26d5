import { GATE_CODES } from '@sightline/contracts';
import { LANGUAGES, sentenceOf } from '@sightline/language';
import { GATE_VARIANTS } from '@sightline/rules';

describe('the sentences of the gate', () => {
  const keys = GATE_CODES.flatMap((code) => [
    `gate.${code}.name`,
    `gate.${code}.action`,
    `strategy.policy.names.${code}`,
    ...GATE_VARIANTS[code].passed.map((variant) => `gate.${code}.${variant}`),
    ...GATE_VARIANTS[code].failed.flatMap((variant) => [`gate.${code}.${variant}`, `gate.${code}.why.${variant}`]),
  ]);

  it.each(LANGUAGES)('say in %s what every check found, and what mends it', (language) => {
    expect(keys.filter((key) => !sentenceOf(key, language))).toEqual([]);
  });

  it('take the same values in every language', () => {
    const slots = (key: string, language: (typeof LANGUAGES)[number]) =>
      [...new Set((sentenceOf(key, language) ?? '').match(/(?<=\{\{)\w+/g))].toSorted();
    for (const key of keys) expect([key, slots(key, 'de')]).toEqual([key, slots(key, 'en')]);
  });
});
