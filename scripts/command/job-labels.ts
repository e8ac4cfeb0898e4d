import type { JobName } from '@/lib/store/background-jobs';

/** What a job is called in front of people. */
export const JOB_LABELS: Record<JobName, string> = {
  'phrase-index': 'phrase index',
  finder: 'search for new phrases',
};
