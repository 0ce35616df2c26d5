const { readFile, writeFile } = require('node:fs/promises');
const { resolve } = require('node:path');
const ts = require('typescript');

/**
 * esbuild keeps the names of classes, which programs ask for, and of functions, which nobody does, by a call that sets
 * them: for a function within a function each time it is made, a thousand times in a second of requests. Only classes
 * keep it (`static { __name(this, …) }`). Blanks take the place of what goes, so that the source map still fits.
 */
function withClassNamesOnly(code) {
  const blanks = [];
  const visit = (node) => {
    if (isNaming(node)) {
      const [named] = node.arguments;
      const brackets = isWhatHasAName(node) ? 0 : 1;
      blanks.push([node.getStart(file), named.getStart(file) - brackets], [named.end, node.end - brackets]);
    }
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  visit(file);
  return blanked(
    code,
    blanks.sort(([one], [other]) => one - other),
  );
}

function isNaming(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === '__name' &&
    node.arguments.length === 2 &&
    node.arguments[0].kind !== ts.SyntaxKind.ThisKeyword
  );
}

/** The value of a variable or property; anywhere else the brackets around a function may be what makes it one. */
function isWhatHasAName(node) {
  const { parent } = node;
  const isAssigned =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === node;
  return isAssigned || ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
}

function blanked(code, blanks) {
  const parts = [];
  let at = 0;
  for (const [from, to] of blanks) {
    parts.push(code.slice(at, from), ' '.repeat(to - from));
    at = to;
  }
  return [...parts, code.slice(at)].join('');
}

/** For esbuild, with `keepNames`. */
const classNamesOnly = {
  name: 'class-names-only',
  setup(build) {
    build.initialOptions.metafile = true;
    const { write = true, absWorkingDir = process.cwd() } = build.initialOptions;
    build.onEnd(async ({ errors, metafile }) => {
      if (!write || errors.length > 0) return;
      const files = Object.keys(metafile.outputs).filter((name) => name.endsWith('.js'));
      for (const file of files.map((name) => resolve(absWorkingDir, name))) {
        await writeFile(file, withClassNamesOnly(await readFile(file, 'utf8')));
      }
    });
  },
};

module.exports = { classNamesOnly, withClassNamesOnly };
