const { readFile } = require('node:fs/promises');
const { builtinModules } = require('node:module');
const { join } = require('node:path');
const { transform } = require('@swc/core');
const { classNamesOnly } = require('./class-names.cjs');

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
      return { contents: inAscii(code), loader: 'js' };
    });
  },
};

/** One sign beyond ASCII anywhere, and Node hands the engine the whole bundle in two bytes a sign: 5 MiB more. */
const inAscii = (code) =>
  code.replace(/[^\x00-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The one package that has such a sign, in an expression that finds colours. */
const packagesInAscii = {
  name: 'packages-in-ascii',
  setup(build) {
    build.onLoad({ filter: /node_modules[\\/]ansis[\\/].*\.c?js$/ }, async ({ path }) => ({
      contents: inAscii(await readFile(path, 'utf8')),
    }));
  },
};

/** Node's own modules as they are: importing one as an ES module reads all its exports, and so loads what nobody uses. */
const builtinsAsTheyAre = {
  name: 'builtins-as-they-are',
  setup(build) {
    build.onResolve({ filter: BUILTIN }, ({ path }) => ({ path: path.replace(/^node:/, ''), namespace: 'builtin' }));
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
    }));
  },
};
const BUILTIN = new RegExp(`^(node:.+|${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`);

/** Nest's module for TypeORM asks at run time for what old versions had, which would load TypeORM a second time. */
const oneTypeorm = {
  name: 'one-typeorm',
  setup(build) {
    build.onLoad({ filter: /[\\/]@nestjs[\\/]typeorm[\\/].*typeorm-compat\.js$/ }, () => ({
      contents: 'export const Connection = undefined; export const AbstractRepository = undefined;',
    }));
  },
};

/** What class-validator's own decorators would need; ours are rules of our own. Whoever uses one of its own is told. */
const noForeignValidators = {
  name: 'no-foreign-validators',
  setup(build) {
    build.onLoad({ filter: /node_modules[\\/](validator|libphonenumber-js)[\\/].*\.(c?js|json)$/ }, ({ path }) => {
      const said = JSON.stringify(`${path.split(/node_modules./).at(-1)} is left out of the bundle`);
      return { contents: `module.exports = () => { throw new Error(${said}) }`, loader: 'js' };
    });
  },
};

const OTHER_DATABASES = 'aurora-mysql|aurora-postgres|cockroachdb|mongodb|mysql|oracle|sap|spanner|sqlserver';

/** The drivers of other databases: a large part of TypeORM, and never used. */
const onePostgres = {
  name: 'one-postgres',
  setup(build) {
    const filter = new RegExp(
      `[\\\\/]typeorm[\\\\/]driver[\\\\/](${OTHER_DATABASES})[\\\\/]\\w+(Driver|QueryRunner)\\.js$`,
    );
    build.onLoad({ filter }, ({ path }) => {
      const [, name] = /(\w+)\.js$/.exec(path);
      return { contents: `exports.${name} = class ${name} {};` };
    });
  },
};

/** Loaded by name and only where somebody uses them, which we do not; or native code. */
const LEFT_OUT = [
  '@fastify/multipart',
  '@fastify/static',
  '@fastify/view',
  '@google-cloud/spanner',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  '@node-rs/argon2',
  '@sap/hana-client',
  'better-sqlite3',
  'class-transformer',
  'ioredis',
  'mongodb',
  'mssql',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-native',
  'pg-query-stream',
  'react-native-sqlite-storage',
  'redis',
  'sql.js',
  'sqlite3',
  'typeorm-aurora-data-api-driver',
];

/** One file with everything in it: finding and reading two thousand modules takes longer than starting. */
module.exports = {
  outExtension: { '.js': '.js' },
  external: LEFT_OUT.flatMap((name) => [name, `${name}/*`]),
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url); const __dirname = import.meta.dirname;`,
  },
  loader: { '.woff': 'binary' },
  keepNames: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  plugins: [
    builtinsAsTheyAre,
    packagesInAscii,
    oneTypeorm,
    onePostgres,
    noForeignValidators,
    compileWithSwc,
    classNamesOnly,
  ],
};
