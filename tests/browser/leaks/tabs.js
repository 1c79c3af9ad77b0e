// One visitor, two tabs: a choice in one reaches the other, and a withdrawal in one holds in all.
import { setTimeout as pause } from 'node:timers/promises';

const until = async (page, fn, arg) => { for (let i = 0; i < 60; i += 1) { if (await page.run(fn, arg).catch(() => false)) return true; await pause(50); } return false; };

/** `list` holds one vector: a page with an image of the third party. Answers '' or what went wrong. */
export async function twoTabs(sheet, visitor, third) {
  const [{ context }] = sheet.vectors, [one, two] = [await visitor.page(), await visitor.page()];
  const asked = path => third.log(context.host).filter(request => request.path === path).length;
  const show = (page, path) => page.run(address => { new Image().src = address; }, context.T + path);
  try {
    for (const page of [one, two]) await page.open(sheet.url('/page'));
    await one.run(() => { globalThis.assent.acceptAll(); });
    if (!await until(two, () => globalThis.assent.state().categories.analytics)) return 'the other tab never heard of the consent';
    await show(two, '/granted.gif');
    for (let i = 0; i < 60 && !asked('/granted.gif'); i += 1) await pause(50);
    if (!asked('/granted.gif')) {
      // A policy line is only lifted by a reload (strict).
      await two.reload();
      await show(two, '/granted.gif');
      await pause(500);
      if (!asked('/granted.gif')) return 'with consent the other tab still loads nothing';
    }
    await until(one, () => globalThis.assent.state().categories.analytics);
    await one.run(() => { globalThis.assent.withdraw(); });
    if (!await until(two, () => !globalThis.assent.state().categories.analytics)) return 'the other tab never heard of the withdrawal';
    await show(two, '/withdrawn.gif');
    await show(one, '/withdrawn.gif');
    await pause(500);
    return asked('/withdrawn.gif') ? 'after the withdrawal a tab still loads' : '';
  } finally {
    await one.close();
    await two.close();
  }
}
