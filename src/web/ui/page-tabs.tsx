import { Link, type LinkProps } from '@tanstack/react-router';

/** The ways between pages that belong together; a page below one of them keeps its tab marked unless it is `exact`. */
export function PageTabs({
  label,
  pages,
}: {
  label: string;
  pages: readonly { to: LinkProps['to']; label: string; exact?: boolean }[];
}) {
  return (
    <nav className="fp-tabs" aria-label={label}>
      {pages.map((page) => (
        <Link key={page.to} to={page.to} activeOptions={{ exact: page.exact ?? false, includeSearch: false }}>
          {page.label}
        </Link>
      ))}
    </nav>
  );
}
