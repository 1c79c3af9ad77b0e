// Assent in the page, from the first byte to the last effect. The core starts and decides; the gate closes what must wait; the core's effects
// are carried out in order; the banner shows when there is a body to show it in.
import image from 'assent:image';
import uiPart from 'assent:ui';
import { startCore, closedCore, wrapCore } from './core.js';
import { restoreState } from './reload.js';
import { watchTabs, workersChannel } from './tabs.js';
import { judgeBy, startGate, startWorkerGate, takeOver, releaseHeld, explain, forget, isHeld, adoptPage, placeholdersBy, KINDS, workerContext } from '../gate/index.js';
import { contextText, eventText } from './context.js';
import { choiceLines } from './protocol.js';
import { makeEvents, defineApi } from './api.js';
import { awaitCore, lateImage, lateUI } from './arrive.js';
import { sweep } from './erase.js';
import * as N from '../gate/platform.js';
import { makeEffects } from './effects.js';

const NO_POLICY = { grade: 'smooth', categories: [], services: [], ownHosts: [], necessaryHosts: [], holdHosts: [] };

const bootPage = script => {
  const source = script?.src || '', config = { ...script?.dataset };
  const events = makeEvents();
  const failed = (code, message) => { console.warn(`Assent: ${code}: ${message}`); events.tell('failure', { code, message }); };

  const closed = closedCore();
  let core = startCore(failed) || closed, bytes = image();
  let state = null, policy = NO_POLICY, gated = false, ui = null, arriving = null;
  // Until a policy is open nothing knows the site's own things but the closed core: they run, and so does the fetch of the policy.
  const decide = (kind, subject) => (state ? core : closed).decide(kind, subject);
  const cookies = () => { try { return N.cookie(document) || ''; } catch { return ''; } };
  const context = () => contextText({ cookie: cookies(), region: config.region });

  // When there is a body to show things in. The document's listeners are lost when the gate reopens it: `listen` is called again then.
  const waiting = [];
  const whenReady = fn => { if (document.body && document.readyState !== 'loading') fn(); else waiting.push(fn); };
  const listen = () => {
    N.listen(document, 'DOMContentLoaded', () => { for (const fn of waiting.splice(0)) fn(); });
    // Where cookies are refused nothing changes, and the page alone knows of its choice.
    watchTabs(() => { if (state && seen !== (seen = cookies())) act('sync', { cookie: seen }); });
  };
  let seen = cookies();
  const withUI = fn => whenReady(async () => {
    if (!state) return;
    const createUI = await (arriving ||= uiPart ? new Promise(uiPart) : lateUI(source)).catch(error => failed('no-banner', error.message));
    if (createUI) fn(ui ||= createUI({
      view: name => core.view(name), act, documentReady: whenReady, explain: (kind, url) => explain(kind, url, policy),
      // A strict line can't be lifted for one origin and one page.
      once: grade() !== 'strict' && (url => { once.add(originOf(url)); forget(); releaseHeld(); }),
    }));
  });

  // Origins that a placeholder's "load once" let in, for this page.
  const once = new Set(), originOf = url => new N.URL(url, document.baseURI).origin;
  judgeBy((kind, subject) => once.size && kind <= 10 && once.has(originOf(subject)) ? 4 << 2 : decide(kind, subject));

  const trouble = code => failed(code, code === 'no-line' ? 'The line beside the script is missing.' : 'The script must be first in <head>: no async, defer, module.');
  const grade = () => config.grade || policy.grade;
  // With everything granted there is nothing to hold, and nothing of the page is touched.
  const mustHold = () => !state || policy.services.some(service => !state.services[service.id]) || isHeld(2, 'https://unclassified.invalid/');
  const gate = () => {
    if (gated || !mustHold()) return;
    gated = true;
    startGate({
      notify: events.tell, policy: () => policy, grade: grade(), script, file: source, context, reopened: listen, trouble,
    });
  };

  const carryOut = makeEffects({ withUI, hide: () => ui?.hide(), release: releaseHeld, publish: name => events.tell(name, state), failed, cookies });
  /** Takes an outcome of the core: the new state, then its effects, in order. */
  const take = outcome => {
    if (outcome.error) { failed(outcome.error.code, outcome.error.message); return state; }
    state = outcome.state;
    forget();
    gate();
    for (const effect of outcome.effects) carryOut(effect);
    return state;
  };
  /** Tells the core, and the cores of the workers, what was chosen or asked for; answers the state. */
  const act = (name, detail) => {
    if (/^[wr]/.test(name)) once.clear(); // withdraw, reject-all
    const text = eventText(name, name === 'save' ? choiceLines(detail, state) : detail);
    const answer = take(core.send(text));
    workersChannel()?.postMessage(text);
    return answer;
  };
  const show = (view = 'preferences') => act('show', { view });

  /** Opens the policy with whatever core and image are there; true when the visit can begin. */
  const open = () => {
    if (!bytes.length) return false;
    const outcome = core.open(bytes, context());
    if (!outcome.error) policy = core.view('policy');
    if (!take(outcome)) return false;
    withUI(u => { u.refresh(); placeholdersBy(u.hold); });
    releaseHeld();
    events.tell('ready', state);
    return true;
  };

  const begin = () => {
    if (!open()) gate();
    else if (!gated) {
      config.grade = 'markup'; // should a withdrawal put the gate up: this page is beyond being taken over
      // The line keeps the parser from looking ahead: a page with nothing to hold is quicker when it is written without it.
      if (config.line) takeOver({ script, opened: listen, trouble });
    }
  };
  if (core === closed && source) {
    self.__assentCore = make => { if (make) core = wrapCore(make(), failed); else begin(); };
    if (!awaitCore(source, script)) self.__assentCore();
  } else begin();
  listen();
  whenReady(() => {
    adoptPage();
    restoreState();
    // What the page's own server set meanwhile, with its files and answers.
    if (gated) { N.listen(self, 'load', sweep); self.cookieStore?.addEventListener('change', sweep); }
  });
  defineApi({ state: () => state, act, show, on: events.on, version: () => core.version(), explain: (subject, kind = 'script') => {
    const number = KINDS.indexOf(kind);
    if (number < 0) throw new RangeError(`assent.explain: no kind "${kind}"; there are ${KINDS}`);
    return explain(number, number <= 10 ? new N.URL(subject, document.baseURI).href : String(subject), policy);
  } });

  if (!bytes.length) {
    if (config.policy) lateImage(config.policy, source).then(made => { bytes = made; open(); }, error => failed('policy-unreachable', error.message));
    else failed('no-policy', 'There is no policy.');
  }
};

const bootWorker = ([context, source, url, base, own]) => {
  let core = startCore(() => {});
  if (!core) try { self.__assentCore = make => { core = wrapCore(make(), () => {}); }; awaitCore(source); } catch { /* it stays closed */ }
  core ||= closedCore();
  core.open(image(), context);
  const channel = workersChannel();
  if (channel) channel.onmessage = ({ data }) => { core.send(data); forget(); releaseHeld(); };
  startWorkerGate({ context, source, url, base, own, decide: (kind, subject) => core.decide(kind, subject), notify() {}, policy: () => core.view('policy') || NO_POLICY });
};

if (self.__assentCore) self.__assentCore();
else if (self.document) bootPage(document.currentScript);
else if (workerContext()) bootWorker(workerContext());
