import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sendJson } from '../api/client.ts';
import { preferencesQuery } from '../api/queries.ts';
import { mainPages } from '../app/pages.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckInput } from '../ui/form.tsx';
import { Loaded } from '../ui/states.tsx';
import { characterKeys } from './shortcuts.ts';

/** Keys as they stand on the keyboard, one after the other. */
function Keys({ keys }: { keys: string }) {
  const { t } = useLanguage();
  return keys.split(' ').map((key, index) => (
    <span key={key}>
      {index > 0 && ` ${t.shortcuts.followedBy} `}
      <kbd>{key}</kbd>
    </span>
  ));
}

function KeyTable() {
  const { t } = useLanguage();
  const { shortcuts } = t;
  const pages = mainPages(t);
  const rows = [
    { keys: `${shortcuts.ctrl}+K`, effect: shortcuts.palette },
    ...characterKeys.map(({ keys, command }) => ({
      keys,
      effect:
        typeof command === 'object'
          ? shortcuts.goTo(pages.find((page) => page.to === command.page)?.label ?? command.page)
          : shortcuts[command],
    })),
  ];
  return (
    <table className="fp-table" aria-label={shortcuts.title}>
      <thead>
        <tr>
          <th scope="col">{shortcuts.keys}</th>
          <th scope="col">{shortcuts.effect}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ keys, effect }) => (
          <tr key={keys}>
            <th scope="row">
              <Keys keys={keys} />
            </th>
            <td>{effect}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All shortcuts, and the switch for those of single characters. */
export default function Help({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const query = useQuery(preferencesQuery);
  const keep = async (shortcuts: boolean): Promise<void> => {
    if (query.data === undefined) return;
    const chosen = { ...query.data, shortcuts };
    client.setQueryData(preferencesQuery.queryKey, chosen);
    await sendJson('PUT', '/preferences', chosen).catch(() => query.refetch());
  };
  return (
    <Dialog title={t.shortcuts.title} onClose={onClose}>
      <p>{t.shortcuts.lead}</p>
      <KeyTable />
      <p className="fp-muted">{t.shortcuts.elsewhere}</p>
      <Loaded query={query}>
        {({ shortcuts }) => (
          <div>
            <CheckInput label={t.shortcuts.off} value={shortcuts} onChange={(value) => void keep(value)} />
            <p className="fp-note">{t.shortcuts.offNote}</p>
          </div>
        )}
      </Loaded>
      <div className="fp-actions">
        <Button look="main" onPress={onClose}>
          {t.shortcuts.close}
        </Button>
        <Link to="/begriffe" onClick={onClose}>
          {t.terms.title}
        </Link>
      </div>
    </Dialog>
  );
}
