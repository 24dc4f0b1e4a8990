import { expect, test } from 'vitest';
import { ROOT, readSources, withTree } from './source.ts';

/** Something runs, or two versions wait for a decision and the notice above says so. */
const RUNNING = /^(\w+\.)*(busy|running)$|^form\.conflict !== null$|^state !== 'idle'$|^disabled === true$/;

/** Further reasons for which a button is greyed, each a state of what is shown; why it is, stands beside it. */
const SHOWN: Record<string, readonly string[]> = {
  'src/web/pages/council-import/import-page.tsx': ['source !== true', 'job === undefined'],
  'src/web/pages/coverage/coverage-page.tsx': ['page === 1', 'page === pages'],
  'src/web/pages/groundwork/stage-order.tsx': ['at === 0', 'at === order.last'],
  'src/web/pages/import/import-page.tsx': ['ready === 0'],
  'src/web/pages/plans/put-forward.tsx': ['!upToDate'],
  'src/web/pages/plans/working-plan.tsx': ['planAnew === undefined'],
  'src/web/pages/statement/block-editor.tsx': ["state === 'conflict'"],
  'src/web/pages/statement/release-panel.tsx': ['open.length > 0'],
  'src/web/pages/status-round/status-round-page.tsx': ['query.data === undefined'],
  'src/web/pages/talks/take-need.tsx': ["passage === ''"],
  'src/web/rich-text/toolbar.tsx': ['!isPossible', 'undoDepth(state) === 0', 'redoDepth(state) === 0'],
  'src/web/ui/form.tsx': ['only'],
};

/** Searching is no form: nothing of it is stored, and nothing must be typed. */
const SEARCH = 'src/web/app/search-box.tsx';

/** Buttons that are greyed for another reason, and forms that speak in the browser's words or have no summary. */
function formFaults(root: string): string[] {
  return readSources(root, 'src/web').flatMap(({ path, text }) => {
    const conditions = [...text.matchAll(/\b(?:isDisabled|disabled)=\{([^}]*)\}/g)].flatMap(([, all = '']) =>
      all.split('||'),
    );
    const greyed = conditions
      .map((one) => one.trim())
      .filter((one) => !RUNNING.test(one) && !SHOWN[path]?.includes(one))
      .map((one) => `${path}: greyed while ${one}`);
    const forms = text.match(/<form\b/g)?.length ?? 0;
    if (forms === 0 || path === SEARCH) return greyed;
    const silent = /<(Faults|FormHead|Summary)\b/.test(text) ? [] : [`${path}: a form without a summary of its faults`];
    const native = (text.match(/\bnoValidate\b/g)?.length ?? 0) < forms ? [`${path}: a form without noValidate`] : [];
    return [...greyed, ...silent, ...native];
  });
}

test('no button is greyed because of what is not typed, and every form names its faults above', () => {
  expect(formFaults(ROOT)).toEqual([]);
});

test('a button that waits for something to be typed is found, and so is a form without a summary', () => {
  const button = "<Button isDisabled={saving.busy || name.trim() === ''}>";
  withTree({ 'src/web/a.tsx': `export const A = () => <form>${button}x</Button></form>;` }, (root) =>
    expect(formFaults(root)).toEqual([
      "src/web/a.tsx: greyed while name.trim() === ''",
      'src/web/a.tsx: a form without a summary of its faults',
      'src/web/a.tsx: a form without noValidate',
    ]),
  );
});
