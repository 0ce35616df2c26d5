import type { JsonSchema } from '../../src/platform/openapi/request-schema';
import type { Operation } from '../openapi/operations';
import type { Case } from './cases';
import { exampleOf } from './values';

const JSON_TYPE = 'application/json';
const BOUNDARY = 'x-border';
const TEN_MEGABYTES = 10 * 1024 * 1024;

/** Bodies that are no JSON, no object, or too much of it (T12). */
export function rawBodies(schema: JsonSchema | undefined): Case[] {
  const text = schema ? JSON.stringify(exampleOf(schema)) : '{}';
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const of = (what: string, raw: string | Buffer, type = JSON_TYPE): Case => ({
    what,
    raw,
    headers: { 'content-type': type },
  });
  const multipart = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"; filename="../x"\r\n\r\nb\r\n--${BOUNDARY}`;
  return [
    of('half of it', text.slice(0, Math.max(1, text.length - 2))),
    of('something after it', `${text}x`),
    of('single quotes', text.replaceAll('"', "'")),
    of('NaN', '{"a":NaN}'),
    of('Infinity', '{"a":-Infinity}'),
    of('a comment', `/* a */${text}`),
    of('a comma too many', '{"a":1,}'),
    of('a list', `[${text}]`),
    of('a text', '"x"'),
    of('a number', '1'),
    of('null', 'null'),
    of('true', 'true'),
    of('nothing', ''),
    of('spaces', '   '),
    of('a mark of the byte order', `\ufeff${text}`),
    of('UTF-16', Buffer.from(text, 'utf16le')),
    of('bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
    of('latin 1', Buffer.from('{"name":"Stra\xdfe"}', 'latin1')),
    of('nesting of 31', nested(31)),
    of('nesting of 40', nested(40)),
    of('nesting of 100,000', nested(100_000)),
    of('lists without end', '['.repeat(200_000)),
    of('a key of 100,000 characters', `{"${'k'.repeat(100_000)}":1}`),
    of('50,000 keys', `{${Array.from({ length: 50_000 }, (_, at) => `"k${at}":1`).join(',')}}`),
    of('a key twice', '{"name":"a","name":"b"}'),
    of('ten megabytes', `{"a":"${'x'.repeat(TEN_MEGABYTES)}"}`),
    of('a form', 'a=b&c=d', 'application/x-www-form-urlencoded'),
    of('multipart', `${multipart}--\r\n`, `multipart/form-data; boundary=${BOUNDARY}`),
    of('multipart without end', multipart, `multipart/form-data; boundary=${BOUNDARY}`),
    of('multipart without a border', multipart, 'multipart/form-data'),
    of('XML', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'application/xml'),
    of('text', text, 'text/plain'),
    of('JSON of another kind', text, 'application/merge-patch+json'),
    of('a type that is none', text, 'json'),
    of('an empty type', text, ''),
    of('another character set', text, `${JSON_TYPE}; charset=utf-7`),
    of('a parameter of the type', text, `${JSON_TYPE}; charset="utf-8"; x=${'y'.repeat(2000)}`),
    { ...of('a false promise of gzip', text), headers: { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' } },
  ];
}

/** Headers as nobody sends them. */
export function headerCases({ parameters, method }: Operation): Case[] {
  const header = (name: string, value: string): Case => ({
    what: `${name}: ${value.slice(0, 40)}`,
    headers: { [name]: value },
  });
  const versions = ['', '7', '"x"', '"-1"', '"99999999999"', '*', 'W/"1"', '"1", "2"', "\"1' OR '1'='1\""];
  const keys = ['', ' ', 'x'.repeat(201), "';--", 'a key', '\u00e9'];
  return [
    ...(parameters.some(({ name }) => name === 'If-Match') ? versions.map((value) => header('if-match', value)) : []),
    ...(method === 'POST' ? keys.map((value) => header('idempotency-key', value)) : []),
    header('accept', 'image/png'),
    header('accept-language', `${'de;q=0.9,'.repeat(500)}xx`),
    header('accept-language', 'en;q=NaN'),
    header('x-request-id', "';--\u00ff"),
    header('x-forwarded-for', '127.0.0.1, ::1, evil'),
    header('x-forwarded-host', 'evil.example'),
    header('x-http-method-override', 'DELETE'),
    header('range', 'bytes=0-1,5-'),
    header('if-none-match', '*'),
    header('expect', '200-ok'),
    header('authorization', 'Bearer '),
    header('authorization', `Bearer ${'x'.repeat(5000)}`),
    header('authorization', 'Basic Og=='),
    header('traceparent', 'x'.repeat(500)),
  ];
}

/** Parameters of the query that nobody asked for, or too often. */
export function queryNoise({ parameters }: Operation): Case[] {
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  return [
    { what: 'a query nobody knows', query: 'colour=red' },
    { what: '__proto__ in the query', query: '__proto__=1' },
    { what: 'a list in the query', query: 'a[]=1&a[b]=2' },
    { what: 'a broken escape in the query', query: 'q=%zz%' },
    { what: 'a long query', query: `q=${'x'.repeat(12_000)}` },
    { what: 'a thousand parameters', query: Array.from({ length: 1000 }, (_, at) => `a${at}=1`).join('&') },
    ...names.map((name) => ({ what: `${name} twice`, query: `${name}=1&${name}=2` })),
  ];
}
