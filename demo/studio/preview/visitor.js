// A visit to a page, for looking at: the page's HTML with the site's real consent.js first in its head, and around it what makes it a visit
// of its own: cookies beside the frame (jar.js), a browser that sends a privacy signal or not, and a door.
//
// The door is a content security policy behind Assent's line: whatever Assent lets go and whatever it never held comes as far as the browser's own
// network code, is reported there, and goes no further, so that designing a banner tells nobody anything. The stand-ins of the demo, on
// *.localhost, are let through: they keep a log.

const DOOR = "default-src 'self' blob: data: 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' http://*.localhost:*; frame-src 'self' blob: data: http://*.localhost:*";
const CONSENT = /<!--consent-->|<script src="\/consent\.js"[^>]*><\/script>(?:<meta http-equiv="Content-Security-Policy"[^>]*>)?(?:<!-- -->)?/;
const attribute = (text) => String(text).replace(/&/g, "&amp;").replace(/"/g, "&quot;");

/**
 * The HTML of a visit. `page`: {html}, `carried`: {trackers, pixels, embed} (pages.js), `line`: the snippet, with SRC for the script's address,
 * `declarationSrc`: the address of the cookie page's script, `css`: the site's own CSS for the banner.
 */
export function visitHtml({ page, carried, line, src, declarationSrc, css = "", language, dir = "ltr", scheme = "", region = "" }) {
  const head = line.replace("SRC", attribute(src)).replace("<script ", `<script data-region="${attribute(region)}" `)
    + `<meta http-equiv="Content-Security-Policy" content="${DOOR}"><script>frameElement?.visit?.opened(window)</script>`;
  return page.html
    .replace(/<html[^>]*>/, `<html lang="${attribute(language)}" dir="${dir}"${scheme && ` data-theme="${scheme}"`}>`)
    .replace(CONSENT, () => head)
    .replace("<!--trackers-->", () => carried.trackers).replace("<!--pixels-->", () => carried.pixels).replace("<!--embed-->", () => carried.embed)
    .replace("<!--declaration-->", () => `<assent-declaration></assent-declaration><script src="${attribute(declarationSrc)}"></script>`)
    .replace("</head>", () => `<style id="own-css">${css.replace(/<\//g, "<\\/")}</style></head>`);
}

/** The script of a visit: the site's consent.js, and two words to the studio, before it and after it. */
export const visitScript = (consent) => new Blob(["frameElement?.visit?.entered(window);\n", consent, "\nframeElement?.visit?.arrived(window);"], { type: "text/javascript" });

const STAND_IN = (host) => `<!doctype html><meta charset="utf-8"><style>:root{color-scheme:light dark}body{margin:0;block-size:100vh;display:grid;place-content:center;gap:.25em;text-align:center;font:15px/1.5 system-ui,sans-serif;background:light-dark(#eceef1,#22262b);color:light-dark(#3c434b,#c9ced4)}b{font-size:1.0625rem}</style><b>${host}</b><span>would show its content here</span>`;

/**
 * What a frame is told and asked while its page opens; to be put on the <iframe> as `visit` before it gets its page.
 * `tell(what, detail)` hears "ready", "change", "hold", "release", "failure" (Assent's events), "left" {url, kind, stopped} and "opened".
 * `webdriver: true`: the browser says that it is driven by a program. `patient: false` makes timers of more than three seconds never end, so that what would go by itself stays to be looked at.
 */
export function makeVisit({ jar, gpc = false, patient = true, webdriver = false, tell = () => {} }) {
  const left = (win, url, kind, stopped) => { if (/^https?:/.test(url) && new URL(url).host !== location.host) tell("left", { url, kind, stopped }, win); };
  return {
    jar,
    entered(win) {
      Object.defineProperty(win.Document.prototype, "cookie", { configurable: true, enumerable: true, get: () => jar.line(), set: (text) => jar.write(text) });
      if (gpc) Object.defineProperty(win.Navigator.prototype, "globalPrivacyControl", { configurable: true, get: () => true });
      if (webdriver) Object.defineProperty(win.Navigator.prototype, "webdriver", { configurable: true, get: () => true });
      if (!patient) {
        const { setTimeout } = win;
        win.setTimeout = (run, ms, ...rest) => (ms > 3000 ? 0 : setTimeout.call(win, run, ms, ...rest));
      }
    },
    arrived(win) {
      for (const name of ["ready", "change", "hold", "release", "failure"]) win.assent?.on(name, (detail) => tell(name, detail, win));
    },
    opened(win) {
      const doc = win.document;
      doc.addEventListener("securitypolicyviolation", (event) => {
        left(win, event.blockedURI, event.effectiveDirective.replace(/-src.*/, "").replace("img", "image"), true);
        const frame = event.effectiveDirective === "frame-src" && [...doc.querySelectorAll("iframe[src]")].find(({ src }) => src.startsWith(event.blockedURI));
        if (frame) frame.srcdoc = STAND_IN(new URL(frame.src).host);
      });
      new win.PerformanceObserver((list) => {
        for (const { name, initiatorType } of list.getEntries()) if (new URL(name).hostname.endsWith(".localhost")) left(win, name, initiatorType.replace("img", "image"), false);
      }).observe({ type: "resource", buffered: true });
      // A link would leave the visit: in a frame without an address of its own even "#" does.
      doc.addEventListener("click", (event) => { if (event.target.closest?.("a[href]")) event.preventDefault(); }, true);
      tell("opened", null, win);
    },
  };
}
