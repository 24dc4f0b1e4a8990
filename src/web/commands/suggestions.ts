import type { Hit, Me } from '../api/types.ts';
import { opens } from '../app/page-needs.ts';
import { mainPages, morePages } from '../app/pages.ts';
import type { Messages } from '../language/de.ts';

/** One line of the commands. */
export interface Suggestion {
  key: string;
  group: 'pages' | 'actions' | 'found';
  label: string;
  /** What kind of record it is. */
  note?: string;
  /** The label is German whatever the language of the page. */
  german?: boolean;
  run: { to: string } | { action: () => void };
}

/** Pages shown before anything is typed; the others are found by their names. */
const AT_FIRST = 8;

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** True if every typed word begins a word of the label; `u` also finds `Ü`. */
function fits(label: string, typed: string): boolean {
  const words = plain(label).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Pages, actions and records that fit what was typed, in this order. */
export function suggestionsFor(
  typed: string,
  {
    t,
    me,
    hits,
    actions,
  }: { t: Messages; me: Me; hits: readonly Hit[]; actions: readonly { label: string; action: () => void }[] },
): Suggestion[] {
  const words = typed.trim();
  const allowed = [...mainPages(t), ...morePages(t)].filter(({ to }) => opens(me, to));
  const pages = words === '' ? allowed.slice(0, AT_FIRST) : allowed.filter((page) => fits(page.label, words));
  return [
    ...pages.map(({ to, label }): Suggestion => ({ key: to, group: 'pages', label, run: { to } })),
    ...actions
      .filter(({ label }) => fits(label, words))
      .map(({ label, action }): Suggestion => ({ key: label, group: 'actions', label, run: { action } })),
    ...hits.map(
      (hit): Suggestion => ({
        key: `${hit.kind} ${hit.id}`,
        group: 'found',
        label: hit.kind === 'project' ? `${hit.id} ${hit.title}` : hit.title,
        note: t.recordKinds[hit.kind] ?? hit.kind,
        german: true,
        run: { to: hit.href },
      }),
    ),
    ...(words === ''
      ? []
      : [
          {
            key: 'all',
            group: 'found' as const,
            label: t.commands.all(words),
            run: { to: `/suche?q=${encodeURIComponent(words)}` },
          },
        ]),
  ];
}
