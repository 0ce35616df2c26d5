import { dirname, join, relative, sep } from 'node:path';

/** The first folder below apps/api/src, or null for a file outside or directly in it. */
function featureOf(path) {
  const [, inside] = path.split(`${join('apps', 'api', 'src')}${sep}`);
  return inside?.includes(sep) ? inside.split(sep)[0] : null;
}

const featureBorders = {
  meta: {
    type: 'problem',
    docs: { description: 'The borders between the folders of the API.' },
    schema: [],
    messages: {
      platform: 'platform serves the features; it never imports one ({{target}}).',
      inner: 'Another feature’s controller and requests are its own; use its service or entity ({{target}}).',
    },
  },
  create(context) {
    const from = featureOf(context.filename);
    return {
      ImportDeclaration(node) {
        const source = String(node.source.value);
        if (!from || !source.startsWith('.')) return;
        const path = join(dirname(context.filename), source);
        const to = featureOf(path);
        if (!to || to === from) return;
        const target = relative(context.cwd, path);
        if (from === 'platform') context.report({ node, messageId: 'platform', data: { target } });
        else if (/\.(controller|requests)$/.test(source))
          context.report({ node, messageId: 'inner', data: { target } });
      },
    };
  },
};

/** Rules of this house that no published plugin knows. */
export const houseRules = { rules: { 'feature-borders': featureBorders } };
