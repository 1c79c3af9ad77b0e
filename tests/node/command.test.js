// The command: what it prints, what it writes, and how it fails.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const policy = at('demo/policies/conversationware.json');
const folder = mkdtempSync(join(tmpdir(), 'assent-command-'));
test.after(() => rmSync(folder, { recursive: true }));

const assent = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('web/cli/assent.js'), ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const change = (name, edit) => {
  const value = JSON.parse(readFileSync(policy, 'utf8'));
  edit(value);
  writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
  return name;
};

test('build writes three scripts and prints the line to paste', () => {
  const { status, stdout } = assent('build', policy, '-o', 'site/consent.js');
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(join(folder, 'site')).sort(), ['assent-core.js', 'consent-declaration.js', 'consent.js']);
  const line = stdout.split('\n').find(line => line.startsWith('<'));
  assert.match(line, /^<script src="consent\.js"[^>]*><\/script><meta http-equiv="Content-Security-Policy" content="[^"]+">/);
  assert.equal(assent('build', policy, '-o', 'again.js').status, 0);
  assert.ok(readFileSync(join(folder, 'again.js')).equals(readFileSync(join(folder, 'site/consent.js'))), 'the same policy, the same bytes');
});

test('build --grade: each grade its line, and its image', () => {
  const built = Object.fromEntries(['strict', 'smooth', 'markup'].map(grade => {
    const { status, stdout } = assent('build', policy, '-o', `${grade}.js`, '--grade', grade, '--src', `/${grade}.js`);
    assert.equal(status, 0);
    return [grade, { line: stdout.split('\n').find(line => line.startsWith('<')), bytes: readFileSync(join(folder, `${grade}.js`)) }];
  }));
  assert.match(built.strict.line, /src="\/strict\.js"[^]*default-src[^]*<plaintext><noscript>--><\/noscript>$/);
  assert.doesNotMatch(built.smooth.line, /default-src/);
  assert.match(assent('build', policy, '-o', 'bare.js', '--grade', 'strict', '--no-inline').stdout, /<script src="bare\.js"[^\n]*"><!-- -->\n/);
  assert.match(built.markup.line, /^<script src="\/markup\.js"><\/script>$/);
  assert.ok(!built.strict.bytes.equals(built.smooth.bytes));
  assert.equal(assent('build', policy, '-o', 'x.js', '--grade', 'lax').status, 2);
});

test('build prints what holds visitors without JavaScript, but for the strict grade, whose line does; the demo\'s pages have both lines as they are printed', () => {
  const printed = (...args) => assent('build', policy, '-o', 'x.js', '--src', '/consent.js', ...args).stdout.split('\n').filter((line) => line.startsWith('<'));
  const { stdout: csp } = assent('csp', policy, '--line');
  for (const grade of ['smooth', 'markup']) assert.deepEqual(printed('--grade', grade).slice(1), [`<noscript><meta http-equiv="Content-Security-Policy" content="${csp.trim()}"></noscript>`]);
  assert.equal(printed('--grade', 'strict').length, 1);
  const both = printed().join('');
  for (const page of ['index', 'privacy', 'cookies']) assert.ok(readFileSync(new URL(`../../demo/site/${page}.html`, import.meta.url), 'utf8').includes(both), page);
});

test('a policy with an error builds nothing and says where: exit code 1', () => {
  const broken = change('broken.json', value => { value.services[0].category = 'nowhere'; });
  const { status, stdout, stderr } = assent('build', broken, '-o', 'broken.js');
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^broken\.json:\d+:\d+ error E\d+ .+\n {2}expected: .+\n {2}fix: .+/m);
  assert.ok(!readdirSync(folder).includes('broken.js'));
});

test('lint: exit code by severity, JSON on demand', () => {
  const good = assent('lint', policy);
  assert.equal(good.status, 0, good.stdout);
  assert.match(good.stdout, /0 errors, [1-9]\d* warnings?/, 'warnings alone are no failure');
  const claimed = at('tests/fixtures/policies/conversationware-as-claimed.json');
  const bad = assent('lint', claimed, '--json');
  assert.equal(bad.status, 1);
  const report = JSON.parse(bad.stdout);
  assert.equal(report.ok, false);
  // What the site's text calls exempt, and by whose rule it isn't.
  const found = code => report.findings.filter(one => one.code === code && one.severity === 'error');
  assert.match(found('P002').map(({ message }) => message).join('\n'), /advertising[^]*remarketing[^]*call-tracking/);
  assert.match(found('P003')[0].message, /google-analytics/);
  for (const { source, regime } of [...found('P002'), ...found('P003')]) {
    assert.match(source, /ePrivacy Directive art 5\(3\)/);
    assert.equal(regime, 'uk');
  }
  assert.doesNotMatch(bad.stdout + assent('lint', claimed).stdout, /complian/i);
});

