import { isSecretary } from './secretary';

const secretary = (roles: ('board_secretary' | 'board_member')[]) => ({ id: 'me', roles });

describe('the secretary of a board', () => {
  it('is its own one, with the role or without', () => {
    expect(isSecretary('me', secretary([]))).toBe(true);
    expect(isSecretary('me', secretary(['board_secretary']))).toBe(true);
  });

  it('is nobody else while it has one in office', () => {
    expect(isSecretary('another', secretary(['board_secretary']))).toBe(false);
  });

  it('is whoever has the role where there is none in office', () => {
    expect(isSecretary(null, secretary(['board_secretary']))).toBe(true);
    expect(isSecretary(null, secretary(['board_member']))).toBe(false);
  });
});
