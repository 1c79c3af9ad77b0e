// After consent everything held comes alive once, in order, to the platform's own rules (HTML 4.12.1). Each check notes what it sees and must see
// `expect`: without Assent, in place after consent (smooth), and after the reload (strict). `then` looks at the third party's log as well.
// `inPlace`: what is seen besides where nothing is reloaded: the parser itself waits for a script that hangs, we don't.
// Scripts of the third party run `body`; `call(text)` writes such a text for an attribute.
const call = text => encodeURIComponent(text);
const QUEUE = '/* statsQueue */';

export default {
  'document order, the first script slow': {
    html: ({ T }) => `<script src="${T}/a.js?delay=400&body=${call("note('a')")}"></script><script src="${T}/b.js?body=${call("note('b')")}"></script><p><script src="${T}/c.js?delay=100&body=${call("note('c')")}"></script></p>`,
    expect: ['a', 'b', 'c'],
  },
  'an inline script waits for the one before it': {
    html: ({ T }) => `<script src="${T}/a.js?delay=300&body=${call('globalThis.lib = { version: 3 }')}"></script><script>${QUEUE} note('lib', lib.version); var globalOfThePage = 1;</script><script>${QUEUE} note('global', globalOfThePage, window.globalOfThePage)</script>`,
    expect: ['lib 3', 'global 1 1'],
  },
  'defer comes last, in order': {
    head: ({ T }) => `<script defer src="${T}/d1.js?delay=200&body=${call("note('d1')")}"></script><script defer src="${T}/d2.js?body=${call("note('d2')")}"></script>`,
    html: ({ T }) => `<script src="${T}/s.js?body=${call("note('s')")}"></script>`,
    expect: ['s', 'd1', 'd2'],
  },
  'modules come last, and are modules': {
    head: ({ T }) => `<script type="module" src="${T}/m.mjs?body=${call("note('m', import.meta.url.includes('m.mjs'), document.currentScript)")}"></script><script type="module">${QUEUE} import "${T}/n.mjs?body=${call("note('n')")}"; note('inline module', this === undefined);</script>`,
    html: ({ T }) => `<script src="${T}/s.js?body=${call("note('s')")}"></script>`,
    expect: ['s', 'm true ', 'n', 'inline module true'],
  },
  'async waits for nobody, and nobody for it': {
    html: ({ T }) => `<script async src="${T}/a.js?delay=600&body=${call("note('async', document.currentScript.async)")}"></script><script src="${T}/s.js?body=${call("note('s')")}"></script>`,
    expect: ['s', 'async true'],
  },
  'document.currentScript': {
    html: ({ T }) => `<script data-id="x" src="${T}/a.js?body=${call("note(document.currentScript.dataset.id, /a\\.js/.test(document.currentScript.src), document.currentScript.parentNode === document.body)")}"></script><script id="inl">${QUEUE} note(document.currentScript.id, document.currentScript.previousElementSibling.localName)</script>`,
    expect: ['x true true', 'inl script'],
  },
  'a late listener for DOMContentLoaded': {
    html: ({ T }) => `<script src="${T}/a.js?body=${call("document.addEventListener('DOMContentLoaded', e => note('document', e.type)); window.addEventListener('DOMContentLoaded', () => note('window')); document.readyState === 'loading' ? 0 : 0")}"></script>`,
    expect: ['document DOMContentLoaded', 'window'],
  },
  'a late listener for load': {
    html: ({ T }) => `<script src="${T}/a.js?body=${call("addEventListener('load', function (e) { note('listener', e.type, this === window) }, {once: true}); window.onload = () => note('onload')")}"></script>`,
    expect: ['listener load true', 'onload'],
  },
  'document.write does not wipe the page': {
    html: ({ T }) => `<p id="before">x</p><div id="place"><script>${QUEUE} document.write('<b id="w1">'); document.write('one</b><script>note("written script")<' + '/script>'); note(document.getElementById('w1').parentNode.id, document.getElementById('w1').textContent);</script><script src="${T}/a.js?body=${call("document.write('<i id=w2>two</i>')")}"></script></div><script>addEventListener('load', () => note('load'))</script>`,
    after: () => note(!!document.getElementById('before'), document.getElementById('w2')?.parentNode.id, document.querySelectorAll('#w1,#w2').length),
    expect: ['written script', 'place one', 'load', 'true place 2'], anyOrder: true,
  },
  'attributes and listeners stay, events come once': {
    js: ({ T }) => `const s = document.createElement('script'); let n = 0; s.id = 'kept'; s.dataset.key = 'k'; s.crossOrigin = 'anonymous'; s.async = true; s.onload = e => note('onload', ++n, e.target === s); s.addEventListener('load', () => note('listener', s.id, s.dataset.key, s.crossOrigin, s.src.includes('/a.js'), s.isConnected, document.querySelectorAll('#kept').length)); s.src = '${T}/a.js'; document.head.append(s);
const i = new Image(); i.onload = () => note('image', i.naturalWidth); i.src = '${T}/a.gif'; const e = document.createElement('script'); e.onerror = () => note('error once'); e.src = '${T}/none.js?status=404&as=txt'; document.body.append(e);`,
    expect: ['onload 1 true', 'listener kept k anonymous true true 1', 'image 1', 'error once'], anyOrder: true,
  },
  'promises resolve': {
    js: ({ T, W }) => `fetch('${T}/a.json').then(r => r.json()).then(j => note('fetch', j.name.includes('/a.json'))); const x = new XMLHttpRequest(); x.open('GET', '${T}/b.json'); x.responseType = 'json'; x.setRequestHeader('x-test', '1'); x.onload = () => note('xhr', x.status, x.response.name.includes('/b.json')); x.send();
new Promise((done, failed) => { const s = document.createElement('script'); s.onload = done; s.onerror = failed; s.src = '${T}/lib.js?body=' + encodeURIComponent('globalThis.loaded = 5'); document.head.append(s); }).then(() => note('loader', loaded)); const w = new WebSocket('${W}/s'); w.onmessage = e => { note('socket', e.data, w.readyState); w.close(); }; const es = new EventSource('${T}/e?as=events'); es.addEventListener('message', e => { note('events', e.data); es.close(); });
new Worker(URL.createObjectURL(new Blob(["fetch('${T}/w.json').then(r => r.json()).then(j => postMessage(j.name.length > 3))"]))).onmessage = e => note('worker', e.data);`,
    expect: ['fetch true', 'xhr 200 true', 'loader 5', 'socket hello 1', 'events hello', 'worker true'], anyOrder: true,
  },
  'a worker that waited hears what it was told, and answers': {
    js: ({ own }) => `const w = new Worker('${own('w.mjs')}', {type: 'module'}); w.onmessage = e => note(e.data); w.postMessage('first'); w.postMessage({bytes: new Uint8Array(2)});`,
    files: ({ T }) => ({ 'w.mjs': `import '${T}/a.mjs'; onmessage = e => postMessage(e.data.bytes ? 'bytes ' + e.data.bytes.length : e.data);` }),
    expect: ['first', 'bytes 2'],
  },
  'held writes come true once': {
    js: () => `document.cookie = 'stats_a=1; path=/'; document.cookie = 'stats_a=2; path=/'; localStorage.stats_a = 'x'; localStorage.setItem('stats_a', 'y'); localStorage.stats_gone = 1; localStorage.removeItem('stats_gone'); sessionStorage.stats_s = 's'; const r = indexedDB.open('stats_db', 3); let ups = 0; r.onupgradeneeded = e => { ups++; e.target.result.createObjectStore('s'); }; r.onsuccess = e => note('database', ups, e.target.result.version, e.target.result.objectStoreNames.contains('s'));`,
    after: () => note(document.cookie.split('; ').filter(c => /^stats_/.test(c)).join(), localStorage.stats_a, localStorage.stats_gone, sessionStorage.stats_s),
    expect: ['database 1 3 true', 'stats_a=2 y  s'],
  },
  'frames and images once, no duplicates': {
    html: ({ T }) => `<div id="box"><img id="i" src="${T}/i.gif"><iframe id="f" src="${T}/f.html" title="F"></iframe><video id="v" poster="${T}/p.gif"></video><link rel="stylesheet" href="${T}/s.css"><p id="c" style="background-image:url(${T}/bg.gif)">x</p></div>`,
    after: () => note(document.querySelectorAll('#box iframe').length, document.querySelectorAll('#box img').length, document.getElementById('i').naturalWidth, document.getElementById('f').getAttribute('src').endsWith('/f.html'), document.getElementById('f').offsetWidth > 0, [...document.getElementById('box').children].map(e => e.localName)),
    expect: ['1 1 1 true true img,iframe,video,link,p'],
    then: ({ log }) => ['/i.gif', '/f.html', '/p.gif', '/s.css', '/bg.gif'].filter(path => log.filter(one => one.path === path).length !== 1).map(path => `${path} was asked for ${log.filter(one => one.path === path).length} times`).join(),
  },
  'one that fails and one that hangs stop nobody': {
    html: ({ T, run }) => `<script src="${T}/gone.js?status=404&as=txt"></script><script src="${T}/throws.js?body=${call("throw new Error('of the third party')")}"></script><script>${QUEUE} note('inline'); throw new Error('of an inline script')</script><script async src="${T}/hangs.js?delay=60000"></script><script src="${T}/a.js?body=${call("note('a')")}"></script>${/smooth/.test(run) ? `<script src="${T}/hangs-too.js?delay=60000"></script><script src="${T}/b.js?body=${call("note('b')")}"></script>` : ''}`,
    expect: ['inline', 'a'], inPlace: ['b'], patience: 12000,
  },
  'the page stays responsive while 200 come alive': {
    head: () => '<script>globalThis.gaps = 0; globalThis.measure = () => { let last = performance.now(); setInterval(() => { const now = performance.now(); gaps = Math.max(gaps, now - last); last = now; }, 5); }</script>',
    html: ({ T }) => Array.from({ length: 200 }, (_, i) => `<script src="${T}/s${i}.js?body=${call('globalThis.count = (globalThis.count || 0) + 1; for (const end = performance.now() + 2; performance.now() < end;);')}"></script>`).join(''),
    start: () => globalThis.measure(),
    until: () => globalThis.count === 200, patience: 15000,
    after: () => note(globalThis.count, globalThis.gaps < 250 ? 'responsive' : `a gap of ${globalThis.gaps.toFixed(0)} ms`),
    expect: ['200 responsive'],
  },
};
