// node --import this: a process that ends when the one that started it is gone, also where that was killed and could
// not say so.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, 1_000).unref();
