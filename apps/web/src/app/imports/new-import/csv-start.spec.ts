import { csvStart } from './csv-start';

describe('the start of a CSV file', () => {
  it.each([
    ['commas', 'key,name\nu1,Claims\n'],
    ['semicolons', 'key;name\r\nu1;Claims'],
    ['tabs', '\uFEFFkey\tname\nu1\tClaims'],
  ])('is read with %s', (_separator, text) => {
    expect(csvStart(text, 3)).toEqual({ columns: ['key', 'name'], rows: [['u1', 'Claims']] });
  });

  it('keeps separators, line ends and quotation marks within quotation marks', () => {
    const { rows } = csvStart('key,name\nu1,"Claims, ""north""\nand south"\n\nu2, x ', 5);
    expect(rows).toEqual([
      ['u1', 'Claims, "north"\nand south'],
      ['u2', 'x'],
    ]);
  });

  it('stops after the rows that are shown, and at a quotation mark that never closes', () => {
    expect(csvStart('a,b\n1,2\n3,4\n5,6', 2).rows).toHaveLength(2);
    expect(csvStart('a,b\n1,"two', 2).rows).toEqual([['1', 'two']]);
    expect(csvStart('', 2).columns).toEqual([]);
  });
});
