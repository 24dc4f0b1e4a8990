import { type PlainCell, saveAsXlsx } from '../api/sheets.ts';
import { useLanguage } from '../language/context.tsx';
import { download, toCsv } from '../ui/csv.ts';
import { MenuAction, MenuButton } from '../ui/menu.tsx';
import { notify } from '../ui/toast.tsx';

export interface PlainTable {
  head: string[];
  lines: PlainCell[][];
}

/** Exactly what is shown, as a file: the same rows in the same order. The table is made when a file is asked for. */
export function ExportMenu({ name, table }: { name: string; table: () => PlainTable }) {
  const { t, language } = useLanguage();
  const xlsx = (): void => {
    const { head, lines } = table();
    saveAsXlsx(name, head, lines).catch(() => notify(t.states.offline));
  };
  const csv = (): void => {
    const { head, lines } = table();
    download(`${name}.csv`, toCsv([head, ...lines], language === 'de'));
  };
  return (
    <MenuButton label={t.portfolio.exportFile}>
      <MenuAction label={t.portfolio.asXlsx} onAction={xlsx} />
      <MenuAction label={t.portfolio.asCsv} onAction={csv} />
    </MenuButton>
  );
}
