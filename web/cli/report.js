// A report in words: where, what is wrong, what was expected, what to do, and whose rule it is.

/** The lines for one finding. */
const finding = (file, { severity, line, column, code, message, expected, fix, source, regime }) => [
  `${file}:${line}:${column} ${severity} ${code} ${message}`,
  expected && `  expected: ${expected}`,
  fix && `  fix: ${fix}`,
  source && `  source: ${source}${regime ? ` (${regime})` : ''}`,
].filter(Boolean).join('\n');

const counted = (n, word) => `${n} ${word}${n === 1 ? '' : 's'}`;

/** The report as text. No rule failing is all that it can say: whether a site obeys the law, no program knows. */
export const inWords = (file, { findings, ruleSet }) => {
  const of = severity => findings.filter(one => one.severity === severity).length;
  const summary = findings.length
    ? `${counted(of('error'), 'error')}, ${counted(of('warning'), 'warning')}, ${counted(of('info'), 'remark')} (rule set ${ruleSet})`
    : `no rule failed (rule set ${ruleSet})`;
  return [...findings.map(one => finding(file, one)), `${file}: ${summary}`].join('\n');
};
