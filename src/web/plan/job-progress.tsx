import type { JobRun } from '../api/job.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import { Failure } from '../ui/states.tsx';

/** How far a computation (of a plan, unless `words` say of what) is, with the way to stop it; afterwards how it ended, if it did not end well. */
export function JobProgress({ run, words }: { run: JobRun; words?: { running: string; failed: string } }) {
  const { t, f, text } = useLanguage();
  const { job, problem, running } = run;
  const { running: working, failed } = words ?? { running: t.plans.planning, failed: t.plans.failed };
  if (problem) return <Failure problem={problem} />;
  if (running) {
    const share = job?.progress ?? 0;
    const percent = f.percent(Math.round(share * 100));
    return (
      <div className="fp-progress">
        <span role="status">{job?.message ? text(job.message) : working}</span>
        <Progress value={share} label={working} percent={percent} />
        <span aria-hidden="true">{percent}</span>
        <Button look="quiet" onPress={run.cancel}>
          {t.plans.cancel}
        </Button>
      </div>
    );
  }
  if (job?.state === 'cancelled') {
    return (
      <p className="fp-muted" role="status">
        {t.plans.cancelled}
      </p>
    );
  }
  if (job?.state === 'failed') {
    return (
      <div className="fp-message" role="alert">
        <p className="fp-strong">{failed}</p>
        {job.message && <p>{text(job.message)}</p>}
      </div>
    );
  }
  return job?.state === 'done' ? (
    <p className="fp-muted" role="status">
      {t.plans.done}
    </p>
  ) : null;
}
