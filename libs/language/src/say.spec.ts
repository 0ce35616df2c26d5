import { say } from './say';

describe('a sentence', () => {
  it('takes text, numbers and lists as its language writes them', () => {
    expect(say('{{name}} moved by {{by}}', { name: 'K-014', by: -2.5 }, 'de')).toBe('K-014 moved by −2,5');
    expect(say('Cites {{codes}}', { codes: ['P-02', 'P-03', 'P-05'] })).toBe('Cites P-02, P-03 and P-05');
    expect(say('Nennt {{codes}}', { codes: ['P-02', 'P-03'] }, 'de')).toBe('Nennt P-02 und P-03');
  });

  it('writes every number as its language does, whole and small or not, and each time it is said', () => {
    const numbers = [0, -0, 7, 999, 1000, -3, 2.5, Number.NaN];
    const said = numbers.map((n) => new Intl.NumberFormat('de-DE').format(n).replace('-', '−'));
    for (let time = 0; time < 2; time += 1) {
      expect(numbers.map((n) => say('{{n}}', { n }, 'de'))).toEqual(said);
      expect(say('{{codes}}: {{codes}}', { codes: [4] })).toBe('4: 4');
      expect(say('{{codes}}', { codes: [] })).toBe('');
    }
  });

  it('says one, many and none', () => {
    const sentence = '{{n: Nothing waits | @ decision waits | @ decisions wait}} for your vote';
    expect(say(sentence, { n: 0 })).toBe('Nothing waits for your vote');
    expect(say(sentence, { n: 1 })).toBe('One decision waits for your vote');
    expect(say(sentence, { n: 4 })).toBe('Four decisions wait for your vote');
    expect(say('{{n: # Sitz | # Sitze}}', { n: 1200 }, 'de')).toBe('1.200 Sitze');
  });

  it('writes ISO dates out and leaves no trace of a missing value', () => {
    expect(say('by {{on, date}}', { on: '2027-06-30' })).toBe('by 30 Jun 2027');
    expect(say('bis {{on, date}}', { on: '2027-06-30' }, 'de')).toBe('bis 30. Juni 2027');
    expect(say('by {{on, date}}{{who}}')).toBe('by ');
  });
});
