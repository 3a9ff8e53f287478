import sharp from 'sharp';
import type { Db } from '../platform/db/client';
import { printableOf } from '../platform/http/picture';
import { createStorePictures } from '../process/store/store-pictures.repository';
import type { StorePictureName } from '../process/store/store-pictures.rules';

/** Drawn, not photographed: a flourish in ink, and four people in aprons behind a table. */
const SIGNATURE = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="160">
<path d="M20 120C60 20 90 10 96 90s70 40 84-30 44-40 60 30 90 20 120-50 60-10 100-30M40 140C160 120 300 120 440 132" fill="none" stroke="#1f2d4d" stroke-width="6" stroke-linecap="round"/>
</svg>`;
const PERSON = (x: number, skin: string): string =>
  `<circle cx="${x}" cy="210" r="52" fill="${skin}"/><path d="M${x - 60} 172q60-90 120 0z" fill="#fff"/><path d="M${x - 84} 420q0-150 84-150t84 150z" fill="#fff"/><path d="M${x - 48} 420v-120h96v120z" fill="#a85a25"/>`;
const TEAM = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="600"><rect width="960" height="600" fill="#f3dcc6"/>
${PERSON(180, '#e8b796')}${PERSON(380, '#d99f78')}${PERSON(580, '#f0c7a8')}${PERSON(780, '#e0a986')}
<rect y="420" width="960" height="180" fill="#8a4b1f"/><ellipse cx="480" cy="420" rx="120" ry="26" fill="#fff"/><path d="M400 330h160v84H400z" fill="#f7c6cf"/><path d="M400 330q80-44 160 0z" fill="#fff"/></svg>`;
const DRAWINGS: Readonly<Record<StorePictureName, string>> = { 'manager-signature': SIGNATURE, 'team-photo': TEAM };

/** Gives the demo shop what its papers want (BAK-63, BAK-66): its manager's signature and its team. */
export async function setDemoPictures(db: Db, storeId: string, setBy: string): Promise<void> {
  const pictures = createStorePictures(db);
  for (const [name, svg] of Object.entries(DRAWINGS)) {
    const picture = await printableOf(await sharp(Buffer.from(svg)).png().toBuffer());
    await pictures.set(storeId, name as StorePictureName, { ...picture, setBy, setAt: Date.now() });
  }
}
