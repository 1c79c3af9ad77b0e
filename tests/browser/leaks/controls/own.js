// The page's own things. Each control notes what it sees; with Assent it must see what it saw without.

export default {
  'scripts in document order': {
    head: ({ own }) => `<script defer src="${own('defer.js')}"></script><script type="module" src="${own('module.mjs')}"></script><script>note('head', document.readyState, !!document.body)</script>`,
    html: ({ own }) => `<script src="${own('slow.js')}"></script><script>note('inline 1', document.currentScript === document.scripts[document.scripts.length - 1])</script><script src="${own('fast.js')}"></script>
<script type="module">note('inline module')</script><script type="text/template">note('never')</script><script nomodule>note('never')</script>
<script>note('inline 2'); addEventListener('DOMContentLoaded', () => note('dcl', document.readyState)); addEventListener('load', () => { note('load', document.readyState); setTimeout(done); });
for (const name of ['one', 'two']) { const s = document.createElement('script'); s.async = false; s.src = '${own('')}' + name + '.js'; s.onload = e => globalThis.dynamic = (globalThis.dynamic || '') + name + (e.target === s) + e.isTrusted; document.head.append(s); }
addEventListener('load', () => note('dynamic', dynamic));</script>`,
    files: () => ({ 'defer.js': "note('defer', document.readyState)", 'module.mjs': "note('module', document.currentScript)", 'slow.js': { headers: { 'content-type': 'text/javascript' }, body: "note('slow', document.currentScript.src.endsWith('slow.js'))", delay: 200 },
      'fast.js': "note('fast')", 'one.js': { headers: { 'content-type': 'text/javascript' }, body: 'globalThis.ones = 1', delay: 100 }, 'two.js': "globalThis.dynamic = (globalThis.dynamic || '') + ones" }),
  },
  'an async script, and one that fails': {
    html: ({ own }) => `<script async src="${own('async.js')}" onload="note('async loaded'); done()"></script><script src="/missing" onerror="note('missing failed')"></script><script>note('behind')</script>`,
    files: () => ({ 'async.js': { headers: { 'content-type': 'text/javascript' }, body: "globalThis.ranAsync = 1", delay: 300 } }),
  },
  'events once, in order': {
    head: () => `<script>document.addEventListener('readystatechange', () => note(document.readyState)); document.addEventListener('DOMContentLoaded', e => note('dcl', e.target === document, e.isTrusted)); addEventListener('DOMContentLoaded', () => note('dcl at window'));
addEventListener('load', e => { note('load', e.target === document); }); onload = () => note('onload'); addEventListener('pageshow', e => { note('pageshow', e.persisted); setTimeout(done, 50); });</script>`,
    body: () => 'onload="note(\'body onload\')"', html: () => '<img src="/own.gif" onload="globalThis.img = 1">',
  },
  'document.write while the page loads': {
    html: ({ own }) => `<div id="d"><script>document.write('<b id=b>b<script>note("inner", document.getElementById("b").textContent)<' + '/script>'); document.write('</b><i', ' id=i>'); document.writeln('x</i>'); note('after', document.getElementById('i').parentNode.id)</script></div>
<script>document.write('<script src="${own('w.js')}"><' + '/script><p id=late>')</script><script>note(globalThis.w, !!document.getElementById('late'), document.getElementById('d').innerHTML.replace(/<script>.*?<\\/script>/g, 'S')); done()</script>`,
    files: () => ({ 'w.js': 'globalThis.w = "written"; document.write("<u id=u></u>")' }),
  },
  'markup as it was written': {
    html: ({ T }) => `<script>var t = "<!--<script>"; /* </script> */ note("<img src='${T}/a.gif'>".length - '${T}'.length, t.length) // --></script><table id=t><tr><td =x class=>1<td a"b>2</table><ul><li>a<li>b</ul><svg viewBox="0 0 1 1"><title>a &lt; b</title><linearGradient id=g></linearGradient></svg><textarea id=a>
<b>&amp;</textarea><template id=m><p>in<script>note('never')</script></template><pre>
x</pre><select><option selected>1<option>2</select><p title='"quoted" &amp; <b>'>é…</p>
<script>const show = node => node.nodeType === 1 ? '<' + node.localName + [...node.attributes].map(a => ' ' + a.name + '=' + a.value).join('') + '>' + (node.localName === 'template' ? [...node.content.childNodes] : [...node.childNodes]).map(show).join('') + '</>' : JSON.stringify(node.data);
note([...document.body.children].filter(e => !/^(script|assent-)/.test(e.localName)).map(show).join('')); note(document.compatMode, document.doctype.name, document.characterSet, document.title, document.documentElement.lang, a.value); done()</script>`,
  },
  'quirks without a head': {
    page: (context, snippet, head) => `${snippet}${head}<title>Q</title><p id=p>text<script>note(document.compatMode, document.doctype, document.title, p.textContent, document.body.children.length > 0); done()</script>`,
  },
  'windows-1252 by meta': {
    encode: 'latin1', page: (context, snippet, head) => `<!doctype html><html><head>${snippet}<meta charset="windows-1252">${head}<title>é</title></head><body><p id=p>naïve ÿ</p><script>note(document.characterSet, document.title, p.textContent); done()</script></body></html>`,
    headers: () => ({ 'content-type': 'text/html' }),
  },
  'cookies': {
    js: () => `document.cookie = 'own=1; path=/'; document.cookie = 'other=a=b; path=/'; note(document.cookie.split('; ').filter(c => !/consent/.test(c)).sort()); document.cookie = 'own=; max-age=0; path=/'; note(document.cookie.includes('own=')); note(typeof Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').get);
cookieStore.set('third', 'x').then(() => cookieStore.get('third')).then(c => { note(c.name, c.value); done(); });`,
  },
  'web storage': {
    js: () => `localStorage.clear(); sessionStorage.clear(); const s = localStorage; s.setItem('a', '1'); s.b = 2; s['c d'] = {toString: () => 'three'}; note(s.length, s.getItem('a'), s.b, s['c d'], s.getItem('nope'), s.nope, 'a' in s, Object.keys(s).sort(), JSON.stringify(Object.entries(s).sort()));
note(s instanceof Storage, Object.prototype.toString.call(s), s === window.localStorage, s.key(0) !== null, s.key(99)); delete s.a; s.removeItem('b'); note(s.length, Object.hasOwn(s, 'c d'), s.propertyIsEnumerable('c d'), JSON.stringify(Object.getOwnPropertyDescriptor(s, 'c d')));
for (const k in s) if (Object.hasOwn(s, k)) note('in', k); try { s.setItem('a'); } catch (e) { note(e.name); } sessionStorage.x = 'y'; note(sessionStorage.getItem('x'), sessionStorage !== s); s.setItem('setItem', 'odd'); note(typeof s.setItem, s.getItem('setItem')); s.clear(); note(s.length); done();`,
  },
  'databases and caches': {
    js: () => `const r = indexedDB.open('own-db', 2); r.onupgradeneeded = e => { note('upgrade', e.oldVersion, e.target === r, r.result.constructor.name); r.result.createObjectStore('s'); };
r.onsuccess = async () => { note(r.result.name, r instanceof IDBOpenDBRequest); const t = r.result.transaction('s', 'readwrite'); t.objectStore('s').put({x: 1}, 'k'); t.oncomplete = () => { const g = r.result.transaction('s').objectStore('s').get('k'); g.onsuccess = async () => { note(JSON.stringify(g.result));
const c = await caches.open('own-cache'); await c.add('/own.txt'); await c.put('/x', new Response('x')); note((await c.keys()).length, await (await c.match('/x')).text(), await caches.has('own-cache')); done(); }; }; };`,
  },
  'requests': {
    js: ({ O }) => `const x = new XMLHttpRequest(); x.onreadystatechange = () => note('xhr', x.readyState); x.open('GET', '/own.json'); x.onload = e => { note('loaded', x.status, x.responseText.length > 2, e.loaded > 2, e.target === x); rest(); }; x.send();
async function rest() { const r = await fetch('/own.json', {method: 'POST', body: 'x'}); note(r.status, r.url.endsWith('/own.json'), r instanceof Response, (await r.json()).name.length > 3); note((await fetch(new Request('${O}/own.txt'))).ok, navigator.sendBeacon('/own?as=none', 'x'));
const s = new XMLHttpRequest(); s.open('GET', '/own.txt', false); s.send(); note(s.status, XMLHttpRequest.DONE, s.getResponseHeader('content-type')); const a = new AbortController(); const p = fetch('/own.txt?delay=500', {signal: a.signal}); a.abort(); await p.catch(e => note(e.name));
const es = new EventSource('/own?as=events'); es.onmessage = e => { note(e.data, e.origin === location.origin, es.readyState, es instanceof EventSource, EventSource.OPEN); es.close(); done(); }; }`,
  },
  'a socket to a necessary host': {
    js: ({ ok }) => `const s = new WebSocket('${ok.replace('http', 'ws')}/x'); note(s.readyState, s.url.startsWith('ws://'), s instanceof WebSocket, WebSocket.OPEN, s.binaryType); s.binaryType = 'arraybuffer'; s.onopen = () => note('open', s.readyState); s.onmessage = e => { note(e.data, s.binaryType); s.close(); }; s.onclose = e => { note('closed', e.constructor.name); done(); };
class Mine extends WebSocket { hello() { return this.readyState; } } const m = new Mine('${ok.replace('http', 'ws')}/y'); note(m.hello(), m instanceof Mine, m.constructor.name); m.close();`,
  },
  'workers': {
    js: ({ own }) => `const blob = new Worker(URL.createObjectURL(new Blob(["onmessage = e => postMessage([e.data * 2, self.name, typeof importScripts, location.protocol])"])), {name: 'twice'}); note(blob instanceof Worker); blob.postMessage(21); blob.onmessage = e => { note(e.data); second(); };
function second() { const w = new Worker('${own('worker.js')}'); w.onmessage = e => { note(JSON.stringify(e.data)); third(); }; } function third() { const m = new Worker('${own('module.js')}', {type: 'module'}); m.onmessage = e => { note(JSON.stringify(e.data)); fourth(); }; }
function fourth() { const s = new SharedWorker('${own('shared.js')}'); s.port.onmessage = e => { note('shared', e.data); fifth(); }; s.port.postMessage(1); } function fifth() { const w = new Worker('${own('broken.js')}'); w.onerror = e => { note('error', e.message.includes('of the worker'), e.filename.endsWith('broken.js'), e.lineno); e.preventDefault(); done(); }; }`,
    files: () => ({ 'worker.js': "importScripts('part.js'); fetch('data.json').then(r => r.json()).then(d => postMessage([part, d.x, location.pathname.endsWith('worker.js'), self.location.href.endsWith('worker.js'), self instanceof DedicatedWorkerGlobalScope]));", 'part.js': 'self.part = "part"', 'data.json': '{"x":5}',
      'module.js': "import { a } from './a.js'; postMessage([a, import.meta.url.endsWith('module.js'), typeof importScripts]);", 'a.js': 'export const a = 7;', 'shared.js': 'let n = 0; onconnect = e => { e.ports[0].onmessage = m => e.ports[0].postMessage(++n + m.data); };', 'broken.js': "\n\nthrow new Error('of the worker');" }),
  },
  'a service worker': {
    js: ({ own }) => `navigator.serviceWorker.register('${own('sw.js')}').then(r => { note(r instanceof ServiceWorkerRegistration, r.scope.length > 5); const w = r.installing || r.waiting || r.active; const go = () => { if (w.state === 'activated') { note('activated'); r.unregister().then(x => { note(x); done(); }); } }; w.onstatechange = go; go(); }, e => { note(e.name, e.message); done(); });`,
    files: () => ({ 'sw.js': 'addEventListener("install", e => skipWaiting()); addEventListener("fetch", e => {});' }),
  },
  'frames': {
    html: ({ own }) => `<iframe id=f src="${own('frame.html')}" name="fr"></iframe><iframe id=g srcdoc="<p id=p>doc</p><script>parent.note('srcdoc', document.URL, p.textContent, parent === top, frameElement.id, document.currentScript !== null)</script>"></iframe>`,
    js: ({ own }) => `const seen = new Set(); addEventListener('message', e => { if (e.data === 'hi') seen.add('message' + (e.source === f.contentWindow) + (e.origin === location.origin)); });
addEventListener('load', () => { note(f.contentDocument.title, f.contentWindow === frames.fr, window.length, f.contentWindow.frameElement === f, f.contentWindow.parent === window, g.contentDocument.compatMode, g.getAttribute('srcdoc').length, g.srcdoc.startsWith('<p id=p>doc'));
const b = document.createElement('iframe'); let loads = 0; b.onload = () => loads++; document.body.append(b); const w = b.contentWindow; note(w.document.URL, w.document.readyState, w.document.body.childNodes.length); w.document.open(); w.document.write('<p>written<script>parent.note("in frame", document.body.textContent)<' + '/script>'); w.document.close(); note(b.contentWindow === w, w.document.querySelector('p').firstChild.data, w.document.createElement('div') instanceof w.HTMLElement);
const c = document.createElement('iframe'); c.src = URL.createObjectURL(new Blob(['<!doctype html><title>blobby</title><script>parent.note("blob", document.title, location.protocol)<' + '/script>'], {type: 'text/html'})); c.onload = () => { note(c.src.startsWith('blob:'), c.contentDocument.title); const d = document.createElement('iframe'); d.src = "javascript:'<b>js</b>'"; d.onload = () => { note(d.contentDocument.body.innerHTML); const e = document.createElement('iframe'); e.onload = () => { note(e.contentWindow.location.pathname.endsWith('two.html'), e.contentDocument.body.textContent.trim(), loads, [...seen]); done(); }; e.src = '${own('two.html')}'; document.body.append(e); }; document.body.append(d); }; document.body.append(c); });`,
    files: () => ({ 'frame.html': "<!doctype html><title>own frame</title><script>parent.postMessage('hi', '*')</script>", 'two.html': '<!doctype html><body>two' }),
  },
  'own pages in frames': {
    head: () => `<script>const heard = []; addEventListener('message', e => heard.push(e.data)); document.addEventListener('load', e => { if (e.target.localName === 'iframe') heard.push('load ' + e.target.id); }, true);</script>`,
    html: ({ own }) => `<iframe id=a src="${own('deep/a.html')}?q#part"></iframe><iframe id=q src="${own('quirks.html')}"></iframe><iframe id=l src="${own('latin.html')}"></iframe><iframe id=s sandbox="allow-scripts" src="${own('said.html')}"></iframe><iframe id=w sandbox="allow-scripts allow-same-origin" src="${own('said.html')}"></iframe><iframe id=i src="#"></iframe><iframe id=t src="${own('text.txt')}"></iframe><iframe id=r src="${own('moved.html')}"></iframe>`,
    js: ({ own }) => `addEventListener('load', () => { const d = a.contentDocument, at = e => e.contentDocument; note(d.title, a.src.slice(-15), a.getAttribute('src') === '${own('deep/a.html')}?q#part', d.URL.slice(-15), a.contentWindow.location.hash, d.baseURI.slice(-15), d.compatMode, d.characterSet, d.readyState, d.images[0].naturalWidth, d.styleSheets.length, d.scripts.length, d.defaultView.order);
note(q.contentDocument.body.textContent.trim(), at(l).body.textContent.trim(), at(s), at(w).title, at(t).contentType, at(r).URL.slice(-13), at(r).images[0].naturalWidth); note(at(i).URL === location.href + '#', window.length); note(a.contentWindow.parent === window, a.contentWindow.frameElement === a, a.contentWindow.top === top, d.defaultView === a.contentWindow);
const none = document.createElement('iframe'), deep = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }); let loads = ''; none.src = ''; deep.addEventListener('load', e => { loads += e.target.id + ' ' + (e.target.contentDocument && e.target.contentDocument.title) + ';'; }, true); document.body.append(none); deep.innerHTML = '<iframe id=x src="${own('said.html')}"></iframe><iframe id=y sandbox="allow-scripts" src="${own('said.html')}"></iframe>';
const came = () => heard.filter(h => h !== 'load i'), start = Date.now(), whole = () => (came().length < 12 || loads.split(';').length < 3) && Date.now() - start < 4000 ? setTimeout(whole, 50) : setTimeout(rest, 150); whole();
function rest() { note(none.contentDocument.URL, none.getAttribute('src'), loads.split(';').sort().join()); none.remove(); note(came().sort().join()); a.onload = () => { note(at(a).title, at(a).URL.slice(-8)); a.onload = () => { note(at(a).title, a.contentWindow.location.pathname.slice(-8)); a.remove(); note(window.length); done(); }; a.contentWindow.location = '${own('said.html')}'; }; a.src = '${own('two.html')}'; } });`,
    files: () => ({
      'deep/a.html': '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="a.css"><title>\u00e4</title><script>order = [document.readyState, document.currentScript !== null, document.querySelectorAll("p").length]; addEventListener("DOMContentLoaded", () => order.push("dcl", document.querySelectorAll("p").length)); addEventListener("load", () => order.push("load"));</script><p>x<img src="a.png"><script src="a.js" defer></script><p><a href="#part">x</a>',
      'deep/a.css': 'p{color:red}', 'deep/a.js': 'order.push("deferred")', 'deep/a.png': { headers: { 'content-type': 'image/png' }, body: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') },
      'quirks.html': '<p>quirks', 'latin.html': { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: Buffer.from('<!doctype html><p>gr\u00fc\u00dfe', 'latin1') }, 'said.html': "<!doctype html><title>said</title><script>parent.postMessage('said ' + (origin === 'null' ? 'null' : 'own') + document.URL.slice(-9), '*')</script>",
      'text.txt': { headers: { 'content-type': 'text/plain' }, body: 'plain' }, 'two.html': '<!doctype html><title>two</title>', 'moved.html': { status: 302, headers: { location: 'deep/moved.html' }, body: '' }, 'deep/moved.html': '<!doctype html><img src="a.png">',
    }),
  },
  'frames that are gone before they have come': {
    html: ({ own }) => `<iframe id=r src="${own('slow.html')}"></iframe><iframe id=s src="${own('image.html')}"></iframe><script>const seen = setInterval(() => { if (!s.contentDocument.images.length) return; clearInterval(seen); r.remove(); s.remove(); }, 20);</script>`,
    js: () => `addEventListener('load', () => { note('load'); done(); });`,
    files: () => ({ 'slow.html': { headers: { 'content-type': 'text/html; charset=utf-8' }, delay: 400, body: '<!doctype html>' }, 'image.html': '<!doctype html><img src="slow.gif">', 'slow.gif': { headers: { 'content-type': 'image/gif' }, delay: 900, body: '' } }),
  },
  'a frame that goes on before it has come': {
    html: ({ own }) => `<iframe id=f src="${own('one.html')}"></iframe>`,
    js: () => `addEventListener('load', () => { note('load'); done(); });`,
    files: () => ({ 'one.html': '<!doctype html><title>one</title><form method=post action="two.html"><input name=x></form><script>document.forms[0].submit()</script><img src="slow.gif">', 'two.html': '<!doctype html><title>two</title>', 'slow.gif': { headers: { 'content-type': 'image/gif' }, delay: 900, body: '' } }),
  },
  'a frame that must be loaded as it is': {
    html: ({ own }) => `<iframe id=f src="${own('latin.html')}"></iframe>`,
    head: () => `<script>document.addEventListener('load', e => { if (e.target.localName === 'iframe') note('the frame'); }, true); addEventListener('load', () => { note('the page', f.contentDocument.characterSet); done(); });</script>`,
    files: () => ({ 'latin.html': { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: Buffer.from('<!doctype html><img src="slow.gif"><p>gr\u00fc\u00dfe', 'latin1') }, 'slow.gif': { headers: { 'content-type': 'image/gif' }, delay: 300, body: '' } }),
  },
  'own pages with a policy of their own': {
    html: ({ own }) => `<iframe id=f src="${own('policed.html')}"></iframe><iframe id=g src="${own('none.html')}"></iframe>`,
    js: () => `addEventListener('load', () => { note(f.contentDocument.title, f.contentDocument.images[0].naturalWidth, f.contentDocument.URL.slice(-12), f.contentDocument.compatMode); let frameless; try { frameless = !g.contentDocument; } catch { frameless = true; } note(frameless); done(); });`,
    files: () => ({
      'policed.html': { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'self'; report-uri /own.txt, img-src 'none'; frame-ancestors 'self'" }, body: '<!doctype html><title>policed</title><script>parent.note("inline")</script><script src="policed.js"></script><img src="/own.gif">' },
      'policed.js': 'parent.note("own", document.currentScript !== null, (() => { try { return eval("1"); } catch (error) { return error.name; } })());',
      'none.html': { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "frame-ancestors 'none'" }, body: '<!doctype html><script>parent.note("refused")</script>' },
    }),
  },
  'a frame that shows one thing after another': {
    html: ({ own }) => `<iframe id=e srcdoc=""></iframe><iframe id=f src="${own('two.html')}"></iframe>`,
    js: ({ own, ok }) => `addEventListener('load', () => { e.contentDocument.body.textContent = 'mine'; note(f.contentDocument.title, new Audio(undefined).getAttribute('src')); f.onload = () => { note(f.contentDocument === null); f.onload = () => { note(f.contentDocument.title); f.onload = () => { note(f.contentDocument.URL, e.contentDocument.body.textContent); done(); }; f.src = 'about:blank'; }; f.src = '${own('two.html')}'; }; f.src = '${ok}/a.html'; });`,
    files: () => ({ 'two.html': '<!doctype html><title>two</title>' }),
  },
  'own pages that go on by themselves': {
    html: ({ own }) => `<iframe id=f src="${own('one.html')}"></iframe>`,
    js: () => `const at = () => f.contentDocument, note2 = () => note(at().title, f.contentWindow.location.search, f.contentWindow.location.hash, f.src.slice(-8), f.getAttribute('src').slice(-8), f.contentWindow === frames[0]);
const steps = [() => at().links[0].click(), () => { note2(); const w = f.contentWindow; w.location.hash = 'here'; w.history.pushState(1, '', '?pushed'); setTimeout(() => { note(w.location.search, at().title); at().forms[0].submit(); }, 50); }, () => { note2(); at().forms[0].submit(); }, () => { note2(); for (const i of [1, 2, 3]) at().links[i].click(); setTimeout(() => { note2(); at().links[0].click(); }, 600); }, () => { note(at().contentType, at().body.textContent.length > 0); f.contentWindow.location.replace('one.html'); }, () => { note2(); f.contentWindow.location.reload(); }, () => { note2(); done(); }];
f.onload = () => setTimeout(steps.shift(), 50);`,
    files: () => ({ 'one.html': '<!doctype html><title>one</title><a href="two.html?q=1#part">x</a>', 'two.html': '<!doctype html><title>two</title><script>parent.note("ran", location.search, location.hash, document.title)</script><form action="three.html"><input name=x value=1></form>',
      'three.html': '<!doctype html><title>three</title><form action="four.html" method=post><input name=y value=2></form>', 'four.html': '<!doctype html><title>four</title><a href="said.txt">x</a><a href="kept">x</a><a href="kept.html?x=1.2">x</a><a href="two.html" download>x</a>',
      'kept': { headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }, body: 'kept' }, 'kept.html': { headers: { 'content-type': 'text/html', 'content-disposition': 'attachment; filename=kept.html' }, body: 'kept' }, 'said.txt': { headers: { 'content-type': 'text/plain' }, body: 'said' } }),
  },
  'forms': {
    html: ({ own }) => `<iframe name=sink id=sink></iframe><form id=f target=sink action="${own('got.html')}"><input name=action value=1><input name=attributes value=2><input name=nodeType><input name=parentNode><input name=getAttribute><button name=b value=go>go</button></form><form id=g onsubmit="note('submit', event.submitter && event.submitter.name, event.isTrusted); return false"><input required name=q><button name=s>s</button></form>`,
    js: () => `const s = document.getElementById('sink'); s.onload = () => { if (!s.contentWindow.location.search) return; note(s.contentWindow.location.search); s.onload = null; g.q.value = 'x'; g.requestSubmit(g.s); note(g.checkValidity(), new FormData(g).get('q'), HTMLFormElement.prototype.submit.length); document.body.insertAdjacentHTML('beforeend', '<form id=h style="background:url(/own.gif)"><input name=attributes><input name=childNodes><input name=localName><input name=ownerDocument><input name=firstElementChild><input name=nodeType><a href=x>x</a></form>'); note(document.getElementById('h').querySelectorAll('input').length); const c = document.importNode(document.getElementById('h'), true); c.id = 'i'; document.body.prepend(c); note(document.body.firstChild === c); done(); }; f.b.click();`,
    files: () => ({ 'got.html': '<!doctype html>got' }),
  },
  'clicks and links': {
    html: ({ own }) => `<iframe name=there id=there></iframe><a id=a href="${own('x.html')}?1" target=there>x</a><a id=b href="#part" ping="/own.txt">b</a><a id=c href="javascript:void note('javascript link')">c</a><div id=o><button id=d>d</button></div>`,
    js: () => `const t = document.getElementById('there'); t.onload = () => { if (!/\\?1/.test(t.contentWindow.location.search)) return; t.onload = null; note('arrived'); b.click(); note(location.hash, b.ping.endsWith('/own.txt') || b.ping, c.protocol); c.click(); o.onclick = e => note('bubbled', e.target.id); d.addEventListener('click', e => note('direct', e.eventPhase)); d.click(); setTimeout(done, 100); }; a.click();`,
    files: () => ({ 'x.html': '<!doctype html>x' }),
  },
  'styles with escapes, beside an address that waits': {
    html: ({ T }) => `<style>.md\\:wide{color:red} .far{background:url(${T}/a.gif)} .said::before{content:"\\201C\\2003"}</style><p class="md:wide said far" id="escaped">x</p>`,
    js: () => `const e = document.getElementById('escaped'); note(getComputedStyle(e).color, getComputedStyle(e, '::before').content); done();`,
  },
  'styles': {
    html: () => `<style id=s>.a{color:red;background:url(/own.gif)} @media screen{.b{color:blue}}</style><p class=a id=p style="margin:1px;background-image:url('/own.gif?2')">x</p>`,
    js: () => `note(getComputedStyle(p).color, getComputedStyle(p).backgroundImage, p.style.cssText, p.getAttribute('style')); p.style.backgroundImage = 'none'; p.style.setProperty('--x', '1px'); p.style.marginLeft = '2px'; note(p.style.length, p.getAttribute('style'), p.style.getPropertyValue('--x'));
const h = s.sheet; h.insertRule('.c{color:green}', 0); note(h.cssRules.length, h.cssRules[0].cssText, h.cssRules[0].style.color, h.cssRules[0].style === h.cssRules[0].style, h.cssRules[0].style instanceof CSSStyleDeclaration, Object.prototype.toString.call(h.cssRules[0].style)); h.cssRules[0].style.color = 'blue'; h.cssRules[0].style.setProperty('margin', '0px'); note(h.cssRules[0].cssText); for (const n of h.cssRules[0].style) note(n);
const c = new CSSStyleSheet(); c.replaceSync('p{padding:3px}'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, c]; note(getComputedStyle(p).padding, document.adoptedStyleSheets.includes(c)); s.textContent = '.a{color:green}'; note(getComputedStyle(p).color); p.style = 'color:blue'; note(p.style.color); const k = p.animate([{opacity: 0}, {opacity: 1}], {duration: 100, id: 'k'}); note(k.id, k.effect.getKeyframes().length); p.animate({opacity: [0, 1]}, 10).finished.then(() => { note('finished'); done(); });`,
  },
};
