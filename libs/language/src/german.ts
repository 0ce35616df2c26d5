/** A file of its own in the built site, by this name. */
export { de as sentences } from './de';
