// Many pages at once in one browser.
import { setTimeout as pause } from 'node:timers/promises';

/** How many tabs are open at once, and after how many ms a page that says nothing any more is given up. */
const TABS = Number(process.env.LEAKS_ABREAST ?? 10), HUNG = 40000;
const within = (ms, work, otherwise) => Promise.race([work, pause(ms, undefined, { ref: false }).then(otherwise)]);

/**
 * Runs `task(page)` for each of the tasks, in several tabs of one visitor, and answers their results; `hung(i)` is the result of one that
 * never ended. A tab that was lost is replaced.
 */
export async function abreast(tasks, visitor, hung, tabs = TABS) {
  const results = [];
  let next = 0, opening = Promise.resolve();
  // One after the other, and once more: Firefox may lose a tab that opens while another one does, or closes.
  const tab = () => (opening = opening.catch(() => {}).then(() => visitor.page()).catch(() => visitor.page()).then(page => {
    page.popups = [];
    page.raw.on('popup', popup => page.popups.push(popup));
    return page;
  }));
  const close = page => within(3000, page.close().catch(() => {}), () => {});
  const work = async () => {
    let page = await tab();
    while (next < tasks.length) {
      const i = next++;
      results[i] = await within(HUNG, tasks[i](page), () => hung(i));
      for (const popup of page.popups.splice(0)) popup?.close().catch(() => {});
      const alive = await within(3000, page.run(() => true).catch(() => false), () => false);
      if (!alive) { close(page); page = await tab(); }
      page.errors.length = 0;
    }
    await close(page);
  };
  await Promise.all(Array.from({ length: Math.min(tabs, tasks.length) }, work));
  return results;
}
