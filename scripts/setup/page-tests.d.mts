import type { Tally } from './test-results.mjs';

export function hasPageTests(): boolean;
export function runPageTests(reportFile: string, more?: Record<string, string>): Promise<Tally>;
