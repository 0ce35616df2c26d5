import { IMPORT_FILE_MAX } from '@sightline/contracts';
import { csvStart, type CsvStart } from './csv-start';

const PREVIEW_ROWS = 5;

/** A file as it was read, with what its first rows look like. */
export interface ChosenFile extends CsvStart {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly content: string;
}
/** Why a file cannot be imported; `imports.file.<name>` says it. */
export type FileRefusal = 'tooLarge' | 'notUtf8' | 'empty' | 'heading';

/** Reads a file as UTF-8 in the browser. Nothing is sent. */
export async function readFile(file: File): Promise<ChosenFile | FileRefusal> {
  if (file.size > IMPORT_FILE_MAX) return 'tooLarge';
  const content = decoded(await bytesOf(file));
  if (content === null) return 'notUtf8';
  if (content.trim() === '') return 'empty';
  const start = csvStart(content, PREVIEW_ROWS);
  if (start.columns.some((column) => column === '')) return 'heading';
  return { name: file.name, size: file.size, content, ...start };
}

function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function bytesOf(file: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result instanceof ArrayBuffer ? reader.result : new ArrayBuffer(0));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsArrayBuffer(file);
  });
}
