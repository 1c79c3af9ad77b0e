// Replays a scenario (tests/scenarios/README.md) against a core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCompiler } from '../../dist/node/compiler.js';
import { KINDS } from '../../web/gate/sinks.js';
import { unpack } from '../../web/runtime/protocol.js';

const read = path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const compiler = await createCompiler();
const languages = Object.fromEntries(['en', 'de'].map(tag => [tag, JSON.parse(read(`../web/languages/${tag}.json`))]));
const units = { seconds: 1, minutes: 60, days: 86400 };
const pairs = text => text.split(' ').filter(Boolean).map(word => { const equals = word.indexOf('='); return [word.slice(0, equals), word.slice(equals + 1)]; });

/** Sets the value at a JSON pointer (RFC 6901) whose parent exists. */
const setAt = (value, pointer, to) => {
  const keys = pointer.split('/').slice(1).map(key => key.replaceAll('~1', '/').replaceAll('~0', '~')), last = keys.pop();
  keys.reduce((at, key) => at[key], value)[last] = to;
};

const START = 1764000000;

/** One visitor and their browser. start(): an instance of the core. */
class Visitor {
  constructor(start) { this.start = start; this.asked = 0; this.tab = 'first'; }

  cookies() { return [...this.jar].filter(([, { ends }]) => ends > this.now).map(([name, { value }]) => `${name}=${value}`).join('; '); }
  stamp() { this.nonce += 1; return [`now=${this.now}`, `nonce=${String(this.nonce.toString(16)).padStart(16, '0')}`]; }
  core() { if (!this.tabs.has(this.tab)) this.tabs.set(this.tab, this.start()); return this.tabs.get(this.tab); }

  take(text) {
    this.asked += 1;
    this.text = text;
    this.answer = JSON.parse(text);
    for (const effect of this.answer.effects ?? []) if (effect.do === 'write-cookie') this.write(effect.cookie);
  }
  write(assignment) {
    const [, name, value, age] = /^([^=]+)=([^;]*).*Max-Age=(\d+)/.exec(assignment);
    assert.ok(value.length <= 64, 'the record fits in 64 characters');
    this.cookie = assignment.replace(value, '*');
    this.jar.set(name, { value, ends: this.now + Number(age) });
  }

  commands = {
    policy: name => {
      this.policy = JSON.parse(read(`scenarios/policies/${name}.json`));
      this.jar = new Map();
      this.tabs = new Map();
      this.now = START;
      this.nonce = 0;
      this.compile();
    },
    patch: text => {
      const [pointer] = text.split(' ', 1);
      setAt(this.policy, pointer, JSON.parse(text.slice(pointer.length + 1)));
      this.compile();
    },
    open: text => {
      const context = { url: 'https://www.example.org/page', lang: 'en', langs: 'en', region: 'DE', gpc: '0', ...Object.fromEntries(pairs(text)) };
      this.tabs.set(this.tab, this.start());
      this.take(this.core().open(this.image, [...this.stamp(), `cookie=${this.cookies()}`, ...Object.entries(context).map(([key, value]) => `${key}=${value}`)].join('\n')));
    },
    tab: name => { this.tab = name; },
    wait: text => { const [n, unit] = text.split(' '); this.now += Number(n) * units[unit]; },
    'set-cookie': text => { const [[name, value]] = pairs(text); this.jar.set(name, { value, ends: Infinity }); },
    forget: () => this.jar.clear(),
    send: text => {
      const [name, ...lines] = text.split(' ');
      this.take(this.core().send([name, ...lines, ...this.stamp(), ...(name === 'sync' ? [`cookie=${this.cookies()}`] : [])].join('\n')));
    },
    error: code => assert.equal(this.answer.error?.code, code),
    effects: text => assert.equal(this.answer.effects.map(({ do: what, ...rest }) => [what, ...['event', 'key', 'why', 'view'].filter(key => key in rest).map(key => rest[key])].join(' ')).join(', ') || 'none', text),
    state: text => {
      for (const [path, expected] of pairs(text)) {
        const value = path.split('.').reduce((at, key) => at?.[key], this.answer.state);
        assert.equal(value === '' ? '""' : String(value), expected, path);
      }
    },
    golden: name => assert.equal(`${this.text}\n`, read(`scenarios/golden/${name}.json`)),
    cookie: text => assert.equal(this.cookie, text),
  };

  compile() {
    const { image, report } = compiler.compile(this.policy, languages);
    assert.ok(image, JSON.stringify(report.findings));
    this.image = image;
  }
  decide(question, expected) {
    this.asked += 1;
    const [kind] = question.split(' ', 1), subject = question.slice(kind.length + 1);
    const packed = this.core().decide(KINDS.indexOf(kind), subject === '-' ? '' : subject);
    const { verdict, reason, category, service } = unpack(packed, this.policy);
    assert.equal([verdict, reason, category, service].filter(Boolean).join(' '), expected);
  }
  run(line) {
    const arrow = line.lastIndexOf(' -> ');
    if (arrow >= 0) return this.decide(line.slice(0, arrow), line.slice(arrow + 4));
    const [command] = line.split(' ', 1);
    assert.ok(this.commands[command], 'no such command');
    return this.commands[command](line.slice(command.length + 1));
  }
}

/** Replays `name`.txt; throws at the first line that isn't so, and answers how much was asked. */
export const replay = (name, start) => {
  const visitor = new Visitor(start);
  read(`scenarios/${name}.txt`).split('\n').forEach((line, i) => {
    if (!line || line.startsWith('#')) return;
    try { visitor.run(line); } catch (error) {
      error.message = `${name}.txt:${i + 1}: ${line}\n${error.message}\n${visitor.text ?? ''}`;
      throw error;
    }
  });
  return visitor.asked;
};
