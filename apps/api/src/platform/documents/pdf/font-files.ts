import sansLatin from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff';
import sansLatinBold from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff';
import sansLatinItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-italic.woff';
import sansLatinBoldItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-italic.woff';
import sansLatinExt from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff';
import sansLatinExtBold from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff';
import sansLatinExtItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-italic.woff';
import sansLatinExtBoldItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-italic.woff';
import sansGreek from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-greek-400-normal.woff';
import sansGreekBold from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-greek-600-normal.woff';
import sansGreekItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-greek-400-italic.woff';
import sansGreekBoldItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-greek-600-italic.woff';
import sansCyrillic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-cyrillic-400-normal.woff';
import sansCyrillicBold from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-cyrillic-600-normal.woff';
import sansCyrillicItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-cyrillic-400-italic.woff';
import sansCyrillicBoldItalic from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-cyrillic-600-italic.woff';
import serifLatin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff';
import serifLatinBold from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff';
import serifLatinItalic from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff';
import serifLatinBoldItalic from '@fontsource/source-serif-4/files/source-serif-4-latin-600-italic.woff';
import serifLatinExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff';
import serifLatinExtBold from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff';
import serifLatinExtItalic from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-italic.woff';
import serifLatinExtBoldItalic from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-italic.woff';
import serifGreek from '@fontsource/source-serif-4/files/source-serif-4-greek-400-normal.woff';
import serifGreekBold from '@fontsource/source-serif-4/files/source-serif-4-greek-600-normal.woff';
import serifGreekItalic from '@fontsource/source-serif-4/files/source-serif-4-greek-400-italic.woff';
import serifGreekBoldItalic from '@fontsource/source-serif-4/files/source-serif-4-greek-600-italic.woff';
import serifCyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff';
import serifCyrillicBold from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff';
import serifCyrillicItalic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-italic.woff';
import serifCyrillicBoldItalic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-italic.woff';
import monoLatin from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff';
import monoLatinExt from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-ext-400-normal.woff';
import monoCyrillic from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-cyrillic-400-normal.woff';

/** The four styles of a family, in the files of one script. */
export interface FontFiles {
  normal: Uint8Array;
  bold: Uint8Array;
  italics: Uint8Array;
  bolditalics: Uint8Array;
}

/** The faces of the look, script by script: the first file that has a sign sets it. */
export const FONT_FILES: Readonly<Record<string, readonly FontFiles[]>> = {
  sans: [
    { normal: sansLatin, bold: sansLatinBold, italics: sansLatinItalic, bolditalics: sansLatinBoldItalic },
    { normal: sansLatinExt, bold: sansLatinExtBold, italics: sansLatinExtItalic, bolditalics: sansLatinExtBoldItalic },
    { normal: sansGreek, bold: sansGreekBold, italics: sansGreekItalic, bolditalics: sansGreekBoldItalic },
    { normal: sansCyrillic, bold: sansCyrillicBold, italics: sansCyrillicItalic, bolditalics: sansCyrillicBoldItalic },
  ],
  serif: [
    { normal: serifLatin, bold: serifLatinBold, italics: serifLatinItalic, bolditalics: serifLatinBoldItalic },
    {
      normal: serifLatinExt,
      bold: serifLatinExtBold,
      italics: serifLatinExtItalic,
      bolditalics: serifLatinExtBoldItalic,
    },
    { normal: serifGreek, bold: serifGreekBold, italics: serifGreekItalic, bolditalics: serifGreekBoldItalic },
    {
      normal: serifCyrillic,
      bold: serifCyrillicBold,
      italics: serifCyrillicItalic,
      bolditalics: serifCyrillicBoldItalic,
    },
  ],
  mono: [
    { normal: monoLatin, bold: monoLatin, italics: monoLatin, bolditalics: monoLatin },
    { normal: monoLatinExt, bold: monoLatinExt, italics: monoLatinExt, bolditalics: monoLatinExt },
    { normal: monoCyrillic, bold: monoCyrillic, italics: monoCyrillic, bolditalics: monoCyrillic },
  ],
};
