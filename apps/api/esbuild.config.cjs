const { readFile } = require('node:fs/promises');
const { join } = require('node:path');
const { transform } = require('@swc/core');

/**
 * esbuild bundles, but cannot emit the decorator metadata that Nest, TypeORM and class-validator read at run time.
 * So swc compiles each TypeScript file first, with the same options as the tests.
 */
const compileWithSwc = {
  name: 'compile-with-swc',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { $schema, ...options } = JSON.parse(await readFile(join(__dirname, '.swcrc'), 'utf8'));
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, {
        ...options,
        swcrc: false,
        configFile: false,
        filename: path,
        sourceMaps: 'inline',
      });
      return { contents: code, loader: 'js' };
    });
  },
};

module.exports = {
  outExtension: { '.js': '.js' },
  packages: 'external',
  keepNames: true,
  plugins: [compileWithSwc],
};
