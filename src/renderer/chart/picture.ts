import type { Palette } from './palette.ts';

/** The chart as a PNG that can stand alone in a memo: its title, what it says, and a ground of its own. */
interface Caption {
  readonly title: string;
  readonly note: string;
}

const MARGIN = 16;
const HEAD = 44;

export async function pictureOf(
  canvas: HTMLCanvasElement,
  caption: Caption,
  palette: Palette,
): Promise<Blob> {
  const scale = canvas.width / canvas.clientWidth;
  const sheet = document.createElement('canvas');
  sheet.width = canvas.width + 2 * MARGIN * scale;
  sheet.height = canvas.height + (2 * MARGIN + HEAD) * scale;
  const pen = sheet.getContext('2d');
  if (pen === null) throw new Error('This window cannot draw pictures.');
  pen.fillStyle = palette.page;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  writeCaption(pen, caption, palette, scale);
  pen.drawImage(canvas, MARGIN * scale, (MARGIN + HEAD) * scale);
  return await blobOf(sheet);
}

function writeCaption(
  pen: CanvasRenderingContext2D,
  { title, note }: Caption,
  palette: Palette,
  scale: number,
): void {
  pen.textBaseline = 'top';
  pen.fillStyle = palette.text;
  pen.font = `650 ${15 * scale}px ${palette.font}`;
  pen.fillText(title, MARGIN * scale, MARGIN * scale);
  pen.fillStyle = palette.dim;
  pen.font = `${12 * scale}px ${palette.font}`;
  pen.fillText(note, MARGIN * scale, (MARGIN + 22) * scale);
}

function blobOf(sheet: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    sheet.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)),
      'image/png',
    );
  });
}
