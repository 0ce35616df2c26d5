// The image cannot be built on every machine; what can be known without Docker is checked here.
import { globSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { parseDocument } from 'yaml';

const DOCKERFILE = 'docker/Dockerfile';

const problems = [
  ...dockerfileProblems(readFileSync(DOCKERFILE, 'utf8')),
  ...globSync('docker/*.yaml').flatMap(yamlProblems),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function dockerfileProblems(dockerfile: string): string[] {
  const found = validate(dockerfile).map(({ message, range }) => `${DOCKERFILE}:${range.start.line + 1}: ${message}`);
  if (!/^USER (?!root|0)/m.test(dockerfile)) found.push(`${DOCKERFILE}: runs as root`);
  if (!/^HEALTHCHECK /m.test(dockerfile)) found.push(`${DOCKERFILE}: has no HEALTHCHECK`);
  return found;
}

function yamlProblems(file: string): string[] {
  const { errors, warnings } = parseDocument(readFileSync(file, 'utf8'), { prettyErrors: true });
  return [...errors, ...warnings].map(({ message }) => `${file}: ${message}`);
}
