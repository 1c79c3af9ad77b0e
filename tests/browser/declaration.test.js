// The cookie page of the demo: the policy, read back to the visitor, with their own choice in it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch } from './harness/index.js';
import { startDemo } from '../../demo/server.js';

const policy = JSON.parse(readFileSync(new URL('../../demo/policies/conversationware.json', import.meta.url)));
let demo, browser;
test.before(async () => {
  demo = await startDemo({ port: 0 });
  browser = await launch('chromium');
});
test.after(async () => {
  await browser?.close();
  await demo?.close();
});

async function visit(story) {
  const visitor = await browser.visitor();
  try {
    const page = await visitor.page();
    await page.open(`http://127.0.0.1:${demo.port}/cookies.html`);
    await page.wait(() => { const host = document.querySelector('assent-declaration'); return (host.shadowRoot ?? host).querySelector('table'); });
    await story(page, visitor);
    assert.deepEqual(page.errors, []);
  } finally {
    await visitor.close();
  }
}
const inside = (page, fn) => page.run(`(() => { const host = document.querySelector('assent-declaration'); return (${fn})(host.shadowRoot ?? host, host); })()`);

test('every cookie and storage key of the policy is on the page, in a table with a caption and header cells', () => visit(async (page) => {
  const text = await inside(page, (root) => [...root.querySelectorAll('table')].map((table) => table.textContent).join('\n'));
  for (const { cookies = [], storage = [] } of policy.services) {
    for (const { name, key } of [...cookies, ...storage]) assert.ok(text.includes(name ?? key), `${name ?? key} is missing`);
  }
  const bad = await inside(page, (root) => [...root.querySelectorAll('table')].filter((table) => !table.caption?.textContent.trim() || !table.querySelector('th[scope]')).length);
  assert.equal(bad, 0);
}));

test('lifetimes are in words', () => visit(async (page) => {
  const row = (name) => page.run((wanted) => {
    const host = document.querySelector('assent-declaration');
    return [...(host.shadowRoot ?? host).querySelectorAll('tr')].find((tr) => tr.textContent.includes(wanted))?.textContent ?? '';
  }, name);
  assert.match(await row('__utma'), /2 years/);
  assert.match(await row('__utmb'), /30 minutes/);
  assert.match(await row('__utmz'), /6 months/);
  assert.match(await row('__utmc'), /close the browser/);
}));

test('retention statements and opt-out links are there', () => visit(async (page) => {
  const text = await inside(page, (root) => root.textContent);
  assert.match(text, /3 months/); // recordings of calls
  const links = await inside(page, (root) => [...root.querySelectorAll('a')].map((a) => a.href));
  const wanted = policy.services.flatMap(({ optOuts = [] }) => optOuts.map(({ url }) => new URL(url).href));
  assert.ok(wanted.length > 0);
  for (const url of wanted) assert.ok(links.includes(url), url);
}));

test('it shows the visitor’s choice, follows it, and lets them change and withdraw it', () => visit(async (page) => {
  const text = () => inside(page, (root) => root.textContent);
  assert.match(await text(), /not chosen yet/i);
  await page.run(() => globalThis.assent.acceptAll());
  await page.wait(() => { const host = document.querySelector('assent-declaration'); return /Chosen on/.test((host.shadowRoot ?? host).textContent); });
  assert.ok((await text()).includes(await page.run(() => globalThis.assent.state().id)), 'the record’s id is shown');
  await inside(page, (root) => [...root.querySelectorAll('button')].find((button) => /change/i.test(button.textContent)).click());
  await page.wait(() => document.querySelector('[data-assent-action="save"]'));
  await page.press('Escape');
  await inside(page, (root) => [...root.querySelectorAll('button')].find((button) => /withdraw/i.test(button.textContent)).click());
  await page.wait(() => globalThis.assent.state().status === 'withdrawn');
}));

test('the page itself asks no third party', () => visit(async () => {
  assert.deepEqual(demo.log(), []);
}));
