import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartBar, IconFileTypeCsv, IconPhotoDown, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Canvas, type Drawn } from './canvas.tsx';
import classes from './chart.module.css';
import { type ChartTable, csvOf } from './chart-table.ts';
import type { Palette } from './palette.ts';
import { pictureOf } from './picture.ts';
import { fileNameOf, saveFile } from './save-file.ts';
import { TableView } from './table-view.tsx';

export interface ChartWords {
  readonly title: string;
  /** What the chart says, in a sentence: under the title, in the picture, and for readers who do not see it. */
  readonly note: string;
  readonly table: ChartTable;
  /** Called with the index of what was chosen: a bar, a point, or its row of the table. */
  readonly onPick?: ((index: number) => void) | undefined;
  /** Inside another section: smaller title, no movement. */
  readonly isSmall?: boolean;
}

interface ChartFrameProps extends ChartWords {
  readonly config: Drawn;
  /** Pixels. */
  readonly height: number;
  readonly palette: Palette;
}

/** Around every chart: its title, what it says, the table behind it, and both as files. */
export function ChartFrame({ config, height, palette, ...words }: ChartFrameProps) {
  const { title, note, table, onPick, isSmall = false } = words;
  const [isTable, setIsTable] = useState(false);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const savePicture = async () => {
    if (canvasRef.current === null) return;
    saveFile(fileNameOf(title, 'png'), await pictureOf(canvasRef.current, { title, note }, palette));
  };
  const saveTable = () => saveFile(fileNameOf(title, 'csv'), new Blob([csvOf(table)], { type: 'text/csv' }));
  return (
    <Frame
      title={title}
      note={note}
      isSmall={isSmall}
      tools={
        <>
          <Tool label={isTable ? 'Show as chart' : 'Show as table'} onClick={() => setIsTable(!isTable)}>
            {isTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
          </Tool>
          <Tool label="Save PNG" isDisabled={isTable} onClick={() => void savePicture()}>
            <IconPhotoDown size={16} />
          </Tool>
          <Tool label="Save CSV" onClick={saveTable}>
            <IconFileTypeCsv size={16} />
          </Tool>
        </>
      }
    >
      {isTable ? (
        <TableView caption={title} table={table} onPick={onPick} />
      ) : (
        <Canvas config={config} height={height} label={`${title}. ${note}`} canvasRef={canvasRef} />
      )}
    </Frame>
  );
}

interface FrameProps {
  readonly title: string;
  readonly note: string;
  readonly isSmall: boolean;
  readonly tools: ReactNode;
  readonly children: ReactNode;
}

function Frame({ title, note, isSmall, tools, children }: FrameProps) {
  const titleId = useId();
  const Title = isSmall ? 'h3' : 'h2';
  return (
    <section className={classes.chart} aria-labelledby={titleId} data-small={isSmall || undefined}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <Title id={titleId} className={classes.title}>
            {title}
          </Title>
          <p className={classes.note}>{note}</p>
        </div>
        <div className={classes.tools}>{tools}</div>
      </header>
      {children}
    </section>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
