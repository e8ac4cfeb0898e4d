/** The words of an index that stand in a part of a text. */
export { find } from './parts/words';
