// Proves that the borders are guarded: writes files with forbidden lines, lints, and fails unless each one is refused.
// The rule that guards them switches itself off, with a mere warning, when Nx has no project graph or a broken one.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';

const BORDER = '@nx/enforce-module-boundaries';
const IMPORTS = 'no-restricted-imports';

/** Where a forbidden line is tried, and the rule that must refuse it. */
const CANARIES: readonly { folder: string; line: string; rule: string }[] = [
  { folder: 'libs/contracts/src', line: "import '@sightline/rules';", rule: BORDER },
  { folder: 'libs/contracts/src', line: "import 'rxjs';", rule: BORDER },
  { folder: 'libs/contracts/src', line: "import 'node:fs';", rule: IMPORTS },
  { folder: 'libs/rules/src', line: "import 'typeorm';", rule: BORDER },
  { folder: 'libs/rules/src', line: "import '@sightline/testing';", rule: IMPORTS },
  { folder: 'libs/rules/src', line: 'export const today = new Date();', rule: 'no-restricted-syntax' },
  { folder: 'libs/language/src', line: "import '@sightline/contracts';", rule: BORDER },
  { folder: 'libs/testing/src', line: "import '@sightline/rules';", rule: BORDER },
  { folder: 'libs/prose/src', line: "import '@sightline/ui';", rule: BORDER },
  { folder: 'libs/ui/src', line: "import '@sightline/language';", rule: BORDER },
  { folder: 'libs/ui/src', line: "import 'typeorm';", rule: BORDER },
  { folder: 'apps/web/src', line: "import '@nestjs/common';", rule: BORDER },
  { folder: 'apps/web/src', line: "export const ink = '#1a2b3c';", rule: 'no-restricted-syntax' },
  { folder: 'apps/api/src', line: "import '@angular/core';", rule: BORDER },
  { folder: 'apps/api/src', line: "import '@sightline/testing';", rule: IMPORTS },
  { folder: 'apps/api/src', line: "import { IsOptional } from 'class-validator';", rule: IMPORTS },
  { folder: 'apps/api/src/platform', line: "import '../charters/charter.entity';", rule: 'house/feature-borders' },
];

const WORKSPACE = resolve(import.meta.dirname, '..');
const fileOf = (folder: string): string => join(WORKSPACE, folder, 'border-canary.ts');
const folders = [...new Set(CANARIES.map(({ folder }) => folder))];

try {
  for (const folder of folders) {
    const lines = CANARIES.filter((canary) => canary.folder === folder).map(({ line }) => line);
    writeFileSync(fileOf(folder), `${lines.join('\n')}\nexport {};\n`);
  }
  const escaped = [...(lintTargetRefuses() ? [] : ['nx run contracts:lint passes']), ...(await unnoticed())];
  if (escaped.length > 0) throw new Error(`Nobody guards these borders:\n${escaped.join('\n')}`);
  console.log(`border canary: ${CANARIES.length} forbidden lines, each refused`);
} finally {
  for (const folder of folders) rmSync(fileOf(folder), { force: true });
}

/** The way everybody lints must fail too, not only the linter called by hand. */
function lintTargetRefuses(): boolean {
  const nx = spawnSync('nx', ['run', 'contracts:lint', '--skip-nx-cache'], { cwd: WORKSPACE, encoding: 'utf8' });
  return nx.status !== 0 && nx.stdout.includes(BORDER);
}

async function unnoticed(): Promise<string[]> {
  const results = await new ESLint({ cwd: WORKSPACE }).lintFiles(folders.map(fileOf));
  const refused = (folder: string, line: number, rule: string): boolean =>
    results
      .filter(({ filePath }) => filePath === fileOf(folder))
      .some(({ messages }) => messages.some((message) => message.ruleId === rule && message.line === line));
  return CANARIES.filter(({ folder, line, rule }) => {
    const place = CANARIES.filter((canary) => canary.folder === folder).findIndex((canary) => canary.line === line);
    return !refused(folder, place + 1, rule);
  }).map(({ folder, line, rule }) => `${folder}: ${line} (${rule})`);
}
