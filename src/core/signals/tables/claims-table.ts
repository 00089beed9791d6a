import { widenedForAgreement } from '../../figures/written-precision.ts';
import type { CitationFacts, FigureFacts, SourceFacts } from '../../model/ledger-view.ts';
import type { UnitId } from '../../quantities/unit.ts';
import { byText } from '../../text-order.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

interface Library {
  readonly sources: readonly SourceFacts[];
  readonly citations: readonly CitationFacts[];
}

/** Claims on one matter side by side: in which words, how wide these are, and on what their source rests itself. */
export function claimsTable(
  claims: readonly FigureFacts[],
  unit: UnitId,
  { sources, citations }: Library,
): EvidenceTable {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const restsOn = (sourceId: string) =>
    citations
      .filter((citation) => citation.sourceId === sourceId)
      .flatMap(({ citesId }) => titles.get(citesId) ?? [])
      .toSorted(byText)
      .join('; ');
  return tableOf(
    'Side by side',
    [
      ['Source', ''],
      ['Grade', ''],
      ['Words', ''],
      ['As wide as its words', unit],
      ['Rests on', ''],
    ],
    claims.map((claim) => [
      claim.source.title,
      claim.source.reliability,
      claim.wording ?? '',
      widenedForAgreement(claim),
      restsOn(claim.sourceId),
    ]),
  );
}
