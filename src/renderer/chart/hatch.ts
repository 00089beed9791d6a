/** A diagonal hatch for remainders and things without a verdict: told apart by pattern, not by colour alone. */
export function hatch(solid: string, soft: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const pen = tile.getContext('2d');
  if (pen === null) return soft;
  pen.fillStyle = soft;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = solid;
  pen.lineWidth = 1.4;
  for (const shift of [-8, 0, 8]) {
    pen.beginPath();
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    pen.stroke();
  }
  return pen.createPattern(tile, 'repeat') ?? soft;
}
