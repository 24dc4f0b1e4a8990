import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../language/context.tsx';
import { Crumbs } from './crumbs.tsx';

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

/** Head of a page: where it stands; title and lead on the left, state and actions on the right. */
export function PageHead(props: {
  title: string;
  heading?: ReactNode;
  /** A filtered list to which the page belongs, as the last of what stands above it. */
  within?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  const { title, heading, within, lead, children } = props;
  return (
    <>
      <Crumbs within={within} />
      <div className="fp-head">
        <div>
          <PageTitle title={title}>{heading}</PageTitle>
          {lead && <p className="fp-lead">{lead}</p>}
        </div>
        {children && <div className="fp-actions fp-actions--page">{children}</div>}
      </div>
    </>
  );
}
