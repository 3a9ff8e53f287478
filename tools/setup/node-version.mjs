const numbers = (version) => version.split('.').map(Number);

const compare = (a, b) => {
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < 3; i++) if ((left[i] ?? 0) !== (right[i] ?? 0)) return (left[i] ?? 0) - (right[i] ?? 0);
  return 0;
};

/** Does `version` fit a range made of `>=a`, `<b` and `||`? These are all that `engines` uses. */
export const fits = (version, range) =>
  range.split('||').some((part) =>
    part
      .trim()
      .split(/\s+/)
      .every((bound) => {
        const [, operator, limit] = /^(>=|<)([\d.]+)$/.exec(bound);
        return operator === '>=' ? compare(version, limit) >= 0 : compare(version, limit) < 0;
      }),
  );

/** The sentence for a Node that does not fit, or null. */
export const wrongNode = (version, range) =>
  fits(version, range)
    ? null
    : `Levain needs Node ${range} but this is Node ${version}: install Node 20.20 (https://nodejs.org) and try again.`;
