// The measuring device, measured: a page without Assent leaks through every kind of request, and the logs show each of them.
// If this fails, no other browser test means anything.
import test from 'node:test';
import assert from 'node:assert/strict';
import { launch, startSite, startThirdParty } from './harness/index.js';

const leaky = (at) => `<!doctype html><html lang="en"><head><title>leaky</title>
<link rel="stylesheet" href="${at('style.test', '/a.css')}">
<style>@font-face{font-family:x;src:url(${at('font.test', '/a.woff2')})} p{font-family:x} div{background:url(${at('background.test', '/a.png')})}</style>
<script src="${at('script.test', '/a.js')}"></script></head><body><p>text</p><div>x</div>
<img src="${at('image.test', '/a.gif?cookie=seen%3D1')}">
<iframe src="${at('frame.test', '/a.html')}"></iframe>
<audio src="${at('audio.test', '/a.wav')}" preload="auto"></audio>
<script>
fetch('${at('fetch.test', '/a.json')}').then(r => r.json()).then(j => globalThis.fetched = j.name);
navigator.sendBeacon('${at('beacon.test', '/a')}', 'x');
new WebSocket('${at('socket.test', '/a').replace('http', 'ws')}').onmessage = e => globalThis.socketSaid = e.data;
new EventSource('${at('events.test', '/a?as=events')}').onmessage = e => globalThis.eventsSaid = e.data;
new Worker(URL.createObjectURL(new Blob(['importScripts("${at('worker.test', '/a.js')}"); postMessage(ran)']))).onmessage = e => globalThis.workerSaid = e.data[0];
import('${at('module.test', '/a.mjs')}').then(m => globalThis.imported = m.name);
globalThis.jsonp = (x) => globalThis.jsonpSaid = x.name;
document.head.append(Object.assign(document.createElement('script'), {src: '${at('jsonp.test', '/a.js?callback=jsonp')}'}));
</script></body></html>`;

const hosts = ['style', 'font', 'background', 'script', 'image', 'frame', 'audio', 'fetch', 'beacon', 'socket', 'events', 'worker', 'module', 'jsonp']
  .map((kind) => `${kind}.test`);

for (const name of ['chromium', 'firefox']) {
  test(`${name}: every kind of request arrives in the log`, { timeout: 60000 }, async () => {
    const third = await startThirdParty();
    const site = await startSite({ pages: { '/': leaky(third.url) } });
    const browser = await launch(name);
    try {
      const visitor = await browser.visitor();
      const page = await visitor.page();
      await page.open(site.url());
      await page.wait(() => globalThis.fetched && globalThis.socketSaid && globalThis.eventsSaid && globalThis.workerSaid && globalThis.imported && globalThis.jsonpSaid);
      await third.quiet();
      for (const host of hosts) assert.ok(third.log(host).length >= 1, `${host} saw nothing`);
      assert.deepEqual(await page.run(() => globalThis.ran), ['script.test/a.js', 'module.test/a.mjs']);
      assert.deepEqual(await page.run(() => [fetched, socketSaid, eventsSaid, workerSaid, imported, jsonpSaid]),
        ['fetch.test/a.json', 'hello', 'hello', 'worker.test/a.js', 'module.test/a.mjs', 'jsonp.test/a.js']);
      assert.equal(third.log('socket.test')[0].dest, 'websocket');
      assert.ok(third.connections().length > 0);
      // Firefox says that our font is none.
      assert.deepEqual(page.errors.filter((error) => !error.includes('downloadable font')), []);

      third.reset();
      assert.equal(third.log().length, 0);
      await visitor.close();
    } finally {
      await browser.close(); await site.close(); await third.close();
    }
  });

  test(`${name}: a visitor is a fresh profile, *.localhost a secure context, a bare preconnect shows as a connect without request`, { timeout: 60000 }, async () => {
    const third = await startThirdParty();
    const site = await startSite({ pages: {
      '/': '<!doctype html><title>own</title><script>document.cookie = "own=1; path=/"</script><script src="/own.js"></script>',
      '/hint': `<!doctype html><title>hint</title><link rel="preconnect" href="${third.url('hint.test', '')}">`,
      '/slow': { chunks: ['<!doctype html><title>slow</title><p id="a">a</p>', 300, '<p id="b">b</p>'] },
    } });
    const browser = await launch(name);
    try {
      const visitor = await browser.visitor({ wholeProfile: true });
      const page = await visitor.page();
      await page.open(site.url());
      assert.equal(await page.run(() => isSecureContext), true);
      assert.deepEqual(await page.run(() => globalThis.ran), ['site.localhost/own.js']);
      assert.deepEqual((await visitor.cookies()).map(({ name, domain, session }) => [name, domain, session]), [['own', 'site.localhost', true]]);
      const other = await browser.visitor();
      assert.deepEqual(await other.cookies(), []);
      await other.close();

      await page.open(site.url('/', 'plain.test'));
      assert.equal(await page.run(() => isSecureContext), false);

      await page.open(site.url('/hint'));
      for (let i = 0; i < 100 && third.connections().length === 0; i++) await new Promise((done) => setTimeout(done, 20));
      assert.equal(third.log().length, 0);
      assert.ok(third.connections().length >= 1, 'the preconnect did not arrive');

      const began = Date.now();
      await page.open(site.url('/slow'));
      assert.ok(Date.now() - began >= 300);
      assert.equal(await page.run(() => document.querySelectorAll('p').length), 2);
      await visitor.close();
    } finally {
      await browser.close(); await site.close(); await third.close();
    }
  });
}
