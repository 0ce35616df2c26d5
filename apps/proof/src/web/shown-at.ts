const PAGES: readonly [RegExp, string[]][] = [
  [/^\/charters\/(CH-\d+)/, ['/charters/$', '/charters/$/edit', '/charters/$/revisions']],
  [/^\/kpis\/(K-\d+)/, ['/outcomes/$', '/outcomes/$/edit']],
  [/^\/data-domains\/(DD-\d+)/, ['/data/$']],
  [/^\/proposals\/(PR-\d+)/, ['/board/proposals/$']],
  [/^\/strategy\/versions\/(\d+)/, ['/strategy/versions/$', '/strategy/versions/$/edit']],
  [/^\/imports\/(\S+)/, ['/imports/$']],
];

/** Where the site shows a record of the API, by its address there; lists are shown anyway. */
export function shownAt(record: string): string[] {
  return PAGES.flatMap(([pattern, pages]) => {
    const name = pattern.exec(record)?.[1];
    return name ? pages.map((page) => page.replace('$', name)) : [];
  });
}
