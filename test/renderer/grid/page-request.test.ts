import { describe, expect, it } from 'vitest';
import { bound, boundsIn, withChosen, withContains } from '#renderer/grid/conditions.ts';
import { pageRequest } from '#renderer/grid/page-request.ts';

describe('a page of a table', () => {
  it('asks the host to sort and to filter', () => {
    const read = bound({ more: '10bn', less: '1tn' }, false);
    if ('refused' in read) throw new Error(read.refused);
    const request = pageRequest(
      { table: 'deals', search: 'cloud', retracted: false, asOf: null, knownAt: null },
      {
        startRow: 100,
        endRow: 200,
        sortModel: [
          { colId: 'amount', sort: 'desc' },
          { colId: 'deal', sort: 'asc' },
        ],
        filterModel: {
          amount: read,
          status: withChosen(withContains({ conditions: [] }, 'sign'), ['signed', '']),
        },
      },
    );
    expect(request).toEqual({
      table: 'deals',
      search: 'cloud',
      retracted: false,
      asOf: null,
      knownAt: null,
      offset: 100,
      limit: 100,
      sort: [
        { key: 'amount', descending: true },
        { key: 'deal', descending: false },
      ],
      filters: [
        { key: 'amount', op: 'more', operand: 10e9 },
        { key: 'amount', op: 'less', operand: 1e12 },
        { key: 'status', op: 'contains', operand: 'sign' },
        { key: 'status', op: 'in', operand: ['signed', ''] },
      ],
    });
    expect(boundsIn(read, false)).toEqual({ more: '10bn', less: '1tn' });
  });

  it('refuses a bound that is no number, and a day that is none', () => {
    expect(bound({ more: 'many', less: '' }, false)).toHaveProperty('refused');
    expect(bound({ more: '2025-13-01', less: '' }, true)).toHaveProperty('refused');
    expect(bound({ more: '2025-11-03', less: '' }, true)).toEqual({
      conditions: [{ op: 'more', operand: '2025-11-03' }],
    });
  });
});
