import { Button, Menu } from '@mantine/core';
import {
  IconBraces,
  IconChevronDown,
  IconDatabaseExport,
  IconFileSpreadsheet,
  IconTable,
} from '@tabler/icons-react';
import type { TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { useShownScreen, useShownTable } from './go-to.ts';
import { backUpLedger, exportLedger } from './ledger-jobs.ts';
import { isPast, useMoment } from './moment.ts';

/** The table on screen; the overview is made of several and has none of its own. */
function useExportedTable(): { readonly id: TableId | 'signals'; readonly title: string } | null {
  const screen = useShownScreen();
  const table = useShownTable();
  if (screen === 'signals') return { id: 'signals', title: 'Signals' };
  const id = screen === 'history' ? 'history' : table;
  return id === null ? null : { id, title: tables[id].title };
}

export function ExportMenu() {
  const table = useExportedTable();
  const moment = useMoment();
  return (
    <Menu width={260}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={15} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isPast(moment) ? <Menu.Label>At the time you see</Menu.Label> : null}
        <Menu.Item
          leftSection={<IconFileSpreadsheet size={16} />}
          onClick={() => void exportLedger('xlsx', moment)}
        >
          Workbook (.xlsx)
        </Menu.Item>
        {table === null ? null : (
          <Menu.Item
            leftSection={<IconTable size={16} />}
            onClick={() => void exportLedger('csv', moment, table.id)}
          >
            {table.title} (.csv)
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconBraces size={16} />} onClick={() => void exportLedger('json', moment)}>
          Everything (.json)
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconDatabaseExport size={16} />} onClick={() => void backUpLedger()}>
          Back up the ledger
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
