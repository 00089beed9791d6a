import type { ProposedSource } from '#core/extract/report.ts';
import type { ParsedDocument } from '#shared/contract/documents.ts';

/**
 * Title, publisher, author, address and day of a document. Law: what the file says of itself comes before what its words
 * suggest, but for the day of a PDF or DOCX, where the file only knows when it was made.
 */
export function proposedSource(parsed: ParsedDocument, words: ProposedSource): ProposedSource {
  const isMadeLater = parsed.kind === 'pdf' || parsed.kind === 'docx';
  return {
    title: parsed.title ?? words.title,
    publisher: parsed.publisher ?? words.publisher,
    author: parsed.author ?? words.author,
    url: parsed.url ?? words.url,
    published: isMadeLater ? (words.published ?? parsed.published) : (parsed.published ?? words.published),
    cites: words.cites,
  };
}
