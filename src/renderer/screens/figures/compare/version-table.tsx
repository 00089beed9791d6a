import { Button } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { dayText } from '#renderer/app/numbers.ts';
import classes from './compare.module.css';
import type { Matter, Version } from './told.ts';
import {
  basisText,
  isInForce,
  originText,
  spelledText,
  statedText,
  takersOf,
  verdictText,
} from './version-words.ts';

interface VersionTableProps {
  readonly matter: Matter;
  readonly onOpen: (id: string) => void;
  /** Left out where nothing can be picked: a day, a past moment, a ledger open for reading. */
  readonly onPick: ((figureId: string) => void) | undefined;
}

/** A row for each version; its amount opens the entry with the words of the source. */
export function VersionTable({ matter, onOpen, onPick }: VersionTableProps) {
  return (
    <div className={classes.tableBox}>
      <table className={classes.table}>
        <caption className="pl-unseen">Versions of {matter.name}</caption>
        <thead>
          <tr>
            <th scope="col">Stated</th>
            <th scope="col">Source and grade</th>
            <th scope="col">Basis and period</th>
            <th scope="col">Verdict</th>
            {onPick === undefined ? null : (
              <th scope="col">
                <span className="pl-unseen">Pick</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {matter.versions.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              matter={matter}
              onOpen={() => onOpen(version.id)}
              onPick={onPick === undefined ? undefined : () => onPick(version.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly matter: Matter;
  readonly onOpen: () => void;
  readonly onPick: (() => void) | undefined;
}

function VersionRow({ version, matter, onOpen, onPick }: VersionRowProps) {
  const counts = isInForce(version, matter);
  return (
    <tr data-apart={version.difference !== null || undefined} data-counts={counts || undefined}>
      <th scope="row">
        <button type="button" className={classes.open} onClick={onOpen}>
          {spelledText(version)}
        </button>
        {version.wording === null ? null : <span className={classes.sub}>“{version.wording}”</span>}
      </th>
      <SourceCell version={version} />
      <td>
        {basisText(version)}
        {version.definition === null ? null : <span className={classes.sub}>{version.definition}</span>}
      </td>
      <td>
        {verdictText(version, matter)}
        <Takers version={version} matter={matter} />
      </td>
      {onPick === undefined ? null : <PickCell version={version} matter={matter} onPick={onPick} />}
    </tr>
  );
}

function SourceCell({ version }: { readonly version: Version }) {
  const { source, publisher, publishedOn } = version;
  const origin = originText(version);
  const facts = [
    `Grade ${version.reliability}${version.credibility ?? ''}`,
    ...(version.isPrimary ? ['primary'] : []),
    ...(publisher === null ? [] : [publisher]),
    ...(publishedOn === null ? [] : [dayText(publishedOn)]),
  ];
  return (
    <td className={classes.source}>
      {source}
      <span className={classes.sub}>{facts.join(' · ')}</span>
      {origin === null ? null : <span className={classes.sub}>{origin}</span>}
    </td>
  );
}

function Takers({ version, matter }: Pick<VersionRowProps, 'version' | 'matter'>) {
  const takers = takersOf(version, matter);
  if (takers.length === 0) return null;
  return <span className={classes.sub}>Taken by: {takers.join(', ')}</span>;
}

function PickCell({
  version,
  matter,
  onPick,
}: Pick<VersionRowProps, 'version' | 'matter'> & { onPick: () => void }) {
  const isPicked = matter.pick?.figureId === version.id && matter.pick.state === 'picked';
  if (version.difference !== null || version.interval === null) return <td />;
  return (
    <td className={classes.pickCell}>
      {isPicked ? (
        <span className={classes.pinned}>
          <IconPin size={14} aria-hidden /> Picked
        </span>
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Pick ${statedText(version)} of ${version.source}`}
          onClick={onPick}
        >
          Pick
        </Button>
      )}
    </td>
  );
}
