import { fewAtOnce } from '../http/few-at-once';
import { drawBlocks } from './blocks';
import type { Paper } from './paper';
import { begin, footBelow, take, type Pen } from './pen';

/** How far the type of a paper may shrink that is to stand on one page: smaller, nobody reads it, and a second page is begun. */
const SCALES = [1, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55] as const;

/** A font of 8 MB is taken apart for each paper: however many ask, the others wait. */
const printing = fewAtOnce(2);

/** A paper as a PDF: the letters that it has are in it, so that it looks the same everywhere and can be searched. */
export const printPaper = (paper: Paper): Promise<Buffer> => printing(() => fileOf(drawn(paper)));

function drawn(paper: Paper): Pen {
  const [first, ...smaller] = paper.onePage ? SCALES : [SCALES[0]];
  let pen = written(paper, first);
  for (const scale of smaller) {
    if (pagesOf(pen) === 1) break;
    pen = written(paper, scale);
  }
  if (paper.footer !== undefined) addFooters(pen, paper.footer);
  return pen;
}

const pagesOf = ({ pdf }: Pen): number => pdf.bufferedPageRange().count;

function written({ header, blocks, ...paper }: Paper, scale: number): Pen {
  const pen = begin({ blocks, ...paper }, scale);
  if (header !== undefined) drawBlocks(pen, [{ kind: 'text', text: header, size: 0.9, tone: 'quiet' }]);
  drawBlocks(pen, blocks);
  return pen;
}

/** At the foot of each page, with its number where there is more than one. */
function addFooters(pen: Pen, footer: string): void {
  const { pdf, x, width } = pen;
  const pages = pagesOf(pen);
  for (let page = 0; page < pages; page += 1) {
    pdf.switchToPage(page);
    const { height, margins } = pdf.page;
    const bottom = margins.bottom;
    margins.bottom = 0; // what stands below the margin would begin a page of its own
    take(pen, 0.8, 'regular', 'quiet');
    const number = pages > 1 ? `  ${page + 1} / ${pages}` : '';
    pdf.text(`${footer}${number}`, x, height - bottom + footBelow, { width, align: 'center' });
    margins.bottom = bottom;
  }
}

async function fileOf({ pdf }: Pen): Promise<Buffer> {
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const whole = new Promise((done, failed) => pdf.once('end', done).once('error', failed));
  pdf.end();
  await whole;
  return Buffer.concat(pieces);
}
