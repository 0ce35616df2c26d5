/** What we use of pdfmake; it brings no types of its own. */
declare module 'pdfmake' {
  interface Pdfmake {
    virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, content: Uint8Array): void };
    addFonts(fonts: Record<string, Record<string, string>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  }
  const pdfmake: Pdfmake;
  export default pdfmake;
}

/** The document that pdfmake draws on; it opens the fonts. */
declare module 'pdfmake/js/PDFDocument' {
  const module: {
    default: new (
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: object,
    ) => { provideFont(family: string, bold: boolean, italics: boolean): { font: { characterSet: number[] } } };
  };
  export default module;
}
