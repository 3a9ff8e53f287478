// fails when package-lock.json lacks an optional platform package (npm ci would fail)
const l = require(require('node:path').resolve(process.argv[2] ?? 'package-lock.json')).packages;
const miss = [];
for (const [k, v] of Object.entries(l))
  for (const d of Object.keys(v.optionalDependencies || {})) {
    let p = k,
      found = false;
    for (;;) {
      if (l[(p ? p + '/' : '') + 'node_modules/' + d]) {
        found = true;
        break;
      }
      if (!p) break;
      const i = p.lastIndexOf('/node_modules/');
      p = i < 0 ? '' : p.slice(0, i);
    }
    if (!found) miss.push(`${k} -> ${d}@${v.optionalDependencies[d]}`);
  }
if (miss.length) {
  console.error(miss.join('\n'));
  process.exit(1);
}
console.log('lockfile complete');
