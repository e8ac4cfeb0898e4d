/** Stages look a few units ahead: behind a text in a buffer they must not find what an earlier document left there. */
export const LOOK_AHEAD = 8;
