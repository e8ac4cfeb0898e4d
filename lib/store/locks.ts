/** Distinguishes our advisory locks from those of others: "tifa" in ASCII. The second half says what is locked. */
export const LOCK_CLASS = 0x74696661;
