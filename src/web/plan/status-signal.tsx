import type { ProjectStatus } from '../../agenda/index.ts';
import { useLanguage } from '../language/context.tsx';
import { Signal } from '../ui/marks.tsx';

const shapes = {
  suggested: 'off',
  planned: 'off',
  waiting: 'wait',
  inProgress: 'run',
  succeeded: 'done',
  failed: 'bad',
  rejected: 'bad',
  stopped: 'bad',
} as const satisfies Record<ProjectStatus, string>;

/** State of a project: shape and word. */
export function StatusSignal({ status }: { status: ProjectStatus }) {
  const { t } = useLanguage();
  return <Signal shape={shapes[status]}>{t.statuses[status]}</Signal>;
}
