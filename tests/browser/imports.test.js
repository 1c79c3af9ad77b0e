// What the site's own script files import, which is syntax that nothing can stand before (smooth): hosts that must wait, and strangers, lead nowhere.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openStage, script, testPolicy } from './harness/index.js';

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage?.close());

const visit = (payHosts, story) => {
  const { port } = new URL(stage.at('pay.test', '/'));
  const policy = testPolicy(its => {
    its.services.find(({ id }) => id === 'pay').urls = payHosts.map(host => host.replace('PORT', port));
    its.services.find(({ id }) => id === 'stats').urls = [`stats.test:${port}`];
  });
  const wanted = ['cdn.pay.test', 'stats.test', 'nobody.test'].map(host => stage.at(host, '/a.mjs')), own = stage.site.url('/other.mjs');
  const file = `globalThis.got = []; for (const url of ${JSON.stringify([...wanted, own])}) import(url).then(() => got.push(url), () => got.push('nothing')); import './near.mjs'; globalThis.began = true;`;
  return stage.visit('<script type="module" src="/own.mjs"></script>', story, { policy, pages: { '/own.mjs': script(file), '/near.mjs': script(''), '/other.mjs': script('') } });
};
const hosts = async page => {
  await page.wait(() => globalThis.got?.length === 4);
  await stage.third.quiet();
  assert.ok(await page.run(() => globalThis.began), 'its own parts are there');
  assert.ok((await page.run(() => globalThis.got)).includes(stage.site.url('/other.mjs')), 'the site itself by its full address');
  return [...new Set(stage.third.log().map(({ host }) => host))].sort();
};

test('own and necessary hosts load, others and strangers do not; with consent they load on the next page', () => visit(['cdn.pay.test:PORT'], async page => {
  assert.deepEqual(await hosts(page), ['cdn.pay.test']);
  await page.run(() => { globalThis.assent.acceptAll(); });
  await page.reload();
  assert.deepEqual(await hosts(page), ['cdn.pay.test', 'stats.test']);
}));

test('where a necessary host is a pattern, nobody knows its names: what nobody named is let through', () => visit(['*.pay.test:PORT'], async page => {
  assert.deepEqual(await hosts(page), ['cdn.pay.test', 'nobody.test']);
}));
