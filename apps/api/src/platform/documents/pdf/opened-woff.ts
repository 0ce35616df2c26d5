import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
/** After every table: the reader of fonts looks a few bytes beyond a sign that has no outline. */
const SLACK = 16;

/** A font as it was before it was packed for the web: the same tables, each with some room after it. */
export function openedWoff(woff: Uint8Array): Buffer {
  const packed = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  if (packed.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no font in the form WOFF.');
  const count = packed.readUInt16BE(12);
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  packed.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const tables: Buffer[] = [head];
  let at = head.length;
  for (let index = 0; index < count; index++) {
    const entry = HEADER + index * ENTRY;
    const table = tableAt(packed, entry);
    const written = SFNT_HEADER + index * SFNT_ENTRY;
    packed.copy(head, written, entry, entry + 4);
    head.writeUInt32BE(packed.readUInt32BE(entry + 16), written + 4);
    head.writeUInt32BE(at, written + 8);
    head.writeUInt32BE(table.length, written + 12);
    const room = Buffer.alloc(((4 - (table.length % 4)) % 4) + SLACK);
    tables.push(table, room);
    at += table.length + room.length;
  }
  return Buffer.concat(tables);
}

function tableAt(packed: Buffer, entry: number): Buffer {
  const from = packed.readUInt32BE(entry + 4);
  const packedLength = packed.readUInt32BE(entry + 8);
  const length = packed.readUInt32BE(entry + 12);
  const bytes = packed.subarray(from, from + packedLength);
  return packedLength < length ? inflateSync(bytes) : bytes;
}
