const PREFIX = 'sightline.comment.';

/** Keeps what somebody is saying in this tab until it is said: a reload or an expired session loses no word. */
export const CommentShelf = {
  read(key: string): string {
    try {
      return sessionStorage.getItem(PREFIX + key) ?? '';
    } catch {
      return '';
    }
  },
  keep(key: string, text: string): void {
    try {
      if (text.trim() === '') sessionStorage.removeItem(PREFIX + key);
      else sessionStorage.setItem(PREFIX + key, text);
    } catch {
      // A full or forbidden store: the words stay on the page.
    }
  },
};
