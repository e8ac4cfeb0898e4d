/** What the words around places in a text say. */
export { match } from './parts/around';
export { weigh } from './parts/names';
