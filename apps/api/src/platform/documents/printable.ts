/** Control characters and marks that turn the direction of writing; neither format can hold all of them. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** A text that every writer can write: without what nobody sees, in whole characters. Tabs are spaces. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(HIDDEN, '').replaceAll('\t', '    ').toWellFormed();
}

/** The paragraphs of a plain text; a single line end is one too, because nobody typed it by accident. */
export function paragraphsOf(text: string): string[] {
  return printable(text)
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
}
