// The page as its libraries and its users see it: necessary third parties, frameworks, the look of the platform.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { buildSync } from 'esbuild';

const require = createRequire(import.meta.url), here = dirname(new URL(import.meta.url).pathname);
const bundled = contents => buildSync({ stdin: { contents, resolveDir: here, loader: 'jsx' }, bundle: true, write: false, minify: true, define: { 'process.env.NODE_ENV': '"production"' }, jsx: 'automatic' }).outputFiles[0].text;

const react = () => bundled(`
import { useState, useEffect } from 'react'; import { createRoot } from 'react-dom/client'; import { flushSync } from 'react-dom';
function Row({ n }) { return <li style={{ backgroundImage: 'url(/own.gif)' }} data-n={n}><img src={'/own.gif?' + n} alt=""/>{n}</li>; }
function App() { const [rows, set] = useState(50); useEffect(() => { note('effect', rows); return () => note('cleaned', rows); }, [rows]); return <div><button onClick={() => set(rows / 2)}>half</button><ul>{Array.from({ length: rows }, (_, i) => <Row key={i} n={i}/>)}</ul><div dangerouslySetInnerHTML={{ __html: '<b>raw</b>' }}/></div>; }
const root = createRoot(document.getElementById('root')); flushSync(() => root.render(<App/>)); const list = () => document.querySelectorAll('#root li');
note(list().length, list()[7].textContent, list()[7].firstChild.getAttribute('src'), list()[7].getAttribute('style'), document.querySelector('#root b').textContent);
setTimeout(() => { flushSync(() => document.querySelector('#root button').click()); note(list().length); setTimeout(() => { flushSync(() => root.unmount()); note(document.getElementById('root').childNodes.length); done(); }, 50); }, 50);`);

/** What stands on the platform's interfaces: each property as the page would find it. */
const look = `const shape = (o, k) => { const d = Object.getOwnPropertyDescriptor(o, k); const f = x => typeof x === 'function' ? [x.name, x.length, Function.prototype.toString.call(x), x.toString(), Object.hasOwn(x, 'prototype')].join() : typeof x; return [String(k), d.configurable, d.enumerable, d.writable, f(d.value), f(d.get), f(d.set)].join(); };
const names = Object.getOwnPropertyNames(window).filter(n => /^[A-Z]/.test(n)).sort(); let out = [];
for (const n of names) { let p; try { p = window[n].prototype; } catch {} if (typeof window[n] !== 'function') continue; out.push(n + ':' + shape(window, n)); for (const k of Object.getOwnPropertyNames(window[n])) if (k !== 'arguments' && k !== 'caller') out.push(n + '!' + shape(window[n], k)); if (p) for (const k of Reflect.ownKeys(p)) out.push(n + '.' + shape(p, k)); }
for (const k of ['fetch', 'open', 'setTimeout', 'localStorage', 'sessionStorage', 'onload', 'indexedDB', 'navigator', 'addEventListener', 'postMessage']) if (Object.hasOwn(window, k)) out.push(shape(window, k));`;

