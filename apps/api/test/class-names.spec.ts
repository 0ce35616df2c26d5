import { createRequire } from 'node:module';

const load = createRequire(__filename);
const { transformSync } = load('esbuild') as typeof import('esbuild');
const { withClassNamesOnly } = load('../class-names.cjs') as { withClassNamesOnly: (code: string) => string };

const SOURCE = `
  const Kept = class { static self() { return Kept; } };
  function outer(list) {
    const inner = (item) => item + 1;
    function declared() { return inner(1); }
    const once = async () => list.push('once');
    once().catch(declared);
    return { list: list.map(inner), method: () => declared() };
  }
  const names = () => [Kept.name, outer.name, names.name];`;

describe('the names in the bundle', () => {
  const bundled = transformSync(SOURCE, { keepNames: true, minifySyntax: true, minifyWhitespace: true }).code;
  const code = withClassNamesOnly(bundled);
  const run = (text: string): { names: () => string[]; outer: (list: unknown[]) => { list: unknown[] } } =>
    new Function(`${text}; return { names, outer };`)() as ReturnType<typeof run>;

  it('sets the name of a class, and of nothing that is made again and again', () => {
    expect(bundled.match(/__name\((?!this)/g)?.length).toBeGreaterThan(5);
    expect(code.match(/__name\(this/g)).toHaveLength(1);
    expect(code).not.toMatch(/__name\((?!this)/);
  });

  it('keeps the program, and every place in it', () => {
    const [one, other] = [run(bundled), run(code)];
    expect(one.names()).toEqual(['Kept', 'outer', 'names']);
    expect(other.names()).toEqual(one.names());
    expect(other.outer([1]).list).toEqual(one.outer([1]).list);
    expect(code).toHaveLength(bundled.length);
  });
});
