import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { printable } from '../printable';
import { leadsOut, type ProsePiece } from '../prose';
import { MONO } from './look';

/** A text of ours or a plain text of somebody: its line ends are breaks. */
export function textRuns(text: string, set: object = {}): TextRun[] {
  return printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }), ...set }));
}

/** The pieces of a line with what is set on them; links that lead out of the site can be followed. */
export function pieceRuns(pieces: readonly ProsePiece[]): ParagraphChild[] {
  return pieces.flatMap(({ text, bold, italic, strike, code, link }): ParagraphChild[] => {
    if (text === '\n') return [new TextRun({ break: 1 })];
    const leads = leadsOut(link);
    const set = {
      ...(bold && { bold }),
      ...(italic && { italics: true }),
      ...(strike && { strike }),
      ...(code && { font: MONO, size: 19 }),
      ...(leads && { style: 'Hyperlink' }),
    };
    const runs = textRuns(text, set);
    return leads ? [new ExternalHyperlink({ link: printable(link), children: runs })] : runs;
  });
}
