/** A file of its own in the built site, by this name. */
export { en as sentences } from './en';
