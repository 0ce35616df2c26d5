type Rule = [name: string, expected: RegExp];

const ALWAYS: readonly Rule[] = [
  ['x-content-type-options', /^nosniff$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['referrer-policy', /^(same-origin|no-referrer)$/],
  ['x-frame-options', /^DENY$/],
  ['content-security-policy', /frame-ancestors 'none'/],
];
const PAGE: readonly Rule[] = [
  ['content-security-policy', /default-src 'self'/],
  ['content-security-policy', /script-src 'self' 'nonce-[\w+/=]{16,}'(;|$)/],
  ['content-security-policy', /object-src 'none'/],
  ['content-security-policy', /base-uri 'self'/],
  ['content-security-policy', /form-action 'self'/],
  ['content-security-policy', /require-trusted-types-for 'script'/],
  ['content-security-policy', /trusted-types angular [\w# -]+(;|$)/],
  ['cache-control', /^no-store$/],
];
const DATA: readonly Rule[] = [
  ['content-security-policy', /default-src 'none'/],
  ['cache-control', /^no-store$|^public, max-age=(31536000, immutable|0, must-revalidate)$/],
];

const lacking =
  (rules: readonly Rule[]) =>
  (headers: Headers): string[] =>
    rules.flatMap(([name, expected]) =>
      expected.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name) ?? 'missing'}`],
    );

/** What an answer should say to the browser and does not. */
export const LACKING = { page: lacking([...ALWAYS, ...PAGE]), data: lacking([...ALWAYS, ...DATA]) };
