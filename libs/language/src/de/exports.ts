import type { exports as english } from '../en/exports';
import type { Words } from '../words';

export const exports: Words<typeof english> = {
  title: 'Export',
  news: { none: 'Noch hat niemand alles exportiert', last: 'Zuletzt exportiert am {{on, date}}' },
  text: 'Alles, was Sightline enthält, auf dem Stand eines Augenblicks, in einer Datei, die ohne Sightline lesbar ist.',
  action: 'Alles exportieren',
  begun: {
    title: 'Der Export ist unterwegs.',
    text: 'Ihr Browser zeigt, wie weit er ist. Sie können diese Seite verlassen; bricht die Datei ab, ist sie kein ganzes ZIP.',
  },
  parts: {
    title: 'Was die Datei enthält',
    import: {
      name: 'import/',
      text: 'Bereiche, Kennzahlen und Projektaufträge als CSV-Dateien für einen Import: in dieser Reihenfolge, sobald die darin genannten Personen angelegt sind. Was ein Gremium genehmigt hat, kommt als Entwurf an.',
    },
    records: {
      name: 'records/',
      text: 'Jeder Datensatz mit allem, was zu ihm gehört, je eine Zeile JSON: Strategie, Projektaufträge, Messungen, Vorlagen, Stimmen, Beschlüsse.',
    },
    audit: {
      name: 'audit/',
      text: 'Das versiegelte Protokoll; npm run verify-audit prüft es ohne Datenbank.',
    },
    manifest: { name: 'manifest.json', text: 'Wie viele Zeilen jede Datei hat, und ihr SHA-256.' },
    left: {
      name: 'Was hier bleibt',
      text: 'Passwörter, Sitzungen und Links sowie die persönlichen Werte neben dem Protokoll. Wer gelöscht wurde, bleibt gelöscht.',
    },
  },
  made: {
    title: 'Bisherige Exporte',
    all: 'Im Protokoll',
    file: 'Datei',
    records: 'Datensätze',
    list: 'eine Liste',
    by: 'Von',
    at: 'Wann',
    none: 'Noch wurde nichts exportiert. Jeder Export steht hier mit dem, der ihn geholt hat.',
    loading: 'Die Exporte werden geladen',
    failed: 'Die Exporte konnten nicht geladen werden.',
  },
  list: { action: 'Exportieren', title: 'Alles, was passt, als CSV-Datei' },
};
