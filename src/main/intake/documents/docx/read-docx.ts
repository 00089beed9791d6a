import { type BlockText, createBlockText } from '../blocks.ts';
import type { ParsedText, ParseRequest, TellProgress } from '../wire.ts';
import { coreProperties, mainPart } from './parts.ts';
import { type NoteNumber, wordsListener } from './words.ts';
import { readXml, type XmlElement } from './xml.ts';
import { openZip, type ZipParts } from './zip.ts';

/** The words of a DOCX, its footnotes and endnotes after them, and its core properties. */
export async function readDocx(
  { bytes }: ParseRequest,
  tell: TellProgress,
): Promise<Omit<ParsedText, 'kind'>> {
  const parts = await openZip(bytes, tell);
  const main = await mainPart(parts);
  const out = createBlockText();
  const notes = new Map<string, number>();
  const noteNumber: NoteNumber = (kind, id) => {
    const key = `${kind} ${id}`;
    const number = notes.get(key) ?? notes.size + 1;
    notes.set(key, number);
    return number;
  };
  await readXml(parts.read(main), wordsListener(out, noteNumber));
  await addNotes({ parts, out, notes, folder: main.replace(/[^/]*$/, '') });
  const { title, author, published } = await coreProperties(parts);
  return { text: out.text(), title, author, published, publisher: null, url: null };
}

interface Notes {
  readonly parts: ZipParts;
  readonly out: BlockText;
  readonly notes: ReadonlyMap<string, number>;
  readonly folder: string;
}

/** In the order of their marks, each as `[1] words`. */
async function addNotes({ parts, out, notes, folder }: Notes): Promise<void> {
  const texts = new Map<number, string>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const found = await noteTexts(parts, `${folder}${kind}s.xml`, kind);
    for (const [id, text] of found) {
      const number = notes.get(`${kind} ${id}`);
      if (number !== undefined) texts.set(number, text);
    }
  }
  for (const [number, text] of [...texts].sort(([a], [b]) => a - b))
    out.add('paragraph', `[${number}] ${text}`);
}

async function noteTexts(
  parts: ZipParts,
  name: string,
  kind: 'footnote' | 'endnote',
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  if (!parts.has(name)) return texts;
  let lines = createBlockText();
  const listener = wordsListener(
    { add: (block, text) => lines.add(block, text), text: () => lines.text() },
    () => 0,
  );
  const isNote = (element: XmlElement): boolean => element.name === kind;
  let id = '';
  await readXml(parts.read(name), {
    ...listener,
    open: (element) => {
      if (isNote(element)) {
        id = element.attribute('id') ?? '';
        lines = createBlockText();
      }
      listener.open?.(element);
    },
    close: (element) => {
      listener.close?.(element);
      if (isNote(element)) texts.set(id, lines.text());
    },
  });
  return texts;
}
