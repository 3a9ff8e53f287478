import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

/** The hash of a password nobody has: an unknown login takes as long as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$jj4Evud9L1LDOmM1ToWGaA$55TpUuu5x8/syrijln7bU7ttzP1uk5xXOIdc+IpzMSw';

/** A password that somebody chooses. Its length alone counts: what it must not be guessed from is told to people, not tested. */
export const NewPassword = z.string().min(10).max(256);

/** What is kept of a password. */
export const hashOf = (password: string): Promise<string> => hash(password); // argon2id is the library's default

/** Whether this is the password; null for the hash of nobody, who has none. */
export const isRight = (passwordHash: string | null, password: string): Promise<boolean> => verify(passwordHash ?? NOBODY, password);

/** Letters and digits that are not taken for one another when they are read out. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const PART = 4;

/** A password for one sign-in, made to be told: three parts of four signs, 59 bits. */
export function temporaryPassword(): string {
  const part = (): string => Array.from({ length: PART }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [part(), part(), part()].join('-');
}
