import type { RoundLink } from '../../api/status-round.ts';
import { CopyButton } from '../../identity/copy-button.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** The links that were just made: shown once, to be passed on. */
export function LinksDialog({ links, onClose }: { links: readonly RoundLink[]; onClose: () => void }) {
  const { t } = useLanguage();
  const all = links.map((one) => `${one.name}: ${one.link}`).join('\n');
  return (
    <Dialog title={t.statusRound.links} onClose={onClose}>
      <p>{t.statusRound.linksNote}</p>
      <ul className="fp-list">
        {links.map((one) => (
          <li key={one.request}>
            <p>
              <span className="fp-strong">{one.name}</span>{' '}
              <span className="fp-muted">{one.mailed ? t.statusRound.sent : t.statusRound.toCopy}</span>
            </p>
            <p className="fp-key">{one.link}</p>
          </li>
        ))}
      </ul>
      <div className="fp-actions">
        <Button look="main" onPress={onClose}>
          {t.statusRound.close}
        </Button>
        <CopyButton text={all} label={t.statusRound.copyAll} />
      </div>
    </Dialog>
  );
}
