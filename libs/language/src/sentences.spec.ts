import { SENTENCES } from './sentences';

/** Every sentence by its dotted key. */
function flat(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`),
  );
}

function slots(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();
}

/** Each slot that counts, with how many forms it has. */
function counts(sentence: string): [string, number][] {
  return [...sentence.matchAll(/\{\{\s*(\w+):([^}]*)\}\}/g)].map(([, name = '', forms = '']) => [
    name,
    forms.split('|').length,
  ]);
}

describe('the language files', () => {
  const english = new Map(flat(SENTENCES.en));
  const german = new Map(flat(SENTENCES.de));

  it('have the same sentences in every language', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('name the same values in every language', () => {
    const different = [...english].filter(([key, sentence]) => {
      return new Set(slots(sentence)).size !== new Set([...slots(sentence), ...slots(german.get(key) ?? '')]).size;
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('give every count as many forms in every language', () => {
    const different = [...english].filter(([key, sentence]) => {
      const other = counts(german.get(key) ?? '');
      return counts(sentence).some(([name, forms]) => other.some((count) => count[0] === name && count[1] !== forms));
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('write a single one in German as its gender asks, never as the bare number word', () => {
    const bare = [...german].filter(([, sentence]) =>
      [...sentence.matchAll(/\{\{\s*\w+:([^}]*)\}\}/g)].some(([, forms = '']) =>
        forms.split('|').at(-2)?.includes('@'),
      ),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  it('raise no voice', () => {
    expect([...english, ...german].filter(([, sentence]) => sentence.includes('!'))).toEqual([]);
  });

  it('leave no sentence empty', () => {
    expect([...english, ...german].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });
});
