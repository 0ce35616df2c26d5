/** Other ways to write a path, which a guard in front and a router behind might read differently (T5). */
export function pathVariants(path: string): { what: string; path: string }[] {
  const last = path.lastIndexOf('/');
  const [before, after] = [path.slice(0, last), path.slice(last + 1)];
  const variants = {
    'a doubled slash': `${before}//${after}`,
    'a doubled first slash': `/${path}`,
    'a slash at the end': `${path}/`,
    'two slashes at the end': `${path}//`,
    'an encoded slash': `${before}%2F${after}`,
    'a twice encoded slash': `${before}%252F${after}`,
    'a backslash': `${before}\\${after}`,
    'an encoded backslash': `${before}%5C${after}`,
    'a dot segment': `${before}/./${after}`,
    'two dots': `${before}/x/../${after}`,
    'encoded dots': `${before}/x/%2e%2e/${after}`,
    'an encoded dot at the end': `${path}/%2e`,
    'a semicolon': `${path};a=b`,
    'a semicolon inside': `${before};a=b/${after}`,
    'an encoded letter': `${before}/${encoded(after)}`,
    capitals: path.toUpperCase(),
    'a capital': `${before}/${after.slice(0, 1).toUpperCase()}${after.slice(1)}`,
    'an ending': `${path}.json`,
    'an encoded NUL': `${path}%00`,
    'an encoded space': `${path}%20`,
    'an encoded question mark': `${path}%3F`,
    'a tab': `${path}%09`,
  };
  return Object.entries(variants).map(([what, one]) => ({ what, path: one }));
}

function encoded(text: string): string {
  return `%${text.charCodeAt(0).toString(16)}${text.slice(1)}`;
}
