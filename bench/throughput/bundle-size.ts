const SOURCE_MAP = '\n//# sourceMappingURL=data:';

/** Bytes of a workflow bundle's code, its inline source map left out. */
export function codeBytes(bundle: string): number {
  const map = bundle.lastIndexOf(SOURCE_MAP);
  return Buffer.byteLength(map < 0 ? bundle : bundle.slice(0, map), 'utf8');
}
