import { emptyAnswer, sharedEmail } from './set-up-answer';

const words = { board: 'Integration board', constituency: (key: string) => key };

describe('what the set-up asks', () => {
  it('begins with four constituencies, a seat each, and only IT marked as IT', () => {
    const { board } = emptyAnswer(words, 'en');
    expect(board.constituencies.map(({ key, isIt, seats }) => [key, isIt, seats.length])).toEqual([
      ['business', false, 1],
      ['data', false, 1],
      ['security', false, 1],
      ['it', true, 1],
    ]);
  });

  it('finds an e-mail address that stands for two people, whatever its case', () => {
    const answer = emptyAnswer(words, 'en');
    answer.cioOffice = { name: 'Ingrid', email: 'ingrid@example.org' };
    answer.board.secretary = { name: 'Ingrid', email: 'Ingrid@example.org' };
    expect(sharedEmail(answer)).toBeNull();
    answer.board.secretary = { name: 'Nils', email: 'Ingrid@example.org' };
    expect(sharedEmail(answer)).toBe('Ingrid@example.org');
  });
});
