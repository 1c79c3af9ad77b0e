// Two browsers, one way to drive them: Chromium through playwright-core, Firefox through puppeteer-core over WebDriver BiDi.
// Both are the system's own; CHROMIUM and FIREFOX name other ones. `*.test` and `*.localhost` resolve to this machine in both.
// `*.localhost` is a secure context, `*.test` is not (so no cookieStore, Cache or service worker there).
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = (variable, ...paths) => {
  const found = process.env[variable] ?? paths.find(existsSync);
  if (!found) throw new Error(`no browser at ${paths.join(' or ')}: install it or set ${variable}`);
  return found;
};

const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--host-resolver-rules=MAP *.test 127.0.0.1, MAP *.localhost 127.0.0.1', '--autoplay-policy=no-user-gesture-required',
];

const firefoxPreferences = {
  'network.dns.forceResolve': '127.0.0.1', // every name is this machine
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // WebDriver turns speculation off by default; visitors have it on, and speculation is a leak.
  'network.http.speculative-parallel-limit': 20,
  'network.prefetch-next': true,
  'network.dns.disablePrefetch': false,
  'media.autoplay.default': 0,
  'dom.min_background_timeout_value': 4, // several pages are open at once, and only one is in front
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
};

// On SIGTERM the drivers close their browsers and leave the process to wait for ever; a test run that is told to stop must stop.
process.once('SIGTERM', () => setTimeout(() => process.exit(143), 2000));

/**
 * `launch("chromium" | "firefox")` -> browser with `name`, `visitor(options)`, `close()`.
 * A visitor is a fresh profile (cookies, storage): `page()`, `cookies()` (all of the profile: {name, value, domain, path, expires in s, session}), `close()`.
 * Options for both: `viewport {width, height}`, `init` (a function, or several, that run first in every document).
 * `wholeProfile: true` gives Chromium a profile on disk and a process of its own (0.3 s), with third-party cookies allowed: its off-the-record contexts
 * neither carry out preconnect hints nor keep such cookies, so a test that counts connects or looks for those needs it. Firefox does without.
 * An object instead of `true` is merged into the profile's Preferences.
 * For Chromium only: `headers {name: value}`, `locale`, `colorScheme`, `reducedMotion`, `forcedColors`, `javaScript: false`.
 */
export async function launch(name = 'chromium', { flags = [], preferences = {} } = {}) {
  return name === 'firefox' ? launchFirefox(preferences) : launchChromium(flags);
}

async function launchChromium(flags) {
  const { chromium } = await import('playwright-core');
  const how = {
    executablePath: program('CHROMIUM', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'),
    args: [...chromiumFlags, ...flags],
    ignoreDefaultArgs: ['--disable-back-forward-cache'], // visitors have it
  };
  const browser = await chromium.launch(how);
  return {
    name: 'chromium',
    raw: browser,
    version: () => browser.version(),
    close: () => browser.close(),
    async visitor({ viewport = { width: 1280, height: 800 }, headers, init, javaScript, wholeProfile, ...other } = {}) {
      const wishes = { viewport, extraHTTPHeaders: headers, javaScriptEnabled: javaScript, ...other };
      const folder = wholeProfile && mkdtempSync(join(tmpdir(), 'assent-visitor-'));
      if (folder) {
        mkdirSync(join(folder, 'Default'));
        writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({
          net: { network_prediction_options: 0 }, ...wholeProfile, profile: { cookie_controls_mode: 0, ...wholeProfile.profile } }));
      }
      const context = folder ? await chromium.launchPersistentContext(folder, { ...how, ...wishes }) : await browser.newContext(wishes);
      for (const first of [init ?? []].flat()) await context.addInitScript(first);
      return {
        raw: context,
        page: async () => wrap(await context.newPage()),
        cookies: async () => (await context.cookies()).map((cookie) => ({ ...cookie, session: cookie.expires === -1 })),
        async close() {
          await context.close();
          if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
        },
      };
    },
  };
}

async function launchFirefox(preferences) {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('FIREFOX', '/usr/bin/firefox-esr', '/usr/bin/firefox'),
    headless: true,
    // Its driver would be told of every request; the servers' own logs tell us.
    networkEnabled: false,
    extraPrefsFirefox: { ...firefoxPreferences, ...preferences },
  });
  return {
    name: 'firefox',
    raw: browser,
    version: () => browser.version(),
    close: () => browser.close(),
    async visitor({ viewport = { width: 1280, height: 800 }, init, wholeProfile, ...other } = {}) {
      const unknown = Object.keys(other);
      if (unknown.length) throw new Error(`not for Firefox: ${unknown.join(', ')}`);
      const context = await browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
      return {
        raw: context,
        async page() {
          const page = await context.newPage();
          await page.setViewport(viewport);
          for (const first of [init ?? []].flat()) await page.evaluateOnNewDocument(first);
          return wrap(page, true);
        },
        cookies: async () => (await context.cookies()).map((cookie) => ({ ...cookie, session: cookie.session ?? !(cookie.expires > 0) })),
        close: () => context.close(),
      };
    },
  };
}

/**
 * A page: `open(url)` and `reload()` resolve after the load event (`{until: "commit"|"domcontentloaded"}` earlier), `run(fn, arg)` in the page, `wait(fn, arg, ms)` until
 * fn is truthy there, `click(selector)`, `press(key)` ("Tab", "Enter", "Shift+Tab", "Space"), `goBack()`, `screenshot(options)`, `errors` (uncaught), `messages` (console lines),
 * `raw` the driver's own page.
 */
function wrap(page, firefox = false) {
  const errors = [], messages = [];
  page.on('pageerror', (error) => errors.push(String(error?.message ?? error)));
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  const options = ({ until = 'load', timeout = 15000 } = {}) =>
    ({ waitUntil: firefox && until === 'commit' ? 'domcontentloaded' : until, timeout });
  return {
    raw: page, errors, messages,
    open: (url, how) => page.goto(url, options(how)),
    reload: (how) => page.reload(options(how)),
    // Firefox's driver waits for a navigation that a page from the back/forward cache doesn't have.
    async goBack(how) {
      if (!firefox) return page.goBack(options(how));
      const left = page.url();
      await page.evaluate(() => { history.back(); });
      for (const end = Date.now() + 5000; Date.now() < end && await page.evaluate(() => location.href).catch(() => left) === left;) await new Promise((done) => setTimeout(done, 50));
    },
    run: (fn, arg) => page.evaluate(fn, arg),
    wait: (fn, arg, timeout = 5000) => (firefox ? page.waitForFunction(fn, { timeout }, arg) : page.waitForFunction(fn, arg, { timeout })),
    async click(selector) {
      if (!firefox) return page.click(selector, { timeout: 5000 });
      await page.waitForSelector(selector, { timeout: 5000, visible: true });
      return page.click(selector);
    },
    async press(keys) {
      if (!firefox) return page.keyboard.press(keys);
      const parts = keys.split('+');
      const key = parts.pop();
      for (const part of parts) await page.keyboard.down(part);
      await page.keyboard.press(key);
      for (const part of parts.reverse()) await page.keyboard.up(part);
    },
    screenshot: (how) => page.screenshot(how),
    url: () => page.url(),
    close: () => page.close(),
  };
}
