/** Taking records out: everything as one file, or a list as it stands. */
export const exports = {
  title: 'Export',
  news: { none: 'Nobody has exported everything yet', last: 'Last exported on {{on, date}}' },
  text: 'Everything Sightline holds, as of one moment, in one file that can be read without Sightline.',
  action: 'Export everything',
  begun: {
    title: 'The export is on its way.',
    text: 'Your browser shows how far it is. You can leave this page; a file that breaks off is no whole ZIP.',
  },
  parts: {
    title: 'What is in the file',
    import: {
      name: 'import/',
      text: 'Units, KPIs and charters as CSV files that an import takes: in that order, after the people named in them are there. What a board approved comes in as a draft.',
    },
    records: {
      name: 'records/',
      text: 'Every record with all that belongs to it, a line of JSON each: strategy, charters, measurements, proposals, votes, decisions.',
    },
    audit: {
      name: 'audit/',
      text: 'The sealed audit trail; npm run verify-audit checks it without a database.',
    },
    manifest: { name: 'manifest.json', text: 'How many rows each file has, and its SHA-256.' },
    left: {
      name: 'What stays here',
      text: 'Passwords, sessions and links, and the personal values beside the audit trail. Whoever was erased stays erased.',
    },
  },
  made: {
    title: 'Exports so far',
    all: 'In the audit trail',
    file: 'File',
    records: 'Records',
    list: 'a list',
    by: 'By',
    at: 'When',
    none: 'Nothing was exported yet. Each export will stand here with who took it.',
    loading: 'Loading the exports',
    failed: 'The exports did not load.',
  },
  list: { action: 'Export', title: 'All that matches, as a CSV file' },
} as const;
