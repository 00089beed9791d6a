import { ActionIcon, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconChartBar, IconFileTypeCsv, IconPhotoDown, IconTable } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Canvas } from './canvas.tsx';
import classes from './chart.module.css';
import { type ChartTable, csvOf } from './chart-table.ts';
import { heightOf, type IntervalBars, intervalBarsConfig } from './interval-bars.ts';
import { usePagePalette } from './page-palette.ts';
import type { Palette } from './palette.ts';
import { pictureOf } from './picture.ts';
import { fileNameOf, saveFile } from './save-file.ts';
import { TableView } from './table-view.tsx';

interface ChartProps {
  readonly title: string;
  /** What the chart says, in a sentence: under the title, in the picture, and for readers who do not see it. */
  readonly note: string;
  /** Kept by the caller while nothing changed; a new one draws anew. */
  readonly bars: IntervalBars;
  readonly table: ChartTable;
  /** Called with the index of the bar, or of the row of the table, that was chosen. */
  readonly onPick?: ((index: number) => void) | undefined;
  /** Inside another section: smaller title, no movement. */
  readonly isSmall?: boolean;
}

/** Horizontal bars with their ranges, the table behind them, and both as files. */
export function Chart({ title, note, bars, table, onPick, isSmall = false }: ChartProps) {
  const [isTable, setIsTable] = useState(false);
  const palette = usePagePalette();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const config = useConfig(bars, palette, { isSmall, onPick });
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
        <Canvas config={config} height={heightOf(bars)} label={`${title}. ${note}`} canvasRef={canvasRef} />
      )}
    </Frame>
  );
}

interface Behaviour {
  readonly isSmall: boolean;
  readonly onPick: ChartProps['onPick'];
}

/** The same object until what is drawn changes: a new handler alone does not draw anew. */
function useConfig(bars: IntervalBars, palette: Palette, { isSmall, onPick }: Behaviour) {
  const isAnimated = !useReducedMotion() && !isSmall;
  const latest = useRef(onPick);
  useEffect(() => {
    latest.current = onPick;
  }, [onPick]);
  const isPickable = onPick !== undefined;
  return useMemo(() => {
    const pick = isPickable ? (index: number) => latest.current?.(index) : undefined;
    return intervalBarsConfig({ bars, palette, isAnimated, onPick: pick });
  }, [bars, palette, isAnimated, isPickable]);
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
