import { inflateSync } from 'node:zlib';

/** What stands in a PDF, as a reader that searches it would find it: each piece of text in the order in which it was drawn, and how many pages. */
export function readPdf(file: Buffer): { readonly texts: string[]; readonly text: string; readonly pages: number; readonly title: string } {
  const raw = file.toString('latin1');
  const objects = new Map([...raw.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]));
  const streamOf = (id: string): string => {
    const body = objects.get(id)!;
    const bytes = Buffer.from(body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream')), 'latin1');
    return (/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const fonts = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
      name!,
      lettersOf(streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!)![1]!)),
    ]),
  );
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const texts = pages.flatMap((page) => textsOf(streamOf(/\/Contents (\d+) 0 R/.exec(page)![1]!), fonts));
  const title = objects
    .get(/\/Title (\d+) 0 R/.exec(raw)![1]!)!
    .slice(1, -1)
    .replace(/\\([()\\])/g, '$1');
  return {
    texts,
    text: texts.join('\n'),
    pages: pages.length,
    title: fromUtf16(title),
  };
}

/** Big-endian, behind a byte order mark. */
const fromUtf16 = (latin1: string): string => Buffer.from(latin1, 'latin1').subarray(2).swap16().toString('utf16le');

/** The characters of a font's glyphs, by their four hexadecimal digits. */
function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from, , list] of cmap.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g)) {
    [...list!.matchAll(/<([\w ]+)>/g)].forEach(([, code], n) =>
      letters.set(
        (Number.parseInt(from!, 16) + n).toString(16).padStart(4, '0'),
        Buffer.from(code!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
    );
  }
  return letters;
}

function textsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const texts: string[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name)!;
    else
      texts.push(
        [...shown!.matchAll(/<(\w+)>/g)]
          .flatMap(([, hex]) => hex!.match(/\w{4}/g)!)
          .map((glyph) => font.get(glyph))
          .join(''),
      );
  }
  return texts;
}
