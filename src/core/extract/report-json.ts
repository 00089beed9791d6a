import type { Extraction } from './report.ts';

/** What `plumbline extract --json` prints of one document: the format of the command line page, and no further keys. */
export function extractionJson(extraction: Extraction, sha256: string) {
  const { source, money, percents, quotes, deals, reactions, metrics, excluded } = extraction;
  return {
    source: {
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      published: source.published,
    },
    text_sha256: sha256,
    money: money.map(({ text, low, high, currency, qualifier, start, end }) => ({
      text,
      low,
      high,
      currency,
      qualifier,
      start,
      end,
    })),
    percents: percents.map(({ text, value, start, end }) => ({ text, value, start, end })),
    quotes: quotes.map(({ text, speaker, affiliation, role, start, end }) => ({
      text,
      speaker,
      affiliation,
      role,
      start,
      end,
    })),
    deals: deals.map(
      ({ parties, kind, low, high, currency, qualifier, termYears, status, evidenceStart, evidenceEnd }) => ({
        parties: parties.map(({ name, role }) => ({ name, role })),
        kind,
        low,
        high,
        currency,
        qualifier,
        termYears,
        status,
        evidenceStart,
        evidenceEnd,
      }),
    ),
    reactions: reactions.map(
      ({ entity, direction, percent, valueChange, currency, evidenceStart, evidenceEnd }) => ({
        entity,
        direction,
        percent,
        valueChange,
        currency,
        evidenceStart,
        evidenceEnd,
      }),
    ),
    metrics: metrics.map(
      ({ entity, metric, low, high, unit, period, qualifier, evidenceStart, evidenceEnd }) => ({
        entity,
        metric,
        low,
        high,
        unit,
        period,
        qualifier,
        evidenceStart,
        evidenceEnd,
      }),
    ),
    excluded: excluded.map(({ start, end, reason }) => ({ start, end, reason })),
  };
}
