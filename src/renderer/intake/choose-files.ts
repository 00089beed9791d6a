import { incomingFile, takeIn } from './take-in.ts';

/** Kinds of file that the reader understands; the host looks at the bytes, whatever the name says. */
const ACCEPTED =
  '.txt,.md,.markdown,.html,.htm,.pdf,.docx,text/plain,text/markdown,text/html,application/pdf';

/** Lets the analyst choose documents by the window of the system. */
export function chooseFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = ACCEPTED;
  input.addEventListener('change', () => void takeIn([...(input.files ?? [])].map(incomingFile)));
  input.click();
}
