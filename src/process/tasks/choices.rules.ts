import { shape, type Fields, type Reader } from '../../base/read';

type Readers = Readonly<Record<string, Reader<unknown>>>;
type MayBeLeftOut<F extends Readers> = { [K in keyof F]: F[K] extends { readonly optional: true } ? K : never }[keyof F];
type Read<R> = R extends Reader<infer T> ? T : never;
/** What an answer is, field by field, by what reads it. */
type Choices<F extends Readers> = { readonly [K in Exclude<keyof F, MayBeLeftOut<F>>]: Read<F[K]> } & {
  readonly [K in MayBeLeftOut<F>]?: Read<F[K]>;
};

/** Reads an object of exactly these fields; its type is what the readers make of them, so that nobody has to write it down as well. */
export const choices = <const F extends Readers>(fields: F): Reader<{ readonly [K in keyof Choices<F>]: Choices<F>[K] }> =>
  shape(fields as unknown as Fields<Choices<F>>);
