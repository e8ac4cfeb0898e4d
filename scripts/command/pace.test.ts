import { expect, test } from 'vitest';
import { duration, remainingSeconds, startPace } from './pace';
import { progressBar, progressText } from './progress-line';

test.each([
  [0.4, '0 s'],
  [59.4, '59 s'],
  [59.6, '1:00 min'],
  [185, '3:05 min'],
  [7_400, '2:03 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('what is left follows from what is done, where that is known', () => {
  expect(remainingSeconds(250, 1_000, 10)).toBe(30);
  expect(remainingSeconds(1_000, 1_000, 10)).toBeNull();
  expect(remainingSeconds(9, 1_000, 10)).toBeNull();
  expect(remainingSeconds(500, null, 10)).toBeNull();
  expect(remainingSeconds(0, 0, 10)).toBeNull();
});

test('a job says how fast it is once that can be told', () => {
  let now = 1_000;
  const pace = startPace(() => now);
  expect(pace(0, 1_000)).toBe('0 of 1000 documents');
  now += 10_000;
  expect(pace(300, 1_000)).toBe('300 of 1000 documents, 30/s, about 23 s left');
});

test('an ingestion says how fast it reads and for how long, then what it is at', () => {
  const progress = { documents: 5_000, mentions: 800, bytes: 4e6, totalBytes: 4_000, readBytes: 1_000 };
  expect(progressText({ phase: 'reading', ...progress }, 2)).toBe(
    '5000 documents, 800 mentions, 2500/s, 2.0 MB/s, 2 s, about 6 s left to read',
  );
  expect(progressText({ phase: 'reading', ...progress, totalBytes: null }, 2)).not.toContain('left');
  expect(progressText({ phase: 'counting', ...progress }, 70)).toBe('5000 documents, 800 mentions, 1:10 min');
});

test('the bar is as long as what is read of the files, full while it is counted, and none where nobody knows', () => {
  const progress = { documents: 1, mentions: 1, bytes: 1, totalBytes: 4_000, readBytes: 1_000 };
  expect(progressBar({ phase: 'reading', ...progress })).toBe(`${'█'.repeat(5)}${'░'.repeat(15)} 25 %, `);
  expect(progressBar({ phase: 'counting', ...progress })).toBe(`${'█'.repeat(20)} 100 %, `);
  expect(progressBar({ phase: 'reading', ...progress, totalBytes: null })).toBe('');
});
