/** A signed-in browser, as another site would use it without seeing what it holds. */
export interface Victim {
  origin: string;
  cookie: string;
  token: string;
}

interface Forgery {
  name: string;
  headers: (victim: Victim) => Record<string, string>;
  /** Writes the body otherwise than as JSON. */
  body?: (json: string) => string;
  /** Whether a route without a session (sign-in, set-up) has to refuse it, too. */
  everywhere: boolean;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const asForm = (json: string): string => `body=${encodeURIComponent(json)}`;
const otherSite = 'https://evil.example';

/** Ways to send somebody's browser to a change that only another site wants. */
export const FORGERIES: readonly Forgery[] = [
  {
    name: 'no token',
    headers: ({ origin, cookie }) => ({ ...JSON_TYPE, origin, cookie }),
    everywhere: false,
  },
  {
    name: 'an empty token',
    headers: ({ origin, cookie }) => ({ ...JSON_TYPE, origin, cookie, 'x-xsrf-token': '' }),
    everywhere: false,
  },
  {
    name: 'a wrong token that its own cookie repeats',
    headers: ({ origin, cookie }) => ({
      ...JSON_TYPE,
      origin,
      cookie: cookie.replace(/XSRF-TOKEN=[^;]*/, `XSRF-TOKEN=${'x'.repeat(43)}`),
      'x-xsrf-token': 'x'.repeat(43),
    }),
    everywhere: false,
  },
  {
    name: 'a foreign origin',
    headers: (victim) => ({ ...whole(victim), origin: otherSite }),
    everywhere: true,
  },
  {
    name: 'an origin that begins like ours',
    headers: (victim) => ({ ...whole(victim), origin: `${victim.origin}.evil.example` }),
    everywhere: true,
  },
  {
    name: 'another port of this machine',
    headers: (victim) => ({ ...whole(victim), origin: 'http://127.0.0.1:1' }),
    everywhere: true,
  },
  {
    name: 'an opaque origin',
    headers: (victim) => ({ ...whole(victim), origin: 'null' }),
    everywhere: true,
  },
  {
    name: 'no origin, from another site',
    headers: (victim) => ({ ...without(whole(victim), 'origin'), 'sec-fetch-site': 'cross-site' }),
    everywhere: true,
  },
  {
    name: 'no origin, from a neighbour',
    headers: (victim) => ({ ...without(whole(victim), 'origin'), 'sec-fetch-site': 'same-site' }),
    everywhere: true,
  },
  {
    name: 'no word about where it comes from',
    headers: (victim) => without(whole(victim), 'origin'),
    everywhere: false,
  },
  {
    name: 'JSON as plain text',
    headers: (victim) => ({ ...whole(victim), 'content-type': 'text/plain' }),
    everywhere: true,
  },
  {
    name: 'a form',
    headers: (victim) => ({ ...whole(victim), 'content-type': 'application/x-www-form-urlencoded' }),
    body: asForm,
    everywhere: true,
  },
  {
    name: 'a form of another site',
    headers: ({ cookie }) => ({
      cookie,
      origin: otherSite,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    }),
    body: asForm,
    everywhere: true,
  },
];

/** As the page itself sends it. */
export const whole = ({ origin, cookie, token }: Victim): Record<string, string> => ({
  ...JSON_TYPE,
  origin,
  cookie,
  'x-xsrf-token': token,
});

function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}
