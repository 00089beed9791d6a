import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconFilePlus, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from './asking.ts';
import { tellFailure } from './jobs.tsx';
import classes from './ledger-menu.module.css';
import { openLedger } from './ledgers.ts';
import { NewLedger } from './new-ledger.tsx';

/** The ledger that is open, and the way to another. */
export function LedgerMenu() {
  const { data: ledger } = useAsk('ledger', 'info', {});
  const { data: state } = useAsk('shell', 'state', {});
  const [isNaming, setNaming] = useState(false);
  const others = (state?.recents ?? []).filter(({ isOpen }) => !isOpen);
  const open = (id: string) => openLedger(id).catch((error: unknown) => tellFailure('Open', error));
  return (
    <>
      <Menu position="bottom-start" width={340}>
        <Menu.Target>
          <UnstyledButton className={classes.target} aria-label={`Ledger: ${ledger?.name ?? ''}`}>
            <span className={classes.name}>{ledger?.name ?? ''}</span>
            {ledger?.isReadOnly === true ? <span className={classes.mark}>read only</span> : null}
            <IconChevronDown size={15} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {ledger === undefined ? null : <p className={classes.where}>{ledger.folder}</p>}
          {others.length === 0 ? null : <Menu.Label>Recent ledgers</Menu.Label>}
          {others.slice(0, 8).map(({ id, name, folder }) => (
            <Menu.Item key={id} leftSection={<IconFolderOpen size={16} />} onClick={() => void open(id)}>
              {name}
              <span className={classes.folder}>{folder}</span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconFilePlus size={16} />} onClick={() => setNaming(true)}>
            New ledger …
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NewLedger isOpen={isNaming} onClose={() => setNaming(false)} />
    </>
  );
}
