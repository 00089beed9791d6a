import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Cell } from '#core/model/field.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { useCanWrite, useMoment } from '#renderer/app/moment.ts';
import { choiceText } from '#renderer/app/numbers.ts';
import { openForm } from '#renderer/forms/open-form.ts';
import { statedWithUnit } from '#renderer/tables/cell-text.ts';
import { type Row, rowsOf, textIn } from '#renderer/tables/row.ts';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';

const MOST = 50;

/** Every amount on file of a deal, best source first, so that sources that disagree are seen at once. */
export function AmountsOfDeal({ deal }: { readonly deal: Entry }) {
  const openEntry = useOpenEntry();
  const { data } = useAsk('entries', 'page', {
    table: 'figures',
    limit: MOST,
    filters: [{ key: 'deal_id', op: 'equals', operand: deal.id }],
    sort: [
      { key: 'metric', descending: false },
      { key: 'reliability', descending: false },
    ],
    ...useMoment(),
  });
  const payerId = usePayer(deal);
  const canWrite = useCanWrite();
  if (data === undefined) return null;
  const rows = rowsOf(data.keys, data.rows);
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>Amounts by source</h3>
      {rows.length === 0 ? <p className={classes.dim}>No source on file states an amount.</p> : null}
      <ul className={classes.amounts}>
        {rows.map((row) => (
          <li key={textIn(row, 'id')}>
            <button type="button" className={classes.amountRow} onClick={() => openEntry(textIn(row, 'id'))}>
              <span className={classes.amountText}>{statedWithUnit(row)}</span>
              <span className={classes.amountAbout}>{aboutText(row)}</span>
              <span className={classes.amountSource}>
                {textIn(row, 'source')}
                <span className={classes.grade}>{textIn(row, 'reliability')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {canWrite ? (
        <Button
          variant="subtle"
          size="compact-xs"
          mt={6}
          leftSection={<IconPlus size={14} />}
          onClick={() => openForm('figure', { preset: amountPreset(deal, payerId) })}
        >
          Add an amount
        </Button>
      ) : null}
    </section>
  );
}

/** Which amount of the deal, and how firm: "headline, reported" or "rate, derived, per year". */
function aboutText(row: Row): string {
  const metric = choiceText(textIn(row, 'metric') ?? '').replace('deal ', '');
  return [metric, choiceText(textIn(row, 'status') ?? ''), textIn(row, 'period_label')]
    .filter((part) => part !== null)
    .join(', ');
}

/** An amount of a deal is a figure about its payer. */
function usePayer({ rests }: Entry): string | null {
  const party = rests.find(({ noun, name }) => noun === 'deal-party' && name.endsWith('(payer)'));
  const moment = useMoment();
  const { data } = useAsk(
    'entries',
    'get',
    { id: party?.id ?? '', ...moment },
    { enabled: party !== undefined },
  );
  const id = data?.versions[0]?.fields.entityId;
  return typeof id === 'string' ? id : null;
}

function amountPreset({ id, versions }: Entry, payerId: string | null): Readonly<Record<string, Cell>> {
  return {
    dealId: id,
    metric: 'deal-headline',
    entityId: payerId,
    sourceId: versions[0]?.fields.sourceId ?? null,
  };
}
