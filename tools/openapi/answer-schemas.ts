import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { type JsonSchema, type NamedSchemas, TypeSchemas } from './json-schema-of.ts';

const WORKSPACE = resolve(import.meta.dirname, '../..');
const CONTROLLERS = 'apps/api/src/**/*.controller.ts';

/** What the routes answer, as the types of their controllers say. */
export interface AnswerSchemas {
  /** `ChartersController.read` → the schema of its answer; null for one that answers nothing. */
  answers: Record<string, JsonSchema | null>;
  named: NamedSchemas;
}

/** Reads the answers out of the return types of all controllers, so that they cannot be forgotten and cannot drift. */
export function answerSchemas(): AnswerSchemas {
  const files = globSync(CONTROLLERS, { cwd: WORKSPACE }).map((file) => resolve(WORKSPACE, file));
  const program = ourProgram(files);
  const checker = program.getTypeChecker();
  const schemas = new TypeSchemas(checker);
  const answers: AnswerSchemas['answers'] = {};
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} was not read.`);
    for (const route of routesIn(source)) {
      answers[route.name] = described(route, checker, schemas);
    }
  }
  return { answers, named: schemas.named };
}

interface Route {
  name: string;
  method: ts.MethodDeclaration;
}

/** Files and streams are no JSON; the route names their media type itself. */
const NO_JSON = /^(Promise<)?(StreamableFile|Observable|Readable|void)\b/;

function described({ name, method }: Route, checker: ts.TypeChecker, schemas: TypeSchemas): JsonSchema | null {
  if (!method.type) throw new Error(`${name} does not say what it answers: give it a return type.`);
  if (NO_JSON.test(method.type.getText())) return null;
  const type = checker.getTypeFromTypeNode(method.type);
  const answer = checker.getAwaitedType(type) ?? type;
  if (answer.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
    throw new Error(`${name} answers ${method.type.getText()}, which says nothing about it.`);
  }
  try {
    return schemas.of(answer);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const ROUTE = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Sse']);

function routesIn(source: ts.SourceFile): Route[] {
  return source.statements.filter(ts.isClassDeclaration).flatMap((controller) =>
    controller.members.filter(ts.isMethodDeclaration).flatMap((method) => {
      const isRoute = ts.getDecorators(method)?.some(({ expression }) => {
        const name = ts.isCallExpression(expression) ? expression.expression : expression;
        return ts.isIdentifier(name) && ROUTE.has(name.text);
      });
      const name = `${controller.name?.text ?? ''}.${method.name.getText()}`;
      return isRoute ? [{ name, method }] : [];
    }),
  );
}

/** Our own sources and the language itself; what packages declare is never part of an answer and costs seconds. */
function ourProgram(files: string[]): ts.Program {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const cache = ts.createModuleResolutionCache(WORKSPACE, (path) => path, options);
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({ text }) =>
      /^(\.|@sightline\/)/.test(text)
        ? ts.resolveModuleName(text, from, options, host, cache)
        : { resolvedModule: undefined },
    );
  return ts.createProgram(files, options, host);
}

function compilerOptions(): ts.CompilerOptions {
  const path = resolve(WORKSPACE, 'apps/api/tsconfig.json');
  const { config, error } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config: unknown;
    error?: ts.Diagnostic;
  };
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  return { ...ts.parseJsonConfigFileContent(config, ts.sys, resolve(WORKSPACE, 'apps/api')).options, types: [] };
}
