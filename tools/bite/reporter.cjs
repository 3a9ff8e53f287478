// Writes what each test file saw as a line of JSON into BITE_REPORT, at once: after --bail, jest ends without a report of its own.
const { appendFileSync } = require('node:fs');

module.exports = class {
  onTestFileResult(_test, { testFilePath: file, testExecError, testResults }) {
    const tests = testResults.map(({ status, fullName }) => ({ status, title: fullName }));
    const seen = { file, loads: !testExecError, tests: tests.filter(({ status }) => status === 'passed' || status === 'failed') };
    appendFileSync(process.env.BITE_REPORT, `${JSON.stringify(seen)}\n`);
  }
};
