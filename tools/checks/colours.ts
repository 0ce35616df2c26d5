// Colours have names and live in tokens.css, where light and dark, and their contrast, are kept together.
import { globSync, readFileSync } from 'node:fs';

const HEX = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/i;
const FILES = ['apps/web/src/**/*.{css,html}', 'libs/ui/**/*.{css,html}'];

const strays = globSync(FILES)
  .filter((file) => !file.endsWith('tokens.css'))
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (HEX.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );

if (strays.length > 0) {
  console.error(`Colours outside tokens.css:\n${strays.join('\n')}`);
  process.exitCode = 1;
}
