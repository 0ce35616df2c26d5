import fc from 'fast-check';
import { safeCell, unmarked } from './csv-cells';

const MARKED = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠x', `'=1`, `''-x`, '-', '-1e3'];
const LEFT = ['', 'Fewer errors', '-12', '-0.5', '80', `'quoted'`, 'a=b', ' 1', '2026-11-22', 'CH-0012'];

describe('cells of a CSV file', () => {
  it.each(MARKED)('marks %j as text', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each(LEFT)('leaves %j as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it('reads back whatever was written', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^'{0,3}[=+\-@＝]?[a-z0-9.]{0,5}$/));
    fc.assert(fc.property(text, (one) => unmarked(safeCell(one)) === one));
  });
});
