import { encode } from 'uqr';
import type { Block, PaperColumn, TextBlock } from './paper';
import { ensure, INK, leave, points, ruled, take, type Pen } from './pen';

type Of<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

/** Between the columns of two, and of a table, points. */
const GUTTER = 8;

function text(pen: Pen, { text, size = 1, bold, tone, align = 'left' }: Omit<TextBlock, 'kind'>): void {
  const { pdf, x, width, type } = pen;
  take(pen, size, bold ? 'bold' : 'regular', tone ?? 'text');
  ensure(pen, pdf.heightOfString('X', { width }));
  pdf.text(text, x, pdf.y, { width, align, lineGap: type * 0.2 });
}

function title(pen: Pen, { text: words, note }: Of<'title'>): void {
  text(pen, { text: words, size: 1.9, bold: true, tone: 'brand' });
  if (note !== undefined) text(pen, { text: note, size: 1.1, tone: 'quiet' });
  leave(pen, pen.type * 0.5);
}

function heading(pen: Pen, { text: words }: Of<'heading'>): void {
  const { pdf, type } = pen;
  leave(pen, type * 0.8);
  ensure(pen, type * 5); // a heading stays with what it is over
  text(pen, { text: words, size: 1.15, bold: true, tone: 'brand' });
  ruled(pen);
  pdf.y += type * 0.45;
}

function rows(pen: Pen, { rows: given }: Of<'rows'>): void {
  const { pdf, x, width, type } = pen;
  take(pen);
  const widest = Math.max(...given.map(({ label }) => pdf.widthOfString(label)));
  const label = Math.min(widest + GUTTER * 1.5, width * 0.4);
  for (const row of given) {
    const value = { width: width - label, lineGap: type * 0.15 };
    take(pen);
    const named = pdf.heightOfString(row.label, { width: label - GUTTER });
    take(pen, 1, row.strong ? 'bold' : 'regular');
    const height = Math.max(pdf.heightOfString(row.value, value), named);
    ensure(pen, height);
    const { y } = pdf;
    pdf.text(row.value, x + label, y, value);
    take(pen, 1, 'regular', 'quiet');
    pdf.text(row.label, x, y, { width: label - GUTTER });
    pdf.y = y + height + type * 0.25;
  }
}

/** Left edges and widths of columns that share a width. */
function placesOf({ x, width }: Pen, columns: readonly PaperColumn[]): { readonly x: number; readonly width: number }[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const free = width - GUTTER * (columns.length - 1);
  let at = x;
  return columns.map(({ share }) => {
    const place = { x: at, width: (free * share) / all };
    at += place.width + GUTTER;
    return place;
  });
}

function table(pen: Pen, { columns, rows: given }: Of<'table'>): void {
  const { pdf, type } = pen;
  const places = placesOf(pen, columns);
  const line = (cells: readonly string[], draw: () => void): void => {
    draw();
    const options = places.map(({ width }, n) => ({ width, align: columns[n]?.align ?? 'left', lineGap: type * 0.1 }) as const);
    const height = Math.max(...cells.map((cell, n) => pdf.heightOfString(cell, options[n])));
    ensure(pen, height + type);
    draw();
    const { y } = pdf;
    cells.forEach((cell, n) => pdf.text(cell, places[n]?.x ?? 0, y, options[n]));
    pdf.y = y + height + type * 0.3;
    ruled(pen);
    pdf.y += type * 0.3;
  };
  line(
    columns.map(({ head }) => head),
    () => take(pen, 0.9, 'bold', 'quiet'),
  );
  for (const row of given) line(row, () => take(pen));
}

/** Items, each behind what `mark` draws at its place. */
function items(pen: Pen, given: readonly string[], mark: (y: number) => void): void {
  const { pdf, x, width, type } = pen;
  for (const item of given) {
    take(pen);
    const options = { width: width - type * 1.6, lineGap: type * 0.2 };
    ensure(pen, pdf.heightOfString(item, options));
    mark(pdf.y);
    take(pen);
    pdf.text(item, x + type * 1.6, pdf.y, options);
    pdf.y += type * 0.25;
  }
}

