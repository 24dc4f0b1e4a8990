import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, problemIn } from '../../api/client.ts';
import { savedViewsQuery } from '../../api/queries.ts';
import type { SavedView } from '../../api/types.ts';
import { type ProjectsSearch, projectsSearch } from '../../app/search.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { RestoredDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckInput, TextInput } from '../../ui/form.tsx';
import { MenuAction, MenuButton } from '../../ui/menu.tsx';
import { notify } from '../../ui/toast.tsx';

const query = savedViewsQuery('projekte');

function Keep({ search, onClose }: { search: ProjectsSearch; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [{ name, shared }, setDraft, forget, kept] = useDraft('saved view', { name: '', shared: false });
  const action = useFormAction();
  const keep = async (): Promise<void> => {
    const view = await change<SavedView>('POST', '/saved-views/projekte', { body: { name, shared, search } });
    await client.invalidateQueries({ queryKey: query.queryKey });
    forget();
    onClose();
    notify(t.portfolio.kept(view.name));
  };
  return (
    <Dialog title={t.portfolio.keepTitle} onClose={onClose}>
      <RestoredDraft kept={kept} />
      <Form problem={action.problem} onSend={action.send(keep, { name })}>
        <TextInput
          label={t.portfolio.viewName}
          value={name}
          onChange={(typed) => setDraft((old) => ({ ...old, name: typed }))}
          required
          error={action.errorAt('/name')}
        />
        <CheckInput
          label={t.portfolio.share}
          value={shared}
          onChange={(on) => setDraft((old) => ({ ...old, shared: on }))}
        />
        <div className="fp-actions">
          <Button look="main" type="submit" isDisabled={action.busy}>
            {t.form.save}
          </Button>
          <Button onPress={onClose}>{t.form.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Manage({ views, onClose }: { views: readonly SavedView[]; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const forget = async (view: SavedView): Promise<void> => {
    try {
      await change('DELETE', `/saved-views/projekte/${view.id}`);
      notify(t.portfolio.forgotten(view.name));
    } catch (error) {
      notify(problemIn(error).title);
    }
    await client.invalidateQueries({ queryKey: query.queryKey });
  };
  return (
    <Dialog title={t.portfolio.viewsOwn} onClose={onClose}>
      <ul className="fp-list">
        {views.map((view) => (
          <li key={view.id}>
            {view.name}{' '}
            <Button look="quiet" aria-label={t.portfolio.forget(view.name)} onPress={() => void forget(view)}>
              {t.edit.remove}
            </Button>
          </li>
        ))}
      </ul>
      <div className="fp-actions">
        <Button onPress={onClose}>{t.form.close}</Button>
      </div>
    </Dialog>
  );
}

/** Named views of the list: own ones and shared ones; each is nothing but an address. */
export function SavedViews(props: { search: ProjectsSearch; onOpen: (search: ProjectsSearch) => void }) {
  const { t } = useLanguage();
  const { search, onOpen } = props;
  const { data } = useQuery(query);
  const [dialog, setDialog] = useState<'keep' | 'manage' | null>(null);
  const views = data?.views ?? [];
  const own = views.filter((view) => view.own);
  const close = (): void => setDialog(null);
  return (
    <>
      <MenuButton label={t.portfolio.views}>
        {views.map((view) => (
          <MenuAction
            key={view.id}
            label={view.own ? view.name : `${view.name} (${t.portfolio.viewsShared})`}
            onAction={() => onOpen(projectsSearch(view.search))}
          />
        ))}
        <MenuAction label={t.portfolio.keep} onAction={() => setDialog('keep')} />
        {own.length > 0 && <MenuAction label={t.portfolio.manage} onAction={() => setDialog('manage')} />}
      </MenuButton>
      {dialog === 'keep' && <Keep search={search} onClose={close} />}
      {dialog === 'manage' && <Manage views={own} onClose={close} />}
    </>
  );
}
