/** Where each kind of code leads. Order matters: the longest prefix first. */
const PAGES: readonly [prefix: string, path: (code: string) => string][] = [
  ['CAP-', (code) => `/strategy#${code}`],
  ['EX-', (code) => `/strategy/exceptions/${code}`],
  ['MD-', (code) => `/strategy/mandates/${code}`],
  ['CH-', (code) => `/charters/${code}`],
  ['PR-', (code) => `/board/proposals/${code}`],
  ['DC-', (code) => `/board/decisions/${code}`],
  ['DD-', (code) => `/data/${code}`],
  ['SY-', (code) => `/registers/systems?q=${code}`],
  ['SV-', (code) => `/registers/services?q=${code}`],
  ['PA-', (code) => `/registers/parties?q=${code}`],
  ['BU-', (code) => `/registers/units?q=${code}`],
  ['K-', (code) => `/outcomes/${code}`],
  ['P-', (code) => `/strategy#${code}`],
  ['D-', (code) => `/strategy#${code}`],
];

/** The page of the record with this code, or null when it has none. */
export function linkOf(code: string | null | undefined): string | null {
  if (!code) return null;
  return PAGES.find(([prefix]) => code.startsWith(prefix))?.[1](code) ?? null;
}
