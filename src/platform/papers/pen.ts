import PDFDocument from 'pdfkit';
import { fontOf, type Weight } from './fonts';
import { PAPER_SIZES, type Paper } from './paper';

export type Pdf = InstanceType<typeof PDFDocument>;

/** Points of a millimetre. */
const POINTS = 72 / 25.4;
export const points = (mm: number): number => mm * POINTS;

/** The colours of what is printed, as the letters have them: dark enough for a printer without colours. */
export const INK = { text: '#3b322a', brand: '#8a4b1f', quiet: '#6f6052', rule: '#d8c9b8', alert: '#b3261e' } as const;
export type Ink = keyof typeof INK;

/** By size of paper: what is left free at each side (mm), and its type (points). */
const LOOKS = { a4: { margin: 15, type: 9.5 }, label: { margin: 4, type: 9 }, card: { margin: 9, type: 10 } } as const;
/** Of the margin below a page with a foot, how much lies above it, mm. */
const ABOVE_FOOT = 4;

/** Where the foot of a page begins, points below what stands on it. */
export const footBelow = points(ABOVE_FOOT);

/** Where and how something is drawn: a column of a page, and the size of type there. */
export interface Pen {
  readonly pdf: Pdf;
  /** Left edge and width, points. */
  readonly x: number;
  readonly width: number;
  /** The paper's own size of type, points. */
  readonly type: number;
}

/** Begins the file of a paper, its type `scale` times as large as it should be. */
export function begin({ size, title, language, writtenAt, footer }: Paper, scale: number): Pen {
  const [width, height] = PAPER_SIZES[size];
  const { margin, type } = LOOKS[size];
  const side = points(margin);
  const pdf = new PDFDocument({
    size: [points(width), points(height)],
    margins: { top: side, left: side, right: side, bottom: side + (footer === undefined ? 0 : points(ABOVE_FOOT)) },
    bufferPages: true,
    lang: language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: { Title: title, Producer: 'Levain', Creator: 'Levain', CreationDate: new Date(writtenAt) },
  });
  for (const weight of ['regular', 'bold'] as const) pdf.registerFont(weight, fontOf(weight));
  return { pdf, x: side, width: points(width) - 2 * side, type: type * scale };
}

/** Takes up a weight, a size against the paper's own, and a colour. */
export function take({ pdf, type }: Pen, size = 1, weight: Weight = 'regular', ink: Ink = 'text'): void {
  pdf
    .font(weight)
    .fontSize(type * size)
    .fillColor(INK[ink]);
}

/** Goes on to the next page where fewer points are left than are needed. */
export function ensure({ pdf }: Pen, height: number): void {
  if (pdf.y + height > pdf.page.maxY() && pdf.y > pdf.page.margins.top) pdf.addPage();
}

/** Leaves room, points; none at the head of a page. */
export function leave({ pdf }: Pen, height: number): void {
  if (pdf.y > pdf.page.margins.top) pdf.y += height;
}

/** A line across the column. */
export function ruled({ pdf, x, width }: Pen): void {
  pdf
    .moveTo(x, pdf.y)
    .lineTo(x + width, pdf.y)
    .lineWidth(0.6)
    .strokeColor(INK.rule)
    .stroke();
}
