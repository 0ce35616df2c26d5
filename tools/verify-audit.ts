// npm run verify-audit -- <export.ndjson> [--checkpoints <file>] [--key <public key in PEM>]
// Follows an exported audit trail link by link, without a database, and holds it against the signed checkpoints. Uses
// nothing but Node and shares no code with the server on purpose, so that the two cannot be wrong in the same way.
// Ends with 0 when everything fits, 1 when something does not, 2 when it could not be read.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCheckpoints } from './verify-audit/checkpoints.ts';
import { verifyTrail } from './verify-audit/trail.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { checkpoints: { type: 'string' }, key: { type: 'string' } },
});
const [file] = positionals;
if (!file || positionals.length > 1) {
  console.error('npm run verify-audit -- <export.ndjson> [--checkpoints <file>] [--key <public key in PEM>]');
  process.exit(2);
}

try {
  const key = values.key === undefined ? null : readFileSync(values.key, 'utf8');
  const signed = values.checkpoints === undefined ? null : readCheckpoints(values.checkpoints, key);
  const started = performance.now();
  const { links, head, findings } = await verifyTrail(file, signed?.checkpoints ?? []);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const all = [...(signed?.findings ?? []), ...findings];
  for (const { what, sequence } of all) console.error(`${sequence === null ? '' : `no. ${sequence}: `}${what}`);
  console.log(`${links} links in ${seconds} s, up to no. ${head.sequence} with the hash ${head.hash}`);
  if (signed) {
    console.log(
      `${signed.checkpoints.length} signed checkpoints, up to no. ${signed.checkpoints.at(-1)?.sequence ?? 0}`,
    );
    for (const fingerprint of signed.keys) console.log(`signed by the key ${fingerprint}`);
    if (!key) console.log('Compare the fingerprint with one that you got another way, or name the key with --key.');
  } else {
    console.log('Without --checkpoints nobody can see whether the end was cut off or the whole written anew.');
  }
  console.log(all.length === 0 ? 'Everything fits.' : `${all.length} findings.`);
  process.exitCode = all.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
