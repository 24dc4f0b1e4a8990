import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { ProjectsSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { chosenColumns, type ProjectColumn } from './columns.tsx';

/** Columns at will: each item switches one on or off, the menu stays open. */
export function ColumnMenu(props: {
  all: readonly ProjectColumn[];
  search: ProjectsSearch;
  onChange: (change: Partial<ProjectsSearch>) => void;
}) {
  const { t } = useLanguage();
  const { all, search, onChange } = props;
  const shown = chosenColumns(all, search.spalten).map((column) => column.key);
  return (
    <MenuTrigger>
      <Button look="plain">
        <span className="fp-drop">{t.portfolio.columns}</span>
      </Button>
      <Popover className="fp-pop" placement="bottom end" offset={4}>
        <Menu
          className="fp-menu"
          aria-label={t.portfolio.columns}
          selectionMode="multiple"
          selectedKeys={shown}
          onSelectionChange={(keys) => {
            const wanted = all.filter((column) => keys === 'all' || keys.has(column.key));
            onChange({
              spalten: ['name', ...wanted.map((column) => column.key).filter((key) => key !== 'name')].join(','),
            });
          }}
        >
          {all
            .filter((column) => column.key !== 'name')
            .map((column) => (
              <MenuItem key={column.key} id={column.key}>
                {column.label}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
