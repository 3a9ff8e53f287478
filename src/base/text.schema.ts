import { z } from 'zod';
import { says } from './says';

/**
 * Words that people write, as they are kept: composed (NFC), trimmed, of visible characters. What cannot be seen is refused and not taken
 * out, because it was put there by somebody: an override of direction makes a letter read other than it is, a line break in a name makes
 * a header, a bell rings, and two names that look alike are not the same.
 */

/**
 * Controls, formats (zero-width, direction), separators of lines, fillers that count as letters, and the sign that stands where a text was
 * destroyed on its way. Characters of private use stay: rare Chinese names are written with them.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u3164\uffa0\ufffd]/u;
/** Joiners where a script needs them: within an emoji, and within a word of Arabic letters or of any that carries marks (Devanagari). */
const JOINED =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{M}])[\u200c\u200d](?=\p{L})/gu;
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

const oneSpace = (text: string): string => (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? text : text.replace(/\p{White_Space}+/gu, ' '));
const oneBreak = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ');

const isPlain = (text: string): boolean => !HIDDEN.test(text.replace(JOINED, ''));
const isPlainInLines = (text: string): boolean => isPlain(text.replace(/\n/g, ''));

const BLANK = says('blank');
const HOLDS = says('unseen-character');

/** A text of one line: a name, an address. Every run of white space is one space. */
export const oneLine = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .overwrite(oneSpace)
    .min(1, { error: BLANK, abort: true })
    .max(most)
    .refine(isPlain, { error: HOLDS, abort: true })
    .refine((text) => VISIBLE.test(text), BLANK);

/** A text of several lines: a note, a reason. Lines end in LF, and a tab is a space. */
export const someLines = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .overwrite(oneBreak)
    .trim()
    .min(1, { error: BLANK, abort: true })
    .max(most)
    .refine(isPlainInLines, { error: HOLDS, abort: true })
    .refine((text) => VISIBLE.test(text), BLANK);