export default {
  'a necessary third party loads at once, in order': {
    head: ({ ok }) => `<link rel="stylesheet" href="${ok}/a.css"><script src="${ok}/lib.js?body=globalThis.lib=1;note('lib')"></script><script>note('inline', lib)</script>`,
    html: ({ ok }) => `<script src="${ok}/slow.js?delay=200&amp;body=note('slow')"></script><script>note('behind')</script><img id=i src="${ok}/a.gif"><iframe id=f src="${ok}/a.html"></iframe>`,
    js: ({ ok }) => `addEventListener('load', async () => { note(i.naturalWidth, getComputedStyle(document.documentElement).getPropertyValue('--third-party-style').trim()); note((await (await fetch('${ok}/a.json')).json()).name.length > 3); const s = document.createElement('script'); s.src = '${ok}/b.js?body=note("dynamic")'; s.onload = () => { note('onload'); done(); }; document.head.append(s); });`,
  },
  'a new script is asked for like any other': {
    js: ({ own }) => `const s = document.createElement('script'); note(s.async, s.type, s.src, s.text); s.src = '${own('a.js')}'; note(s.src.endsWith('a.js'), s.getAttribute('src').length > 3, s.attributes.length, s.outerHTML.replace(/"http[^"]*"/, '')); s.addEventListener('load', e => { note('loaded', e.type, e.target === s, e.isTrusted, s.isConnected); done(); }); note(document.head.appendChild(s) === s);`,
    files: () => ({ 'a.js': 'note("ran", document.currentScript !== null)' }),
  },
  'what is held reads as it was set': {
    html: ({ T }) => `<img id=a src="${T}/a.gif?x=1&amp;y=2" alt=A><iframe id=b src="${T}/b.html"></iframe><a id=l href="${T}/c">l</a>`,
    js: ({ T }) => `note(a.src, a.getAttribute('src'), a.hasAttribute('src'), b.src, b.getAttribute('src'), l.href, a.alt, document.images.length); const i = new Image(); i.src = '${T}/d.gif'; note(i.src, i.getAttribute('src'), i.hasAttribute('src'), i.srcset); i.srcset = '${T}/e.gif 2x'; note(i.srcset); i.removeAttribute('src'); note(i.src, i.hasAttribute('src'));
const s = document.createElement('script'); s.async = true; s.src = '${T}/s.js'; document.head.append(s); note(s.src, s.type, s.async, s.isConnected); const k = document.createElement('link'); k.rel = 'stylesheet'; k.href = '${T}/s.css'; note(k.href, k.rel); const f = document.createElement('iframe'); f.src = '${T}/x.html'; document.body.append(f); note(f.src, f.contentWindow !== null); const m = new Audio('${T}/m.wav'); note(m.src, m instanceof HTMLAudioElement); done();`,
  },
  'held calls look like calls that wait': {
    js: ({ T, W }) => `note(fetch('${T}/f') instanceof Promise, navigator.sendBeacon('${T}/b', 'x')); const x = new XMLHttpRequest(); x.open('GET', '${T}/x'); note(x.readyState, x.send()); const s = new WebSocket('${W}/s'); note(s instanceof WebSocket, s.readyState, s.url, s.bufferedAmount, s.extensions, typeof s.close); s.onopen = () => {}; note(typeof s.onopen); const e = new EventSource('${T}/e'); note(e instanceof EventSource, e.readyState, e.url, e.withCredentials); try { s.send('x'); } catch (z) { note(z.name); }
document.cookie = 'plain=1; path=/'; note(document.cookie.includes('plain=1')); note(import('data:text/javascript,export default 1') instanceof Promise); done();`,
  },
  'the platform looks native': { js: () => `${look} note(out.length > 5000); for (const line of out.sort()) note(line); done();` },
  'nothing new among the globals': { js: () => `for (const n of Object.getOwnPropertyNames(window).sort()) if (n !== 'assent') note(n); for (const o of [document, document.head, new Image(), document.createElement('script'), navigator, history]) note(Reflect.ownKeys(o).map(String)); done();` },
  'instances': {
    js: () => `note(new Audio() instanceof Audio, new Audio() instanceof HTMLAudioElement, new Image() instanceof HTMLImageElement, new XMLHttpRequest() instanceof XMLHttpRequest, Object.getPrototypeOf(WebSocket) === EventTarget, WebSocket.prototype.constructor === WebSocket, WebSocket.CLOSED, Object.keys(WebSocket), EventSource.name, Worker.length); class S extends FontFace {} const f = new S('x', 'local(Arial)'); note(f instanceof S, f.family); class X extends XMLHttpRequest { open(...a) { note('open', a[0]); super.open(...a); } } const x = new X(); x.open('GET', '/own.txt'); x.onload = () => { note(x.status); done(); }; x.send(); try { WebSocket('ws://x'); } catch (e) { note(e.name); } try { HTMLImageElement(); } catch (e) { note(e.name); }`,
  },
  'errors are the platform\'s own': {
    js: () => `const attempt = f => { try { note('no error', f()); } catch (e) { note(e.constructor.name, e.name, e.message.replace(/\\d+/g, 'N'), e.code); } };
attempt(() => document.body.appendChild(null)); attempt(() => document.body.appendChild('x')); attempt(() => document.body.insertBefore(document.createElement('p'), document.head)); attempt(() => document.createElement('p').setAttribute('1x', 'y')); attempt(() => document.createElement('p').setAttribute('x')); attempt(() => document.createElement('p').setAttributeNS('', 'a:b', 'c')); attempt(() => document.body.append(document)); attempt(() => document.body.insertAdjacentHTML('nowhere', 'x')); attempt(() => document.body.insertAdjacentHTML('x'));
attempt(() => new WebSocket('nothing:')); attempt(() => new WebSocket()); attempt(() => new Worker()); attempt(() => new XMLHttpRequest().send()); attempt(() => new EventSource('http://[')); attempt(() => localStorage.setItem('a')); attempt(() => indexedDB.open()); attempt(() => navigator.sendBeacon()); attempt(() => navigator.sendBeacon('http://[')); attempt(() => new FontFace('x')); attempt(() => document.styleSheets[0]?.insertRule('{')); attempt(() => document.createRange().insertNode(null)); attempt(() => Element.prototype.setAttribute.call({}, 'a', 'b')); attempt(() => Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').get.call({})); attempt(() => Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set.call(document, 'x')); attempt(() => document.createElement('iframe').src = Symbol()); attempt(() => document.write(Symbol())); attempt(() => Node.prototype.appendChild.call(null, document.body)); attempt(() => customElements.define('x', class {})); attempt(() => HTMLElement.prototype.click.call({}));
Promise.allSettled([fetch(), fetch('http://['), caches.open(), fetch('/own.txt', {method: 'no method'})]).then(all => { for (const r of all) note(r.status, r.reason?.name); done(); });`,
  },
  'errors keep their stack': {
    html: ({ own }) => `<script>addEventListener('error', e => { note(e.message, e.filename.split('/').pop(), e.lineno, e.colno > 0, e.error === globalThis.thrown, e.error?.stack.includes('second')); });</script><script src="${own('throws.js')}"></script>`,
    js: () => `const lines = e => e.stack.split('\\n').filter(l => /throws\\.js/.test(l)).length; try { viaPlatform(); } catch (e) { note(e.name, lines(e) > 0); } try { document.body.appendChild({}); } catch (e) { note(e.stack.length > 0); } setTimeout(first, 50); setTimeout(done, 100);`,
    files: () => ({ 'throws.js': "\nfunction viaPlatform() { document.body.appendChild(7); }\nfunction first() { second(); }\nfunction second() { throw globalThis.thrown = new TypeError('of the page'); }\n\n\n" }),
  },
  'insertion gives back what it always did': {
    js: () => `const p = document.createElement('p'), q = document.createElement('q'), d = document.body.appendChild(document.createElement('div')); note(d.appendChild(p) === p, d.append(q, 'text'), d.insertBefore(document.createElement('i'), q).localName, d.replaceChild(document.createElement('b'), p) === p, d.insertAdjacentElement('afterbegin', p) === p, d.prepend('x'), p.before('y'), p.replaceWith('z'), d.innerHTML); note(d.insertAdjacentHTML('beforeend', '<u>1</u>'), d.lastChild.outerHTML, d.setAttribute('a', 'b'), d.toggleAttribute('c'), d.setAttributeNode(document.createAttribute('e')), d.attributes.length);
const seen = []; const o = new MutationObserver(rs => { for (const r of rs) seen.push(r.type + r.addedNodes.length + r.removedNodes.length + (r.attributeName || '')); }); o.observe(d, {childList: true, attributes: true, subtree: true, characterData: true}); d.append(document.createElement('img')); d.lastChild.src = '/own.gif'; d.lastChild.setAttribute('style', 'color:red'); d.innerHTML = '<b>x</b><style>p{}</style>'; d.firstChild.firstChild.data = 'y'; setTimeout(() => { note(seen); const f = document.createRange().createContextualFragment('<p>a<p>b'); note(f.childNodes.length, document.importNode(f, true).childNodes.length, document.adoptNode(f) === f, new DOMParser().parseFromString('<p>x', 'text/html').body.innerHTML); const t = document.createElement('template'); t.innerHTML = '<tr><td>1</td></tr>'; note(t.content.firstChild.localName, t.innerHTML); note(document.execCommand.length, document.createElement('p').innerText = 'a\\nb'); done(); }, 20);`,
  },
  'jquery 3': {
    head: ({ own }) => `<script src="${own('jquery.js')}"></script>`,
    html: () => '<div id=d><p class=x>1</p><p class=x>2</p></div>',
    js: ({ own }) => `$(() => { note('ready', $('.x').length); $('#d').append('<img src="/own.gif"><script>note("evaluated")<' + '/script>').on('click', '.x', e => note('clicked', $(e.target).text())); $('.x').last().trigger('click'); $('.x').first().css('background-image', 'url(/own.gif)').attr('data-a', 1).addClass('y').html('<b>h</b>'); note($('#d .y').attr('style'), $('#d').find('b').text(), $('img').attr('src')); $('<iframe>').attr('srcdoc', '<p>').appendTo('#d'); const g = $('<a/>', {href: '/x', text: 't'}); note(g.prop('href').endsWith('/x'));
$.getJSON('/own.json').done(j => { note(typeof j.name); $.getScript('${own('got.js')}').done(() => { note('got', globalThis.got); $('#d').load('${own('part.html')} #in', function () { note($(this).text()); $('#d').empty(); note($('#d').children().length); done(); }); }); }); });`,
    files: () => ({ 'jquery.js': readFileSync(require.resolve('jquery/dist/jquery.js'), 'utf8'), 'got.js': 'globalThis.got = 1', 'part.html': '<p id=out>no</p><p id=in>yes</p>' }),
  },
  'react 19': { html: ({ own }) => `<div id=root></div><script src="${own('react.js')}"></script>`, files: () => ({ 'react.js': react() }) },
  'custom elements': {
    html: () => `<script>customElements.define('x-card', class extends HTMLElement { static observedAttributes = ['src', 'title']; static formAssociated = true; constructor() { super(); this.attachShadow({mode: 'open'}).innerHTML = '<style>:host{display:block}</style><slot></slot><img part=i>'; note('made', this.isConnected); } connectedCallback() { note('connected', this.children.length); } disconnectedCallback() { note('gone'); } attributeChangedCallback(n, o, v) { note('attribute', n, o, v); if (n === 'src') this.shadowRoot.querySelector('img').src = v; } });</script><x-card title=t src="/own.gif"><b>child</b></x-card><div id=host><template shadowrootmode=open><slot name=s></slot><p id=in>declared</p></template><i slot=s>x</i></div>`,
    js: () => `const c = document.querySelector('x-card'); note(c.shadowRoot.querySelector('img').getAttribute('src'), c.shadowRoot.querySelector('slot').assignedNodes().length, host.shadowRoot.getElementById('in').textContent); const n = document.createElement('x-card'); n.setAttribute('src', '/own.gif?2'); document.body.append(n); document.body.prepend(n); n.remove(); host.innerHTML = '<x-card></x-card>'; note(host.firstChild.shadowRoot !== null, customElements.get('x-card').name); document.body.append(document.importNode(c, true)); done();`,
  },
  'single-page navigation': {
    html: () => '<main id=m>one</main><a id=l href="/two">two</a>',
    js: () => `addEventListener('popstate', e => { note('popstate', JSON.stringify(e.state), location.pathname); done(); }); document.addEventListener('click', e => { const a = e.target.closest('a'); if (!a) return; e.preventDefault(); history.pushState({n: 2}, '', a.href); note(location.pathname, history.state.n); const show = () => { m.innerHTML = '<h1>two</h1><script>note("never")<' + '/script>'; }; if (document.startViewTransition) document.startViewTransition(show).updateCallbackDone.then(after); else { show(); after(); } }); const after = () => { note(m.textContent.slice(0, 3)); history.back(); }; addEventListener('load', () => { history.replaceState({n: 1}, ''); l.click(); });`,
  },
  'back from the back/forward cache': { back: true, headers: () => ({ 'cache-control': 'max-age=60' }), js: () => "addEventListener('pageshow', e => { note('pageshow', e.persisted); if (e.persisted) done(); });" },
  'Trusted Types': {
    headers: () => ({ 'content-security-policy': "require-trusted-types-for 'script'; trusted-types assent page" }),
    js: ({ own }) => `const p = trustedTypes.createPolicy('page', {createHTML: t => t, createScriptURL: t => t, createScript: t => t}); const d = document.body.appendChild(document.createElement('div')); d.innerHTML = p.createHTML('<b>x</b>'); note(d.textContent); try { d.innerHTML = '<i>'; } catch (e) { note(e.name); } const s = document.createElement('script'); s.src = p.createScriptURL('${own('a.js')}'); try { s.src = '/x.js'; } catch (e) { note(e.name); } s.onload = () => { note('loaded'); done(); }; document.head.append(s); document.body.insertAdjacentHTML('beforeend', p.createHTML('<p id=tt>')); note(!!document.getElementById('tt'));`,
    files: () => ({ 'a.js': 'note("ran")' }),
  },
};
