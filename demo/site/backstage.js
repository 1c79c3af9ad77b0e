// The panel beside the site. It listens from the head on and draws once the page is there.
// What is "held" or "released" comes from Assent's events; what "reached" a third party comes from the servers' own logs.
(function () {
  'use strict';
  const opened = Math.floor(performance.timeOrigin);
  const hosts = { 'ga.localhost': 'ga', 'calltracks.localhost': 'calltracks', 'doubleclick.localhost': 'doubleclick', 'teracent.localhost': 'teracent', 'social.localhost': 'social' };
  const seen = [];           // Assent's events of this page view
  const reached = [];        // the servers' entries
  const deeds = new Map();   // stand-in id -> what it says it did
  let draw = () => {};

  const note = (list, entry) => { list.push(entry); draw(); };
  // `on` also tells what was held before this script could listen.
  for (const name of ['hold', 'release', 'failure']) window.assent?.on(name, (detail) => note(seen, { name, ...detail }));
  for (const name of ['ready', 'change']) window.assent?.on(name, () => draw());

  const did = ({ id, standIn, text }) => {
    const list = deeds.get(id ?? standIn) ?? [];
    deeds.set(id ?? standIn, [...list.filter((earlier) => earlier !== text), text]);
    draw();
  };
  document.addEventListener('stand-in', (event) => did(event.detail));
  addEventListener('message', (event) => { if (event.data?.standIn && new URL(event.origin).hostname in hosts) did(event.data); });

  const short = (url) => url.replace(/^https?:\/\//, '').replace(/:\d+(?=\/)/, '');
  const element = (tag, text, className) => Object.assign(document.createElement(tag), { textContent: text ?? '', className: className ?? '' });
  const reasons = {
    'first-party': 'the site itself', local: 'nothing leaves the page', exempt: 'exempt from consent', granted: 'you said yes', refused: 'you said no',
    'not-asked': 'you have not chosen yet', unclassified: 'nobody declared it', unparsable: 'not an address', 'no-policy': 'there is no policy to ask',
    undeclared: 'the site’s own, not declared', 'own-record': 'Assent’s own record', 'unknown-id': 'the policy does not know it',
    objected: 'you objected', unobjected: 'on unless you object',
  };
  const label = ({ kind, url, message }) => (message ? message : kind === 'inline' ? 'a script in the page itself' : short(String(url)).replace(/[?;=].*/, '')).slice(0, 160);
  const because = ({ reason, service, category }) => [service, category, reasons[reason] ?? reason].filter(Boolean).join(' · ');

  /** A log shows its newest line, unless somebody scrolled up to read. */
  function fill(list, rows) {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
    for (const row of rows.slice(list.children.length)) list.append(row());
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  function standing({ status, source, categories }) {
    if (status === 'unset') return 'No choice yet: what needs consent is held.';
    if (status === 'stale') return 'The policy has changed: you are asked again.';
    if (status === 'withdrawn') return 'Consent withdrawn. What already ran stops at the next load.';
    if (source === 'accept-all') return 'You said yes to everything.';
    const allowed = Object.keys(categories).filter((id) => categories[id] && id !== 'necessary');
    return allowed.length ? `You allowed ${allowed.join(', ')}.` : 'You said no: what needs consent stays held.';
  }

  function drawPage() {
    const state = window.assent?.state?.();
    const fresh = reached.filter((entry) => entry.time >= opened);
    const uninvited = !state || Object.keys(state.categories).every((id) => id === 'necessary' || !state.categories[id]);
    document.getElementById('tally').textContent = fresh.length;
    document.querySelector('.tally').dataset.tally = fresh.length && uninvited && state?.status !== 'withdrawn' && state?.status !== 'changed' ? 'leak' : 'fine';
    document.getElementById('standing').textContent = state ? standing(state) : 'Assent is not on this page: everything runs.';
    for (const button of document.querySelectorAll('[data-deed]')) button.disabled = !state && !['reset', 'reload'].includes(button.dataset.deed);

    for (const item of document.querySelectorAll('[data-stand-in]')) {
      const id = item.dataset.standIn;
      const requests = fresh.filter((entry) => hosts[entry.host] === id).length;
      const said = deeds.get(id) ?? [];
      const held = seen.some((entry) => entry.name === 'hold' && hosts[hostOf(entry.url)] === id);
      item.dataset.state = requests ? 'loaded' : held ? 'held' : 'idle';
      item.querySelector('.state').textContent = requests ? `loaded, ${requests} ${requests === 1 ? 'request' : 'requests'}` : held ? 'held, not loaded' : 'not loaded';
      item.querySelector('ul').replaceChildren(...said.map((text) => element('li', text)));
    }

    fill(document.getElementById('here'), seen.map((entry) => () => {
      const row = element('li', '', entry.name);
      row.append(element('b', { hold: 'held', release: 'released', failure: 'failure' }[entry.name]), element('span', label(entry)),
        element('small', entry.name === 'failure' ? entry.code : `${entry.kind} · ${because(entry)}`));
      return row;
    }));
    fill(document.getElementById('there'), reached.map((entry) => () => {
      const row = element('li', '', entry.time < opened ? 'earlier' : 'request');
      row.append(element('b', new Date(entry.time).toLocaleTimeString('en-GB')),
        element('span', entry.host + entry.path.replace(/\?.*/, '?…')),
        element('small', [entry.cookies.length && `brought ${entry.cookies.join(', ')}`, entry.set.length && `was sent ${entry.set.join(', ')}`].filter(Boolean).join(' · ')));
      return row;
    }));
  }
  const hostOf = (url) => { try { return new URL(url).hostname; } catch { return /ga\.localhost|_gaq/.test(url) ? 'ga.localhost' : ''; } };

  async function act(deed) {
    if (deed === 'reload') return location.reload();
    if (deed === 'preferences') return window.assent.show('preferences');
    if (deed !== 'reset') return window.assent[deed]();
    await fetch('/__reset', { method: 'POST' }); // clears this site's cookies and storage, and the servers' logs
    location.assign('/');
  }

  document.addEventListener('DOMContentLoaded', () => {
    let waiting = false;
    draw = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; drawPage(); });
    };
    draw();

    const events = new EventSource('/__events');
    events.addEventListener('request', (event) => note(reached, JSON.parse(event.data)));
    events.addEventListener('reset', () => { reached.length = 0; document.getElementById('there').replaceChildren(); draw(); });

    document.querySelector('.deeds').addEventListener('click', (event) => event.target.dataset.deed && act(event.target.dataset.deed));
    document.getElementById('ask').addEventListener('submit', (event) => {
      event.preventDefault();
      const url = document.getElementById('ask-url').value;
      const answer = window.assent?.explain(url);
      event.target.querySelector('output').textContent = answer
        ? `${{ allow: 'Allowed', hold: 'Held', drop: 'Held until the page goes' }[answer.verdict]}: ${because(answer)}` : 'Assent is not on this page.';
    });
    if (new URLSearchParams(location.search).has('without-assent')) {
      const link = document.querySelector('[data-switch]');
      link.href = '/';
      link.textContent = 'See this page with Assent';
    }
  });
})();
