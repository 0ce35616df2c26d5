/**
 * Addresses a link in somebody's text may have: the web, a mailbox, or a place in this installation (a path from the
 * root, from here with `./`, `../` or a folder, a query, an anchor). Everything with another scheme, `javascript:` before
 * all, is refused: before a colon no place in this installation may stand.
 */
export const SAFE_LINK = /^(?:https?:|mailto:|[/#?]|\.{1,2}\/|[\w-][\w.~-]*\/)/i;
