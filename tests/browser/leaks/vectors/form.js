// Forms that send into a frame of the page; to trustworthy hosts, as Firefox asks the visitor before it sends to any other.
const form = (n, action, more = '') => `<iframe name="sink_${n}"></iframe><form id="f-${n}" target="sink_${n}" action="${action}" ${more}><input name="x" value="1"><button id="b-${n}">go</button></form>`;
const by = n => `document.getElementById('f-${n}')`;

export default {
  'submit': { html: ({ S: T, n }) => form(n, `${T}/a.html`), js: ({ n }) => `${by(n)}.submit();` },
  'request-submit': { html: ({ S: T, n }) => form(n, `${T}/a.html`, 'method="post"'), js: ({ n }) => `${by(n)}.requestSubmit();` },
  'button-click': { html: ({ S: T, n }) => form(n, `${T}/a.html`), js: ({ n }) => `document.getElementById('b-${n}').click();` },
  'button-click-stopped': { html: ({ S: T, n }) => form(n, `${T}/a.html`, 'onsubmit="event.stopPropagation()"'), js: ({ n }) => `document.getElementById('b-${n}').click();` },
  'submit-prototype': { html: ({ S: T, n }) => form(n, `${T}/a.html`), js: ({ n }) => `HTMLFormElement.prototype.submit.call(${by(n)});` },
  'submit-frame-prototype': { html: ({ S: T, n }) => form(n, `${T}/a.html`), js: ({ n }) => `const w = document.body.appendChild(document.createElement('iframe')).contentWindow; w.HTMLFormElement.prototype.submit.call(${by(n)});` },
  'action-by-script': { html: ({ n }) => form(n, '/own.html'), js: ({ S: T, n }) => `${by(n)}.action = '${T}/a.html'; ${by(n)}.submit();` },
  'field-named-action': { html: ({ S: T, n }) => form(n, `${T}/a.html`).replace('name="x"', 'name="action"'), js: ({ n }) => `HTMLFormElement.prototype.requestSubmit.call(${by(n)});` },
  'formaction': { html: ({ S: T, n }) => form(n, '/own.html').replace('<button', `<button formaction="${T}/a.html"`), js: ({ n }) => `document.getElementById('b-${n}').click();` },
  'formtarget': { html: ({ S: T, n }) => form(n, `${T}/a.html`).replace(`target="sink_${n}"`, '').replace('<button', `<button formtarget="sink_${n}"`), js: ({ n }) => `document.getElementById('b-${n}').click();` },
  'made-by-script': { html: ({ n }) => `<iframe name="sink_${n}"></iframe>`, js: ({ S: T, n }) => `const f = document.createElement('form'); f.method = 'post'; f.target = 'sink_${n}'; f.action = '${T}/a.html'; document.body.append(f); f.submit();` },
  'inside-srcdoc': { html: ({ S: T }) => `<iframe srcdoc="<form action='${T}/a.html'></form><script>document.forms[0].submit()</script>"></iframe>` },
  'by-base-target': { single: true, head: ({ n }) => `<base target="sink_${n}">`, html: ({ S: T, n }) => form(n, `${T}/a.html`).replace(/ target="[^"]*"/, ''), js: ({ n }) => `document.getElementById('b-${n}').click();` },
  'button-of-another-form': { html: ({ S: T, n }) => `<iframe name="sink_${n}"></iframe><form id="f-${n}" action="/own.html"></form><button id="b-${n}" form="f-${n}" formtarget="sink_${n}" formaction="${T}/a.html">go</button>`, js: ({ n }) => `document.getElementById('b-${n}').click();` },
  'leaving-nowhere': { unasked: true, alone: true, html: ({ S: T, n }) => `<form id="f-${n}" action="${T}/a" method="post"><input name="as" value="none"></form>`, js: ({ n }) => `${by(n)}.action += '?as=none'; ${by(n)}.submit();` },
  'image-button': { html: ({ S: T, n }) => form(n, `${T}/a.html`).replace('<button', `<input type="image" alt="go" id="i-${n}"><button`), js: ({ n }) => `document.getElementById('i-${n}').click();` },
};
