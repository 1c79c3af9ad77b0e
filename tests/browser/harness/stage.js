// A browser, a first party and third parties, set up for a test file: a test says what the page is and what happens on it.
import { launch } from './browser.js';
import { startSite } from './site.js';
import { startThirdParty } from './third-party.js';
import { filesFor, pageWith, script, testPolicy } from './assent.js';

/**
 * `openStage()` -> {browser, site, third, at(host, path): a third party's address, visit(body, story, options), close()}.
 * `visit` serves `body` as the page "/" with consent.js for `policy` (default: testPolicy()) in front, opens it for a new visitor, runs
 * `story(page, visitor)`, and lets the visitor go. The third party's log begins empty.
 * Options: policy, consent (the text of consent.js instead), line (what stands first in the head), head, headers (of the page), pages (more of them), open: false
 * (the story opens the page itself), and those of `visitor` in browser.js.
 */
export async function openStage(browserName = 'chromium') {
  const browser = await launch(browserName);
  const third = await startThirdParty();
  const site = await startSite();
  return {
    browser, site, third,
    at: third.url,
    async visit(body, story, { policy, consent, line, head, headers, pages = {}, open = true, ...visitorOptions } = {}) {
      if (line === undefined) {
        for (const [name, text] of Object.entries(filesFor(policy ?? testPolicy()))) site.set(`/${name}`, script(text));
        if (consent) site.set('/consent.js', script(consent));
      }
      for (const [path, page] of Object.entries(pages)) site.set(path, page);
      site.set('/', { headers, body: pageWith(body, { head, line }) });
      third.reset();
      site.reset();
      const visitor = await browser.visitor(visitorOptions);
      try {
        const page = await visitor.page();
        if (open) await page.open(site.url());
        await story(page, visitor);
      } finally {
        await visitor.close();
      }
    },
    async close() {
      await browser.close();
      await site.close();
      await third.close();
    },
  };
}
