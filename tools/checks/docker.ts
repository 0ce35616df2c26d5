// The image cannot be built on every machine; what can be known without Docker is checked here.
import { globSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { parseDocument } from 'yaml';

const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
const problems = validate(dockerfile).map(
  ({ message, range }) => `docker/Dockerfile:${range.start.line + 1}: ${message}`,
);

for (const file of globSync('docker/*.{yaml,yml}')) {
  const { errors, warnings } = parseDocument(readFileSync(file, 'utf8'));
  problems.push(...[...errors, ...warnings].map(({ message }) => `${file}: ${message}`));
}

if (!/^USER (?!root|0)/m.test(dockerfile)) problems.push('docker/Dockerfile: runs as root');
if (!/^HEALTHCHECK /m.test(dockerfile)) problems.push('docker/Dockerfile: has no HEALTHCHECK');

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
