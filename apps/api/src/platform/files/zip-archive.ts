import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive, as its manifest tells it. */
export interface ArchivedFile {
  name: string;
  /** Without a heading; 0 for what has no rows. */
  rows: number;
  bytes: number;
  /** Of the content, in hexadecimal digits. */
  sha256: string;
}

/** Text with many repetitions: more effort would cost seconds and save little. */
const COMPRESSION_LEVEL = 1;

/** Whoever takes nothing for so long is not waited for: what is sent holds a connection to the database. */
const STALLED_MS = 300_000;

/** A ZIP file that is written while it is read: one file after the other, none of them ever whole in memory. */
export class ZipArchive {
  private readonly zip = new ZipFile();
  private readonly written: ArchivedFile[] = [];
  private stalled?: ReturnType<typeof setTimeout>;

  constructor(private readonly made: Date) {}

  /** What is sent. When its reader goes away, whatever is being added ends with an error. */
  get stream(): Readable {
    // yazl's type says what every stream can do; it hands out a PassThrough.
    return this.zip.outputStream as Readable;
  }

  get files(): readonly ArchivedFile[] {
    return this.written;
  }

  /** Adds a file and ends when all of it was taken. */
  async add(name: string, chunks: AsyncIterable<FileChunk>): Promise<void> {
    const file: ArchivedFile = { name, rows: 0, bytes: 0, sha256: '' };
    await new Promise<void>((done, fail) => {
      if (this.stream.destroyed) return fail(new ReaderGone());
      const content = Readable.from(this.counted(chunks, file), { objectMode: false });
      const leave = (): void => void content.destroy(new ReaderGone());
      this.stream.once('close', leave);
      content.once('close', () => this.stream.off('close', leave));
      content.once('end', done);
      content.once('error', fail);
      this.zip.addReadStreamLazy(name, { mtime: this.made, compressionLevel: COMPRESSION_LEVEL }, (take) =>
        take(null, content),
      );
    });
    this.written.push(file);
  }

  end(): void {
    this.zip.end();
  }

  private async *counted(chunks: AsyncIterable<FileChunk>, file: ArchivedFile): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    try {
      for await (const { content, rows } of chunks) {
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        hash.update(bytes);
        file.rows += rows;
        file.bytes += bytes.length;
        this.waitAnew();
        yield bytes;
      }
    } finally {
      clearTimeout(this.stalled);
    }
    file.sha256 = hash.digest('hex');
  }

  private waitAnew(): void {
    clearTimeout(this.stalled);
    this.stalled = setTimeout(() => this.fail(new ReaderGone()), STALLED_MS).unref();
  }

  /** Breaks the file off, so that nobody takes it for a whole one. */
  fail(error: Error): void {
    this.stream.destroy(error);
  }
}

/** A piece of a file, and how many rows end in it. */
export interface FileChunk {
  content: Buffer | string;
  rows: number;
}

/** Nobody reads any more: the download was broken off. */
export class ReaderGone extends Error {
  constructor() {
    super('the reader is gone');
  }
}
