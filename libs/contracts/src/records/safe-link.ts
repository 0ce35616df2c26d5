/** Schemes a link in somebody's text may have; everything else, `javascript:` before all, is refused. */
export const SAFE_LINK = /^(?:https?:|mailto:|\/|#)/i;
