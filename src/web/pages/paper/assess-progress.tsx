import type { AssessRun } from '../../api/assess.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Failure } from '../../ui/states.tsx';

/** How far the computation is, with the way to stop it; afterwards how it ended. */
export function AssessProgress({ run }: { run: AssessRun }) {
  const { t, f, text } = useLanguage();
  const { job, problem, running } = run;
  if (problem) return <Failure problem={problem} onRetry={run.start} />;
  if (running) {
    const share = job?.progress ?? 0;
    return (
      <div className="fp-progress">
        <span role="status">{job?.message ? text(job.message) : t.paper.computing}</span>
        <Progress value={share} label={t.paper.computing} percent={f.percent(Math.round(share * 100))} />
        <span aria-hidden="true">{f.percent(Math.round(share * 100))}</span>
        <Button look="quiet" onPress={run.cancel}>
          {t.paper.cancel}
        </Button>
      </div>
    );
  }
  if (job === null) return null;
  const ending = { done: t.paper.done, cancelled: t.paper.cancelled, failed: t.paper.failed } as const;
  if (job.state === 'queued' || job.state === 'running') return null;
  const detail = job.state === 'failed' && job.message ? ` ${text(job.message)}` : '';
  return (
    <p className="fp-muted" role="status">
      {ending[job.state]}
      {detail}
    </p>
  );
}
