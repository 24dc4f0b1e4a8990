import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DiscussedKind } from '../../agenda/index.ts';
import { change, problemIn } from '../api/client.ts';
import { discussionQuery, meQuery } from '../api/queries.ts';
import type { DiscussionAnswer } from '../api/types.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { Loaded } from '../ui/states.tsx';
import { notify } from '../ui/toast.tsx';
import { CommentForm } from './comment-form.tsx';

type Comment = DiscussionAnswer['comments'][number];

/** A text with the names of those who are mentioned in bold. */
function Words({ text, names }: { text: string; names: readonly string[] }) {
  const parts = names.reduce<string[]>(
    (found, name) => found.flatMap((part) => (part.startsWith('@') ? [part] : splitAt(part, `@${name}`))),
    [text],
  );
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order.
  return parts.map((part, index) => (part.startsWith('@') ? <b key={index}>{part}</b> : part));
}

function splitAt(text: string, name: string): string[] {
  return text.split(name).flatMap((part, index) => (index === 0 ? [part] : [name, part]));
}

function Remark({ comment, onDelete }: { comment: Comment; onDelete: (() => void) | undefined }) {
  const { t, f } = useLanguage();
  return (
    <li>
      <p className="fp-muted">
        <b>{comment.authorName}</b> · {f.timestamp(comment.at)}{' '}
        {onDelete && (
          <Button look="quiet" aria-label={t.discussion.deleteNamed(comment.authorName)} onPress={onDelete}>
            {t.discussion.delete}
          </Button>
        )}
      </p>
      <p className="fp-pre">
        <Words text={comment.text} names={comment.mentionNames} />
      </p>
    </li>
  );
}

/** What is said about a record, and whether the reader is told of what happens to it. */
export function Discussion({ kind, id }: { kind: DiscussedKind; id: string }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const query = useQuery(discussionQuery(kind, id));
  const { data: me } = useQuery(meQuery);
  const { queryKey } = discussionQuery(kind, id);
  const path = `/discussions/${kind}/${encodeURIComponent(id)}`;
  const told = (error: unknown): void => {
    const problem = problemIn(error);
    notify(problem.detail ?? problem.title);
  };
  const watch = async (watching: boolean): Promise<void> => {
    try {
      client.setQueryData(queryKey, await change<DiscussionAnswer>('PUT', `${path}/watch`, { body: { watching } }));
    } catch (error) {
      told(error);
    }
  };
  const remove = async (comment: Comment): Promise<void> => {
    try {
      await change('DELETE', `/comments/${comment.id}`);
      await client.invalidateQueries({ queryKey });
      notify(t.discussion.deleted);
    } catch (error) {
      told(error);
    }
  };
  const mayDelete = me?.permissions.includes('administer') === true;
  return (
    <Section
      gap
      title={t.discussion.title}
      end={
        query.data && (
          <Button look="quiet" onPress={() => void watch(!query.data.watching)}>
            {query.data.watching ? t.discussion.unwatch : t.discussion.watch}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ comments, watching, watchers }) => (
          <div className="fp-talk fp-noprint">
            {comments.length === 0 ? (
              <p className="fp-muted">{t.discussion.none}</p>
            ) : (
              <ul className="fp-list" aria-label={t.discussion.title}>
                {comments.map((one) => (
                  <Remark
                    key={one.id}
                    comment={one}
                    onDelete={one.own || mayDelete ? () => void remove(one) : undefined}
                  />
                ))}
              </ul>
            )}
            {watchers > 0 && (
              <p className="fp-note" role="status">
                {t.discussion.watchers(watchers)}. {watching && t.discussion.watching}
              </p>
            )}
            {me?.permissions.includes('comment') && (
              <CommentForm path={path} onSent={(answer) => client.setQueryData(queryKey, answer)} />
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}
