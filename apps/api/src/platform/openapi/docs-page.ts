import type { JsonSchema } from './request-schema';
import type { OpenApiDocument } from './openapi';

/** The description as a page that needs no script: one chapter per word, one fold per operation. */
export function docsPage({ info, paths, components }: OpenApiDocument, nonce: string): string {
  const chapters = Map.groupBy(operations(paths), ({ path }) => path.split('/')[1] ?? '');
  const body = [...chapters].map(
    ([word, all]) => `<h2 id="${escaped(word)}">${escaped(word)}</h2>${all.map(fold).join('')}`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(info.title)} API</title><style nonce="${nonce}">${STYLE}</style></head><body><main>
<h1>${escaped(info.title)} API</h1><p>${escaped(info.description)} <a href="/api/openapi.json">OpenAPI 3.1</a></p>
<nav aria-label="Chapters">${[...chapters.keys()].map((word) => `<a href="#${escaped(word)}">${escaped(word)}</a>`).join(' ')}</nav>
${body.join('\n')}
<h2 id="schemas">Schemas</h2>${Object.entries(components.schemas).map(named).join('')}</main></body></html>`;
}

function named([name, schema]: [string, JsonSchema]): string {
  return `<details id="schema-${escaped(name)}"><summary>${escaped(name)}</summary>${asText(schema)}</details>`;
}

interface Operation {
  method: string;
  path: string;
  operation: JsonSchema;
}

function operations(paths: OpenApiDocument['paths']): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

function fold({ method, path, operation }: Operation): string {
  const { 'x-permission': permission, parameters, requestBody, responses } = operation;
  const takes = (parameters as { name: string; in: string }[]).map((one) => `${one.name} (${one.in})`).join(', ');
  return `<details><summary><b>${method}</b> <code>${escaped(path)}</code></summary>
<p>Permission: <code>${escaped(String(permission ?? 'open to everyone'))}</code></p>
${takes ? `<p>Parameters: ${escaped(takes)}</p>` : ''}${requestBody ? asText(requestBody) : ''}
<p>Answers: ${Object.entries(responses as Record<string, JsonSchema>)
    .map(answer)
    .join(', ')}</p></details>`;
}

/** `200 Charter`, with a link to what that is. */
function answer([status, { content = {} }]: [string, JsonSchema]): string {
  const [media] = Object.values(content as Record<string, { schema?: JsonSchema }>);
  const reference = media?.schema?.['$ref'];
  const name = typeof reference === 'string' ? escaped(reference.split('/').pop() ?? '') : '';
  return name && status.startsWith('2') ? `${status} <a href="#schema-${name}">${name}</a>` : status;
}

function asText(value: unknown): string {
  return `<pre tabindex="0">${escaped(JSON.stringify(value, null, 2))}</pre>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem }
summary { cursor: pointer; padding: .25rem 0; overflow-wrap: anywhere }
b { display: inline-block; min-width: 4.5rem }
pre { overflow: auto; max-height: 24rem; padding: 1rem; border: 1px solid }
`;