test('lint: a rule is silenced by a reason, and stays in sight; without one it is not', () => {
  const text = (name, edit) => { const { status, stdout } = assent('lint', change(name, edit)); return { status, stdout }; };
  const loud = text('loud.json', value => { delete value.site.policyUrl; });
  assert.equal(loud.status, 1);
  assert.match(loud.stdout, /loud\.json:\d+:\d+ error P023 [^]*fix: [^]*source: GDPR art 13\(1\)\(a\)[^\n]* \(eu, uk\)/);
  const silent = text('silent.json', value => { delete value.site.policyUrl; value.lint = { silence: [{ rule: 'P023', reason: 'It is on every page' }] }; });
  assert.equal(silent.status, 0, silent.stdout);
  assert.match(silent.stdout, /info P023 .*Silenced: It is on every page\)/);
  const unreasoned = text('unreasoned.json', value => { delete value.site.policyUrl; value.lint = { silence: [{ rule: 'P023' }] }; });
  assert.equal(unreasoned.status, 1);
  assert.match(unreasoned.stdout, /error P023[^]*error M001/);
});

test('a file of any kind is refused in words, at its place, and builds nothing', () => {
  const text = readFileSync(at('tests/fixtures/policies/plain.json'), 'latin1');
  const files = {
    'lists.json': ['['.repeat(1 << 20), /^lists\.json:1:65 error E105 /],
    'objects.json': ['{"a":'.repeat(200_000), /^objects\.json:1:321 error E105 /],
    'huge.json': [Buffer.alloc(100 << 20, '\n'), /^huge\.json:1:1 error E104 .*104857600 bytes/],
    'bytes.json': [Buffer.from(text.replace('Counts visitors', 'Counts \xff'), 'latin1'), /^bytes\.json:7:100 error E102 /],
    'twice.json': [text.replace('"assent": 1', '"assent": 1, "assent": 1'), /^twice\.json:2:16 error E106 /],
    'range.json': [text.replace('"assent": 1', '"assent": 1e999'), /^range\.json:2:13 error E107 /],
    'empty.json': ['', /^empty\.json:1:1 error E109 /],
    'half.json': [text.slice(0, 700), /^half\.json:\d+:\d+ error E101 /],
  };
  for (const [name, [content, told]] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    for (const args of [['lint', name], ['build', name, '-o', `${name}.js`]]) {
      const { status, stdout, stderr } = assent(...args);
      assert.equal(status, 1, `${args}: ${stderr}`);
      assert.match(stdout + stderr, told);
      assert.match(stdout + stderr, /\n {2}expected: .+\n {2}fix: .+/);
      assert.doesNotMatch(stdout + stderr, /\n\s+at /);
    }
    assert.ok(!readdirSync(folder).includes(`${name}.js`));
    rmSync(join(folder, name));
  }
});

test('all that is wrong is told in one run, in the order of the file', () => {
  const broken = change('many.json', value => {
    value.site.nmae = value.site.name;
    delete value.site.name;
    value.purposes[0].tag = 'advertisement';
    value.categories[1].default = 'granted';
    value.services[0].category = 'nowhere';
    value.services[0].cookies[0].lifetime = 'long';
    value.record = { lifetime: '2 years' };
  });
  const { findings } = JSON.parse(assent('lint', broken, '--json').stdout);
  const codes = findings.map(({ code }) => code);
  for (const code of ['E202', 'E203', 'E204', 'E210', 'E301', 'P001', 'P024']) assert.ok(codes.includes(code), `${code} in ${codes}`);
  const places = findings.map(({ line, column }) => line * 1000 + column);
  assert.deepEqual(places, places.toSorted((a, b) => a - b));
  assert.ok(findings.every(({ line, column }) => line > 0 && column > 0));
});

