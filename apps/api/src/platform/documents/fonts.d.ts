/** A font file, packed into the script that prints (esbuild's loader `binary`). */
declare module '*.woff' {
  const bytes: Uint8Array;
  export default bytes;
}
