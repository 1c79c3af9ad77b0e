// Windows that the visitor opens: a click on a link goes where it leads, and a picture-in-picture window is a room of the page's own.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openStage } from './harness/index.js';

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage?.close());

/** A button that opens a picture-in-picture window, and does there what a page may do. */
const picture = () => `<button id="open">open</button><script>document.getElementById('open').onclick = async () => {
  const room = await documentPictureInPicture.requestWindow();
  const { document: doc } = room, own = doc.createElement('p');
  own.textContent = 'own';
  doc.body.append(own);
  doc.body.insertAdjacentHTML('beforeend', '<img src="${stage.at('ads.test', '/markup.gif')}">');
  doc.body.append(Object.assign(doc.createElement('img'), { src: '${stage.at('ads.test', '/made.gif')}' }));
  room.fetch('${stage.at('ads.test', '/fetched')}', { mode: 'no-cors' }).catch(() => {});
  doc.cookie = 'ads_id=1';
  room.own = fetch('/own.json').then(answer => answer.ok);
  globalThis.room = room;
};</script>`;
const asked = () => stage.third.log().map(({ path }) => path).sort();
const all = ['/fetched', '/made.gif', '/markup.gif'];

test('without Assent a picture-in-picture window reaches whom it likes', () => stage.visit(picture(), async (page) => {
  await page.click('#open');
  await stage.third.until(3);
  assert.deepEqual(asked(), all);
}, { line: '' }));

test('a picture-in-picture window is entered before its opener has it; what waits in it comes alive with consent', () => stage.visit(picture(), async (page, visitor) => {
  await page.click('#open');
  await page.wait(() => globalThis.room);
  await stage.third.quiet();
  assert.deepEqual(asked(), []);
  assert.equal(await page.run(() => globalThis.room.own), true, 'what is the site\u2019s own goes on there');
  assert.equal(await page.run(() => globalThis.room.document.querySelector('p').textContent), 'own');
  assert.deepEqual((await visitor.cookies()).filter(({ name }) => name === 'ads_id'), []);
  await page.run(() => { globalThis.assent.acceptAll(); });
  await stage.third.until(3);
  assert.deepEqual(asked(), all);
  assert.deepEqual(page.errors, []);
}));

test('a link that the visitor clicks opens its window, wherever it leads', () => stage.visit(`<a id="go" href="${stage.at('ads.test', '/page.html')}" target="_blank" rel="opener">go</a>`, async (page) => {
  await page.click('#go');
  await stage.third.until(1);
  assert.ok(asked().includes('/page.html'));
}));
