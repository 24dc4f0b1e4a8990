import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../language/context.tsx';

/** Set at the first change of page inside the app: on the first page the browser's own focus order is right. */
const navigation = { happened: false };

export function markNavigation(): void {
  navigation.happened = true;
}

/** Title of a page: takes the focus after a change of page and names the document. */
export function PageTitle({
  title,
  className = 'fp-h1',
  children,
}: {
  title: string;
  className?: string;
  children?: ReactNode;
}) {
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title, t.product]);
  useEffect(() => {
    if (navigation.happened) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 className={className} tabIndex={-1} ref={heading}>
      {children ?? title}
    </h1>
  );
}

/** Head of a page: title and lead on the left, state and actions on the right. */
export function PageHead(props: { title: string; heading?: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  const { title, heading, lead, children } = props;
  return (
    <div className="fp-head">
      <div>
        <PageTitle title={title}>{heading}</PageTitle>
        {lead && <p className="fp-lead">{lead}</p>}
      </div>
      {children && <div className="fp-actions fp-actions--page">{children}</div>}
    </div>
  );
}
