/** Units of the longest phrase that the index can hold, and how many phrases it has numbers for. */
export const LONGEST_PHRASE = 255;
export const MOST_PHRASES = 1 << 16;
