import type { JobState } from '@/lib/store/background-jobs';
import type { ListedRun, RunState } from '@/lib/store/list-runs';
import { JOB_LABELS } from './job-labels';

const STATES: Record<RunState, string> = {
  reading: 'being read',
  queued: 'in the queue',
  dead: 'its process died; the next ingestion counts what it stored (resume goes on with it)',
  published: 'published',
  interrupted: 'published, interrupted (resume goes on with it)',
  undone: 'undone',
};

const time = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A run in two lines: state, when, how long and by whom; then how much and of what. */
export function describeRun(run: ListedRun): string {
  const open =
    run.state === 'published' || run.state === 'interrupted' || run.state === 'undone' ? '' : ' so far';
  const counts = `${run.stored} stored, ${run.known} known already, ${run.refused} not readable, ${run.mentions} mentions, ${run.lists} lists`;
  const index =
    run.stored === 0 || run.indexed || run.state === 'undone' ? '' : ', not in the phrase index yet';
  return [
    `${run.id}  ${STATES[run.state]}  ${time.format(run.startedAt)} by ${run.startedBy}, ${run.seconds} s${open}`,
    `    ${counts}${index}: ${run.inputs.join(' ')}`,
  ].join('\n');
}

/** How a background job stands, in a line. */
export function describeJob({ name, state, done, total, updatedAt }: JobState): string {
  const label = JOB_LABELS[name];
  if (state === 'done') return `${label}: up to date`;
  const part = total > 0 ? `, ${done} of ${total} documents` : '';
  if (state === 'working') return `${label}: being worked on${part}`;
  const stopped = updatedAt !== null && done < total ? `, stopped at ${done} of ${total} documents` : '';
  return `${label}: due${stopped}; npm start and npm run runs -- background bring it up to date`;
}
