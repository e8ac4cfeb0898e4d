/** Addresses that hold in any database with the demonstration corpus, a page of each kind at least once. */
export const PAGES = [
  '/',
  '/?from=2021&until=2021&place=440000',
  '/slogans?order=mentions',
  '/slogans?name=六稳',
  '/slogans?name=高质量发展&place=440000&copies=all',
  '/slogans?name=动态清零&measure=mentions',
  '/places',
  '/places/440000',
  '/compare?places=440000,330000,130000',
  '/compare?periods=2020,2022',
  '/directives',
  '/documents',
  '/search?q=sgys',
  '/search?q=安全生产',
  '/methods',
] as const;
