// Runs in a page before anything of the page does (plain JavaScript: what compiles our scripts adds names to functions
// that pages do not have). Leaves in window.observed: first and largest paint (ms), the sum of layout shifts that no
// input caused, and the tasks of more than 50 ms as [start, duration].
const observed = { lcp: 0, fcp: 0, shift: 0, tasks: [] };
window.observed = observed;

const on = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });

on('largest-contentful-paint', (entry) => {
  observed.lcp = entry.startTime;
});
on('paint', (entry) => {
  if (entry.name === 'first-contentful-paint') observed.fcp = entry.startTime;
});
on('layout-shift', (entry) => {
  if (!entry.hadRecentInput) observed.shift += entry.value;
});
on('longtask', (entry) => observed.tasks.push([entry.startTime, entry.duration]));
