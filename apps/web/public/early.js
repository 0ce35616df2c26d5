// The words of the page, and what it shows, are asked for while its scripts are still on their way;
// app/platform/api/early-answers.ts takes the answers. Nothing is asked for somebody without a session.
try {
  const kept = JSON.parse(localStorage.getItem('sightline.preferences') ?? '{}').language;
  const spoken = [kept, ...navigator.languages].map((tag) => String(tag).slice(0, 2).toLowerCase());
  const language = spoken.find((tag) => tag === 'en' || tag === 'de') ?? 'en';
  // The server says which file has the words of which language.
  const href = document.querySelector(`meta[name="sightline-words-${language}"]`)?.content;
  if (href) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
  if (/(^|; )XSRF-TOKEN=[^;]/.test(document.cookie)) {
    const ask = (path) =>
      fetch(path, { headers: { Accept: 'application/json', 'Accept-Language': language } })
        .then((answer) => (answer.ok ? answer.json() : null))
        .catch(() => null);
    const paths = location.pathname === '/' ? ['/api/v1/me', '/api/v1/inbox'] : ['/api/v1/me'];
    self.sightlineEarly = { language, answers: new Map(paths.map((path) => [path, ask(path)])) };
  }
} catch {
  // No storage, or something else in it: everything is asked for later.
}
