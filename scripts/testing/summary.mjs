/** Closing lines of a browser run: each engine with its figures, and every failure once more where the eye ends. */

const count = (suite, tally) => {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) tally.skipped += 1;
    else if (test.passed) tally.passed += 1;
    else tally.failed += 1;
  }
  for (const child of suite?.suites ?? []) count(child, tally);
};

export function summaryReporter(totals) {
  return {
    onTestRunFinished({ sessions }) {
      totals.engines = {};
      for (const session of sessions) {
        const tally = (totals.engines[session.browser.name] ??= { files: 0, passed: 0, failed: 0, skipped: 0 });
        tally.files += 1;
        const before = tally.failed;
        count(session.testResults, tally);
        // A file that breaks outside its tests (import error, time-out, a missing page) is a failure too.
        if (!session.passed && tally.failed === before) tally.failed += 1;
      }
      for (const [name, { files, passed, failed, skipped }] of Object.entries(totals.engines)) {
        console.log(`${name.padEnd(9)} ${files} files, ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
      }
    },
  };
}
