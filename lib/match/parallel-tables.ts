/** Characters whose repetition at one place makes clauses a saying: negations, modals, degree, aim. */
export const PIVOTS: ReadonlySet<string> = new Set([...'不无未应尽要敢能真更最必勿没']);

/** Verbs of one character that take an object of two in sayings such as 稳增长、促改革. */
export const ACTING: ReadonlySet<string> = new Set([
  ...'稳促调惠防保控减抢抓强兴补扩优提增降破立转治守严建创拓聚挖压去育引招鼓化惩扬除担明',
]);