const list = (pen: Pen, { items: given }: Of<'list'>): void =>
  items(pen, given, (y) => pen.pdf.circle(pen.x + pen.type * 0.6, y + pen.type * 0.75, pen.type * 0.16).fill(INK.quiet));

const checks = (pen: Pen, { items: given }: Of<'checks'>): void =>
  items(pen, given, (y) =>
    pen.pdf
      .rect(pen.x, y + pen.type * 0.25, pen.type, pen.type)
      .lineWidth(0.8)
      .strokeColor(INK.text)
      .stroke(),
  );

function alert(pen: Pen, { text: words }: Of<'alert'>): void {
  const { pdf, x, width, type } = pen;
  const inside = { width: width - type * 1.6, align: 'left', lineGap: 0 } as const;
  take(pen, 1.5, 'bold', 'alert');
  const height = pdf.heightOfString(words, inside) + type * 0.7;
  ensure(pen, height);
  const { y } = pdf;
  pdf.rect(x, y, width, height).lineWidth(1.6).strokeColor(INK.alert).stroke();
  pdf.text(words, x + type * 0.8, y + type * 0.45, inside);
  pdf.y = y + height + type * 0.5;
}

/** How high a signature stands, mm. */
const SIGNED = 13;

function signature(pen: Pen, { label, value, picture: signed }: Of<'signature'>): void {
  const { pdf, x, width, type } = pen;
  const height = points(signed ? SIGNED : 9);
  ensure(pen, height + type);
  const { y } = pdf;
  take(pen, 1, 'regular', 'quiet');
  const beside = pdf.widthOfString(label) + GUTTER;
  pdf.text(label, x, y + height - type * 1.4, { lineBreak: false });
  const room = width - beside;
  if (signed) pdf.image(signed, x + beside, y, { fit: [room, height - 2], valign: 'bottom' });
  if (value !== undefined) {
    take(pen);
    pdf.text(value, x + beside, y + height - type * 1.4, { width: room, height: type * 1.4, ellipsis: true });
  }
  pdf
    .moveTo(x + beside, y + height)
    .lineTo(x + width, y + height)
    .lineWidth(0.8)
    .strokeColor(INK.quiet)
    .stroke();
  pdf.y = y + height + type * 0.6;
}

function picture(pen: Pen, { bytes, height }: Of<'picture'>): void {
  const { pdf, x, width } = pen;
  const high = points(height);
  ensure(pen, high);
  const { y } = pdf;
  pdf.image(bytes, x, y, { fit: [width, high], align: 'center', valign: 'center' });
  pdf.y = y + high + pen.type * 0.4;
}

/** Drawn as squares, so that it is sharp on any printer. */
function qr(pen: Pen, { text: words, width }: Of<'qr'>): void {
  const { pdf, x } = pen;
  const { size, data } = encode(words, { ecc: 'M', border: 0 });
  const module = points(width) / size;
  ensure(pen, points(width));
  const { y } = pdf;
  data.forEach((row, down) => row.forEach((isDark, across) => isDark && pdf.rect(x + across * module, y + down * module, module, module)));
  pdf.fill(INK.text);
  pdf.y = y + points(width) + pen.type * 0.3;
}

function beside(pen: Pen, { left, right, width }: Of<'beside'>): void {
  const { pdf } = pen;
  const { y } = pdf;
  const narrow = points(width);
  drawBlocks({ ...pen, width: pen.width - narrow - GUTTER }, left);
  const after = pdf.y;
  pdf.y = y;
  drawBlocks({ ...pen, x: pen.x + pen.width - narrow, width: narrow }, right);
  pdf.y = Math.max(after, pdf.y);
}

const DRAW: { readonly [K in Block['kind']]: (pen: Pen, block: Of<K>) => void } = {
  text,
  title,
  heading,
  rows,
  table,
  list,
  checks,
  alert,
  signature,
  picture,
  qr,
  beside,
  rule(pen) {
    ruled(pen);
    pen.pdf.y += pen.type * 0.6;
  },
  room: (pen, { height }) => leave(pen, points(height)),
};

/** Draws what stands on a paper, one below the other, from where the pen is. */
export function drawBlocks(pen: Pen, blocks: readonly Block[]): void {
  for (const block of blocks) (DRAW[block.kind] as (pen: Pen, block: Block) => void)(pen, block);
}
