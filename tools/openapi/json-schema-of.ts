import ts from 'typescript';

export type JsonSchema = Record<string, unknown>;

/** The schemas that have a name, by it: what `#/components/schemas/…` refers to. */
export type NamedSchemas = Record<string, JsonSchema>;

/** Turns types into the JSON Schema (2020-12) of what `JSON.stringify` makes of their values. */
export class TypeSchemas {
  readonly named: NamedSchemas = {};
  private readonly names = new Map<ts.Type, string>();
  private readonly checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  of(type: ts.Type): JsonSchema {
    if (type.flags & ts.TypeFlags.Unknown) return {};
    if (type.isUnion()) return this.ofUnion(type.types);
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
    if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { type: 'boolean', enum: [this.checker.typeToString(type) === 'true'] };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return this.ofObject(type);
    throw new Error(`${this.checker.typeToString(type)} cannot be described as JSON.`);
  }

  /** What is undefined is left out of JSON; words of one kind become one list; true and false become a boolean. */
  private ofUnion(types: readonly ts.Type[]): JsonSchema {
    const schemas = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)).map((one) => this.of(one));
    const merged = new Map<unknown, JsonSchema>();
    const others: JsonSchema[] = [];
    for (const schema of schemas) {
      if (!Array.isArray(schema['enum'])) others.push(schema);
      else {
        const before = (merged.get(schema['type'])?.['enum'] ?? []) as unknown[];
        merged.set(schema['type'], { ...schema, enum: [...before, ...(schema['enum'] as unknown[])] });
      }
    }
    if ((merged.get('boolean')?.['enum'] as unknown[] | undefined)?.length === 2) {
      merged.set('boolean', { type: 'boolean' });
    }
    return oneOf([...merged.values(), ...others]);
  }

  private ofObject(type: ts.Type): JsonSchema {
    if (this.checker.isTupleType(type)) return this.ofTuple(type as ts.TypeReference);
    if (this.checker.isArrayType(type)) return { type: 'array', items: this.of(this.elementOf(type)) };
    if (type.getCallSignatures().length > 0) throw new Error(`${this.checker.typeToString(type)} is a function.`);
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    const name = this.nameOf(type);
    if (!name) return this.properties(type);
    const known = this.names.get(type) ?? this.fresh(name, type);
    return { $ref: `#/components/schemas/${known}` };
  }

  private fresh(wanted: string, type: ts.Type): string {
    let name = wanted;
    for (let n = 2; name in this.named; n++) name = `${wanted}${n}`;
    this.names.set(type, name);
    // Kept before its properties are looked at, because a type may hold itself.
    this.named[name] = {};
    this.named[name] = this.properties(type);
    return name;
  }

  private properties(type: ts.Type): JsonSchema {
    const members = this.checker.getPropertiesOfType(type).map((symbol) => {
      const declared = this.checker.getTypeOfSymbol(symbol);
      const description = ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).trim();
      const optional = Boolean(symbol.flags & ts.SymbolFlags.Optional);
      return { name: symbol.name, optional, schema: { ...this.of(declared), ...(description && { description }) } };
    });
    const required = members.filter(({ optional }) => !optional).map(({ name }) => name);
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return {
      type: 'object',
      ...(members.length > 0 && { properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])) }),
      ...(required.length > 0 && { required }),
      additionalProperties: index ? this.of(index) : false,
    };
  }

  private ofTuple(type: ts.TypeReference): JsonSchema {
    const items = this.checker.getTypeArguments(type).map((one) => this.of(one));
    return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
  }

  private elementOf(type: ts.Type): ts.Type {
    return this.checker.getTypeArguments(type as ts.TypeReference)[0] ?? this.checker.getAnyType();
  }

  /** `PageOfCharter` for `Page<Charter>`; none for what is written in place. */
  private nameOf(type: ts.Type): string | undefined {
    const symbol = type.aliasSymbol ?? type.symbol;
    const isLibrary = symbol?.declarations?.some((one) => /\/typescript\/lib\//.test(one.getSourceFile().fileName));
    if (!symbol || isLibrary || /^__/.test(symbol.name)) return undefined;
    const given = type.aliasSymbol ? type.aliasTypeArguments : this.checker.getTypeArguments(type as ts.TypeReference);
    const parts = (given ?? []).map((one) => this.nameOf(one)).filter((one) => one !== undefined);
    if ((given ?? []).length !== parts.length) return undefined;
    return parts.length > 0 ? `${symbol.name}Of${parts.join('And')}` : symbol.name;
  }
}

function oneOf(schemas: JsonSchema[]): JsonSchema {
  const [first = { not: {} }, ...more] = schemas;
  if (more.length === 0) return first;
  const isPlain = schemas.every((schema) => Object.keys(schema).length === 1 && typeof schema['type'] === 'string');
  return isPlain ? { type: schemas.map(({ type }) => type) } : { anyOf: schemas };
}
