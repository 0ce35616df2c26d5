import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import type { Server } from '../servers.ts';
import { ask, inNumbers, inSeconds, type LongWork, observed } from './work.ts';

const LONGEST_S = 60;
/** What the server may need more than before, however much there is to export. */
const MORE_MIB = 150;
const MB = 1_000_000;

/** So many of the files that took longest are named. */
const NAMED = 4;

/** Everything there is as one ZIP, read as fast as it comes. */
export async function exportAll(server: Server, charters: number): Promise<LongWork> {
  const { result, seconds, processor, before, most } = await observed(server, () => download(server));
  const [longest, archive] = [await longestFiles(result), result.at(-1)?.until ?? 0];
  const memory = `server at most ${most.toFixed(0)} MiB, ${before.toFixed(0)} before`;
  const time = `${inSeconds(seconds)} (server ${inSeconds(processor)} of processor; ${longest})`;
  return {
    what: `complete export with ${inNumbers(charters)} charters`,
    found: `${time}, ${(archive / MB).toFixed(0)} MB of ZIP, ${memory}`,
    target: `≤ ${LONGEST_S} s, memory flat`,
    isMet: seconds <= LONGEST_S && most - before <= MORE_MIB,
  };
}

/** What came at one moment, up to which byte of the archive. */
interface Piece {
  bytes: Uint8Array;
  until: number;
  seconds: number;
}

async function download(server: Server): Promise<Piece[]> {
  const began = performance.now();
  const { body } = await ask(server, '/exports/all');
  const pieces: Piece[] = [];
  let until = 0;
  for await (const chunk of body ?? []) {
    const bytes = chunk as Uint8Array;
    until += bytes.length;
    pieces.push({ bytes, until, seconds: (performance.now() - began) / 1_000 });
  }
  return pieces;
}

/** Which files of the archive took longest, by when their first and last bytes came. */
async function longestFiles(pieces: readonly Piece[]): Promise<string> {
  const at = (byte: number): number => pieces.find(({ until }) => until >= byte)?.seconds ?? 0;
  const entries = await entriesOf(Buffer.concat(pieces.map(({ bytes }) => bytes)));
  const took = entries.map(({ fileName, relativeOffsetOfLocalHeader: first }, place) => {
    const next = entries[place + 1]?.relativeOffsetOfLocalHeader ?? pieces.at(-1)?.until ?? 0;
    return { fileName, seconds: at(next) - at(first) };
  });
  const longest = took.sort((one, other) => other.seconds - one.seconds).slice(0, NAMED);
  return longest.map(({ fileName, seconds }) => `${fileName} ${inSeconds(seconds)}`).join(', ');
}

async function entriesOf(archive: Buffer): Promise<Entry[]> {
  const zip = await promisify<Buffer, Options, ZipFile>(fromBuffer)(archive, { lazyEntries: false });
  const entries: Entry[] = [];
  zip.on('entry', (entry: Entry) => entries.push(entry));
  await new Promise((done, fail) => zip.once('end', done).once('error', fail));
  return entries;
}
