// The strict grade ends its policy line by a reload: what a visitor had typed, ticked and chosen, and where the page stood, are there after it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openStage, testPolicy } from './harness/index.js';

const page = `<form><input id="word"><input id="secret" type="password"><input id="tick" type="checkbox"><input name="r" type="radio" value="a" checked><input id="other" name="r" type="radio" value="b">
<textarea id="text"></textarea><select id="one"><option>1<option>2</select><select id="many" multiple><option>1<option>2<option>3</select></form><div style="height: 4000px"></div>`;
const state = () => [word.value, tick.checked, other.checked, text.value, one.value, [...many.options].map(option => option.selected).join(), secret.value, scrollY > 500];

for (const browser of ['chromium', 'firefox']) {
  test(`${browser}: form fields and scroll position outlive the reload behind "accept all", passwords do not`, async () => {
    const stage = await openStage(browser), policy = testPolicy();
    try {
      await stage.visit(page, async visit => {
        const untouched = ['', false, false, '', '1', 'false,false,false', '', false];
        assert.deepEqual(await visit.run(state), untouched);
        await visit.run(() => {
          word.value = 'typed'; secret.value = 'secret'; tick.checked = true; other.checked = true; text.value = 'two\nlines'; one.value = '2';
          many.options[0].selected = true; many.options[2].selected = true;
          scrollTo(0, 800);
          globalThis.before = true;
          setTimeout(() => assent.acceptAll());
        });
        await visit.wait(() => globalThis.assent && !globalThis.before && assent.state().status === 'chosen' && document.readyState === 'complete');
        const kept = ['typed', true, true, 'two\nlines', '2', 'true,false,true', '', true];
        await visit.wait(() => word.value === 'typed').catch(() => {});
        assert.deepEqual(await visit.run(state), kept);
        assert.equal(await visit.run(() => sessionStorage.getItem('assent:reload')), null);
      }, { policy: { ...policy, gate: { ...policy.gate, grade: 'strict' } } });
    } finally {
      await stage.close();
    }
  });
}
