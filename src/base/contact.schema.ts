import { z } from 'zod';
import { says } from './says';

/** Telephones and mail addresses: written as people write them, kept in one form, judged in that form. */

/** Between the digits people put spaces, dashes, dots and brackets; address books add marks of direction. */
const BETWEEN = /[\s\p{Pd}\p{Cf}().·・]/gu;
const MOBILE = '1[3-9]\\d{9}';
const TAKES_SMS = new RegExp(`^(?:${MOBILE}|\\+(?!86)[1-9]\\d{6,14})$`);

const digitsIn = (written: string): string => written.replace(BETWEEN, '');

/**
 * A telephone in its one form: a mainland mobile as its eleven digits, any other number as + and digits. Full-width signs become plain ones,
 * 00 is +, a trunk zero in brackets belongs to no international number, and +86 goes from a mobile.
 */
export const telephoneOf = (written: string): string =>
  digitsIn(written.normalize('NFKC').replace('(0)', ''))
    .replace(/^00/, '+')
    .replace(new RegExp(`^\\+?86(?=${MOBILE}$)`), '');

/** Whether this is the end of a telephone by which people are found: its last four digits. */
export const isLastFour = (written: string): boolean => /^\d{4}$/.test(written);

/** A whole number; in an address the + of one from abroad is easily lost. */
const WHOLE = /^\+?[1-9]\d{6,14}$/;

/** What a telephone is looked for by, in digits: its last four, or all of its one form; null for what is neither. */
export function telephoneSoughtBy(written: string): string | null {
  const digits = digitsIn(written.normalize('NFKC'));
  if (isLastFour(digits)) return digits; // `0012` begins with no country code
  const phone = telephoneOf(written);
  return WHOLE.test(phone) ? phone.replace('+', '') : null;
}

/** BAK-18. A telephone that can take SMS: a mainland mobile, or an international number with its country code that is not a mainland landline. */
export const SmsPhone = z
  .string()
  .max(60)
  .overwrite(telephoneOf)
  .refine((phone) => TAKES_SMS.test(phone), says('not-an-sms-phone'))
  .meta({
    rule: 'BAK-18',
    description: 'A telephone that can take SMS; spaces, dashes, brackets, full-width digits and 0086 are taken and put into one form',
    examples: ['13800138000', '+447700900123'],
  });

/** RFC 5321: atoms joined by single dots, 64 characters at most. Quoted and non-ASCII ones exist, and few mail servers take them. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The domain in ASCII (`例子.中国` as `xn--…`), or as it was when it is none. */
const domainOf = (written: string): string =>
  /^[\p{L}\p{M}\p{N}.-]+$/u.test(written) && URL.canParse(`http://${written}`) ? new URL(`http://${written}`).hostname : written;

/** A mail address in its one form: the local part as it was written, the domain in lower-case ASCII. */
export function mailAddressOf(written: string): string {
  const text = written.normalize('NFC').trim();
  const at = text.lastIndexOf('@');
  return at < 0 ? text : `${text.slice(0, at)}@${domainOf(text.slice(at + 1))}`;
}

/** A domain that can have a mail server: two labels or more, or one in punycode; the last is no number. */
function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '') && (labels.length > 1 || domain.startsWith('xn--'))
  );
}

function isMailAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  return local.length <= 64 && LOCAL.test(local) && isDomain(address.slice(at + 1));
}

/** BAK-18. An address that a letter can be sent to, by the limits of RFC 5321. */
export const MailAddress = z
  .string()
  .overwrite(mailAddressOf)
  .max(254)
  .refine(isMailAddress, says('not-an-address'))
  .meta({ rule: 'BAK-18', format: 'email' });
