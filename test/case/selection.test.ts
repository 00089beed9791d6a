import { describe, expect, it } from 'vitest';
import { mostReliableFirst } from '#core/figures/ranking.ts';
import type { FigureFacts } from '#core/model/ledger-view.ts';
import { amountText } from '#core/quantities/amount-text.ts';
import { sampleBatches } from '#main/intake/sample-case.ts';
import { type LaidEntry, laid } from './laid-ledger.ts';

/** Which version the policy "most reliable" takes where the documents disagree. */
const entries = laid(sampleBatches());
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const figures = entries.filter(({ noun }) => noun === 'figure');

function factsOf(entry: LaidEntry): FigureFacts {
  const source = byId.get(String(entry.fields.sourceId))?.fields;
  /** One commit for all: nothing may hang on the order of recording or on ids. */
  return {
    ...entry.fields,
    id: '',
    recordedSeq: 1,
    quote: null,
    source: { ...source },
  } as unknown as FigureFacts;
}

function chosen(isVersion: (fields: LaidEntry['fields']) => boolean): string {
  const versions = figures.filter(({ fields }) => isVersion(fields) && fields.point !== null).map(factsOf);
  const [first, second] = versions.toSorted(mostReliableFirst);
  if (first === undefined) return 'undisclosed';
  if (second !== undefined && mostReliableFirst(first, second) === 0 && first.point !== second.point)
    return 'a tie';
  return amountText(first.point ?? 0, first.unit);
}

const dealNamed = (name: string) =>
  entries.find(({ noun, fields }) => noun === 'deal' && fields.name === name)?.id;
const headline = (deal: string) => (fields: LaidEntry['fields']) =>
  fields.dealId === dealNamed(deal) && fields.metric === 'deal-headline';
const ofOpenAi = (metric: string, basis: string) => (fields: LaidEntry['fields']) =>
  byId.get(String(fields.entityId))?.fields.name === 'OpenAI' &&
  fields.metric === metric &&
  fields.basis === basis;

describe('the policy "most reliable" on the case', () => {
  it.each([
    ['OpenAI buys cloud compute from AWS', 'USD 38bn'],
    ['OpenAI buys cloud compute from Oracle', 'USD 300bn'],
    ['OpenAI buys cloud compute from Microsoft', 'USD 250bn'],
    ['OpenAI buys cloud compute from CoreWeave', 'USD 22.4bn'],
    ['OpenAI buys cloud compute from Google', 'undisclosed'],
    ['OpenAI buys chips from Broadcom', 'undisclosed'],
    ['OpenAI buys chips from AMD', 'undisclosed'],
    ['OpenAI buys chips from Nvidia', 'undisclosed'],
    ['Microsoft invests in OpenAI', 'USD 13bn'],
    ['Amazon invests in Anthropic', 'USD 8bn'],
  ])('%s: %s', (deal, amount) => expect(chosen(headline(deal))).toBe(amount));

  it.each([
    ['revenue', 'fiscal-year', 'USD 13bn'],
    ['revenue', 'quarter', 'USD 3.25bn'],
    ['net-loss', 'quarter', 'USD 12bn'],
    ['total-commitments', 'stock', 'USD 1.4tn'],
    ['valuation', 'stock', 'USD 500bn'],
  ])('OpenAI, %s, %s: %s', (metric, basis, amount) => expect(chosen(ofOpenAi(metric, basis))).toBe(amount));

  it('makes eight supplier deals of OpenAI, named ones of USD 610.4bn', () => {
    const supplied = entries.filter(
      ({ noun, fields }) => noun === 'deal' && String(fields.name).startsWith('OpenAI buys '),
    );
    const amounts = supplied.map(({ fields }) => chosen(headline(String(fields.name))));
    const named = amounts.filter((amount) => amount !== 'undisclosed');
    const sum = named.reduce((total, amount) => total + Number(/[\d.]+/.exec(amount)?.[0]), 0);
    expect([amounts.length, named.length, sum]).toEqual([8, 4, expect.closeTo(610.4, 9)]);
  });

  it('records the earlier share of AWS before the present ones, so that it never stands in for them', () => {
    const summaries = sampleBatches().map(({ summary, changes }) => ({
      summary,
      text: JSON.stringify(changes),
    }));
    const at = (wording: string) =>
      summaries.findIndex(({ text }) => text.includes(`"wording":"${wording}"`));
    expect(at('34 per cent')).toBeLessThan(at('31%'));
  });
});
