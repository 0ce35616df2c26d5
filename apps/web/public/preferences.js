// Theme, density and language of the person at this browser, before the first paint, so that nothing flashes.
try {
  const kept = JSON.parse(localStorage.getItem('sightline.preferences') ?? '{}');
  const root = document.documentElement;
  if (kept.theme === 'light' || kept.theme === 'dark') root.dataset.theme = kept.theme;
  if (kept.density === 'comfortable') root.dataset.density = kept.density;
  if (kept.language === 'de' || kept.language === 'en') root.lang = kept.language;
} catch {
  // No storage, no preferences.
}
