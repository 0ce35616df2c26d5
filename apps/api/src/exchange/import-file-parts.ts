import { IMPORT_FILE_MAX, IMPORT_ROWS_MAX } from '@sightline/contracts';
import { csvHeading, csvLine, type CsvRow } from '../platform/files/csv-lines';
import type { FileChunk } from '../platform/files/zip-archive';

const ROWS_AT_ONCE = 200;

/**
 * The rows of a register as files that an import takes: as many rows and bytes as one may have, then the next file.
 * Each part has to be read to its end before the next is asked for. There is always one, if only with the heading.
 */
export async function* importParts(
  columns: readonly string[],
  batches: AsyncIterable<CsvRow[]>,
): AsyncGenerator<AsyncIterable<FileChunk>> {
  const lines = linesOf(columns, batches);
  let next = await lines.next();
  do {
    yield part();
  } while (!next.done);

  async function* part(): AsyncGenerator<FileChunk> {
    let chunk = { content: csvHeading(columns), rows: 0 };
    let [rows, bytes] = [0, Buffer.byteLength(chunk.content)];
    while (!next.done && rows < IMPORT_ROWS_MAX) {
      const line = next.value;
      const size = Buffer.byteLength(line);
      if (rows > 0 && bytes + size > IMPORT_FILE_MAX) break;
      [rows, bytes] = [rows + 1, bytes + size];
      chunk = { content: chunk.content + line, rows: chunk.rows + 1 };
      if (chunk.rows === ROWS_AT_ONCE) {
        yield chunk;
        chunk = { content: '', rows: 0 };
      }
      next = await lines.next();
    }
    if (chunk.content !== '') yield chunk;
  }
}

async function* linesOf(columns: readonly string[], batches: AsyncIterable<CsvRow[]>): AsyncGenerator<string> {
  for await (const batch of batches) {
    for (const row of batch) yield csvLine(columns, row);
  }
}
