import { PlumblineError } from '#shared/errors.ts';
import { dayFrom, described } from '../day.ts';
import { readXml } from './xml.ts';
import type { ZipParts } from './zip.ts';

/** Where the parts of a DOCX are, and what it says of itself. */
const TYPES = '[content_types].xml';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Name of the part that holds the words. Throws DOCUMENT_TYPE for workbooks, templates and documents with macros. */
export async function mainPart(parts: ZipParts): Promise<string> {
  if (parts.names.some((name) => /(?:^|\/)vbaproject\.bin$/.test(name)))
    throw new PlumblineError('DOCUMENT_TYPE', ['The document holds macros; save it as a plain .docx.']);
  const found: string[] = [];
  if (!parts.has(TYPES)) throw noDocx();
  await readXml(parts.read(TYPES), {
    open: ({ name, attribute }) => {
      const part = attribute('PartName');
      if (name === 'Override' && attribute('ContentType') === MAIN_TYPE && part !== null)
        found.push(part.replace(/^\//, '').toLowerCase());
    },
  });
  const [part] = found;
  if (part === undefined || !parts.has(part)) throw noDocx();
  return part;
}

function noDocx(): PlumblineError {
  return new PlumblineError('DOCUMENT_TYPE', ['The file is no DOCX document, whatever its name says.']);
}

export interface CoreProperties {
  readonly title: string | null;
  readonly author: string | null;
  /** Day on which the document was made. */
  readonly published: string | null;
}

export async function coreProperties(parts: ZipParts): Promise<CoreProperties> {
  const found = new Map<string, string>();
  let open: string | null = null;
  if (parts.has('docprops/core.xml'))
    await readXml(parts.read('docprops/core.xml'), {
      open: ({ name }) => {
        open = name;
      },
      close: () => {
        open = null;
      },
      text: (text) => {
        if (open !== null) found.set(open, `${found.get(open) ?? ''}${text}`.slice(0, 1_000));
      },
    });
  return {
    title: described(found.get('title')),
    author: described(found.get('creator')),
    published: dayFrom(found.get('created') ?? ''),
  };
}