test('declare: HTML without a script, or data, in a language of the image', () => {
  const { status, stdout } = assent('declare', policy);
  assert.equal(status, 0);
  assert.match(stdout, /<table/);
  assert.doesNotMatch(stdout, /<script/);
  const german = JSON.parse(assent('declare', policy, '--json', '--lang', 'de').stdout);
  assert.equal(german.lang, 'de');
  assert.equal(assent('declare', policy, '--lang', 'tlh').status, 2);
  assert.equal(assent('declare', policy, '-o', 'cookies.html').status, 0);
  assert.equal(readFileSync(join(folder, 'cookies.html'), 'utf8'), stdout);
});

test('csp: a header for each state, and the line', () => {
  const headerFor = (...more) => { const { status, stdout } = assent('csp', policy, ...more); assert.equal(status, 0); return stdout.trim(); };
  assert.doesNotMatch(headerFor(), /google-analytics/);
  assert.match(headerFor('--state', 'analytics'), /google-analytics/);
  assert.doesNotMatch(headerFor('--state', 'analytics'), /doubleclick/);
  assert.match(headerFor('--state', 'analytics,marketing'), /doubleclick/);
  assert.match(headerFor('--line'), /default-src/);
  assert.equal(assent('csp', policy, '--state', 'nonsense').status, 2);
});

test('explain: the verdict and why', () => {
  const explain = (...more) => assent('explain', policy, ...more).stdout.trim();
  assert.equal(explain('https://www.google-analytics.com/ga.js'), 'hold · not-asked · category analytics · service google-analytics');
  assert.equal(explain('https://www.google-analytics.com/ga.js', '--granted', 'analytics'), 'allow · granted · category analytics · service google-analytics');
  assert.equal(explain('/own.js'), 'allow · first-party');
  assert.match(explain('__utma', '--kind', 'cookie'), /^hold · not-asked/);
  assert.equal(assent('explain', policy, 'x', '--kind', 'telegram').status, 2);
});

test('compile makes an image that opens', async () => {
  assert.equal(assent('compile', policy, '-o', 'policy.image').status, 0);
  const { createConsent } = await import('../../dist/node/index.js');
  assert.equal(createConsent(readFileSync(join(folder, 'policy.image'))).state().status, 'unset');
});

test('languages lists at least forty, by tag and own name', () => {
  const lines = assent('languages').stdout.trim().split('\n');
  assert.ok(lines.length >= 40);
  assert.ok(lines.includes('de\tDeutsch'));
});

test('what the person can mend is told in one line, without a stack: exit code 2', () => {
  const told = (...args) => {
    const { status, stderr } = assent(...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /^assent: /m);
    assert.doesNotMatch(stderr, /\n\s+at /);
    return stderr;
  };
  told('bake');
  told('build', policy);
  told('lint');
  told('lint', 'a.json', 'b.json');
  told('lint', policy, '--colour');
  assert.match(told('lint', 'nowhere.json'), /nowhere\.json can't be read: it is not there/);
  assert.match(told('lint', '.'), /it is a folder/);
  mkdirSync(join(folder, 'taken'));
  assert.match(told('build', policy, '-o', 'taken'), /taken can't be written: it is a folder/);
});

test('nothing is ever half written: a build that can\'t finish leaves the old files and no others', () => {
  mkdirSync(join(folder, 'held'));
  writeFileSync(join(folder, 'held/consent.js'), 'the old one');
  mkdirSync(join(folder, 'held/assent-core.js')); // in the way of the third file
  const { status } = assent('build', policy, '-o', 'held/consent.js');
  assert.equal(status, 2);
  assert.deepEqual(readdirSync(join(folder, 'held')).filter(name => name.includes('half')), []);
  assert.ok(readFileSync(join(folder, 'held/consent.js'), 'utf8') === 'the old one');
});

test('no command, or help, prints the usage', () => {
  for (const args of [[], ['help'], ['--help']]) {
    const { status, stdout } = assent(...args);
    assert.equal(status, 0);
    for (const name of ['build', 'lint', 'declare', 'csp', 'explain', 'compile', 'languages']) assert.ok(stdout.includes(`assent ${name}`));
  }
});

test('the README\'s policy is one without a fault', () => {
  const examples = [...readFileSync(at('README.md'), 'utf8').matchAll(/```json\n([^]*?)```/g)].map(([, text]) => text);
  assert.ok(examples.length >= 1);
  for (const [i, text] of examples.entries()) {
    writeFileSync(join(folder, `readme-${i}.json`), text);
    assert.match(assent('lint', `readme-${i}.json`).stdout, /no rule failed/);
  }
});
