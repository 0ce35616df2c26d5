import { say } from './say';

describe('a sentence', () => {
  it('takes text, numbers and lists as its language writes them', () => {
    expect(say('{{name}} moved by {{by}}', { name: 'K-014', by: -2.5 }, 'de')).toBe('K-014 moved by −2,5');
    expect(say('Cites {{codes}}', { codes: ['P-02', 'P-03', 'P-05'] })).toBe('Cites P-02, P-03 and P-05');
    expect(say('Nennt {{codes}}', { codes: ['P-02', 'P-03'] }, 'de')).toBe('Nennt P-02 und P-03');
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
