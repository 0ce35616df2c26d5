import { parentPort } from 'node:worker_threads';
import type { DocumentFormat, PrintedDocument } from './document';
import { writeDocx } from './docx/write-docx';
import { writePdf } from './pdf/write-pdf';

/** What the thread is asked, and what it answers: the bytes, or why there are none. */
export interface WriteOrder {
  format: DocumentFormat;
  document: PrintedDocument;
}
export type WriteAnswer = { bytes: Uint8Array } | { failed: string };

const WRITERS = { pdf: writePdf, docx: writeDocx };

parentPort?.on('message', ({ format, document }: WriteOrder) => {
  WRITERS[format](document).then(
    (bytes) => answer({ bytes: new Uint8Array(bytes) }),
    (error: unknown) => answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function answer(said: WriteAnswer): void {
  parentPort?.postMessage(said, 'bytes' in said ? [said.bytes.buffer as ArrayBuffer] : []);
}
