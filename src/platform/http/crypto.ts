import { createHash, randomBytes } from 'node:crypto';

export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** 32 random bytes, as text that fits a header. */
export const secretToken = (): string => randomBytes(32).toString('base64url');
