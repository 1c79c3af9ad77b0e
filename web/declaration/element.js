// <assent-declaration>: the policy as a cookie page (the data is made at author time, docs/waist.md; nothing here is decided). It stands in the page's
// own tree, so that the site's style sheets dress it and everyone can read it, with or without scripts of ours (`assent declare --html` writes the same).
// Data comes built in, from `src` (a declaration's JSON), or as the property `data`.
import builtIn from 'assent:declaration';
import css from './element.css.js';
import { make, makeTable, COLUMNS } from './table.js';
import { duration } from './lifetime.js';
import { csv, save } from './download.js';

let sheet;
const dress = root => {
  if (!sheet) { sheet = new CSSStyleSheet(); sheet.replaceSync(css); }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};
/** The data for a language: itself, its wider forms, then the site's first. */
const inLanguage = (all, wanted) => {
  for (let tag = wanted; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) for (const [name, data] of Object.entries(all)) if (name.toLowerCase() === tag.toLowerCase()) return data;
  return Object.values(all)[0];
};
const plural = ({ forms }, n, values, lang) => (forms[`=${n}`] ?? forms[new Intl.PluralRules(lang).select(n)] ?? forms.other)
  .replace('#', new Intl.NumberFormat(lang).format(n)).replace(/\{(\w+)\}/g, (_, name) => new Intl.NumberFormat(lang).format(values[name]));

/** The names that stand on the device now, as far as a script can see: cookies and Web Storage. */
const namesNow = () => {
  const keys = store => { try { return Object.keys(self[store]); } catch { return []; } };
  const cookies = document.cookie.split('; ').map(pair => pair.slice(0, Math.max(0, pair.indexOf('='))));
  return { 'http-cookie': cookies, 'local-storage': keys('localStorage'), 'session-storage': keys('sessionStorage') };
};
const fits = ({ name, pattern }, found) => {
  const plain = name.replace(/^\*|\*$/g, '');
  return pattern === 'prefix' ? found.startsWith(plain) : pattern === 'suffix' ? found.endsWith(plain) : found === name;
};

class Declaration extends HTMLElement {
  static observedAttributes = ['src'];
  #all = builtIn;
  #stop = [];

  get data() { return this.#all; }
  set data(all) { this.#all = all && all.categories ? { [all.lang]: all } : all; if (this.isConnected) this.#draw(); }

  connectedCallback() {
    dress(this.getRootNode());
    this.#draw();
    this.#load();
    const watch = () => this.#showChoice();
    document.addEventListener('assent:change', watch);
    document.addEventListener('assent:ready', watch);
    const language = new MutationObserver(() => this.#draw());
    language.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    this.#stop = [() => document.removeEventListener('assent:change', watch), () => document.removeEventListener('assent:ready', watch), () => language.disconnect()];
  }
  disconnectedCallback() { for (const stop of this.#stop.splice(0)) stop(); }
  attributeChangedCallback() { if (this.isConnected) this.#load(); }

  async #load() {
    const source = this.getAttribute('src');
    if (!source) return;
    try {
      const answer = await fetch(source);
      if (!answer.ok) throw new Error(`${source} answered ${answer.status}`);
      this.data = await answer.json();
    } catch (error) { document.dispatchEvent(new CustomEvent('assent:failure', { detail: { code: 'no-declaration', message: String(error.message) } })); }
  }

  #draw() {
    if (!this.#all) return;
    const data = inLanguage(this.#all, document.documentElement.lang), { labels, lang } = data;
    this.lang = lang;
    this.dir = data.dir;
    this.choice = make('section', { class: 'assent-choice', 'aria-label': labels.choice });
    this.count = make('p', { role: 'status' });
    this.tables = [];
    const sections = data.categories.map(category => this.#category(category, labels, lang));
    this.#filters(data, labels);
    this.replaceChildren(make('h2', {}, labels.title), make('p', {}, labels.intro), this.choice, this.bar, this.count, ...sections, this.#downloads(data, labels));
    this.#showChoice();
    this.#narrow();
  }

  #category(category, labels, lang) {
    const table = category.items.length ? makeTable(category.title, category.items, labels, lang) : null;
    const anchor = ({ title, url }) => make('a', { href: url, rel: 'noopener noreferrer' }, title);
    const list = (title, items) => items.length ? [make('h4', {}, title), make('ul', { class: 'assent-list' }, ...items.map(item => make('li', {}, ...item)))] : [];
    // Two services of one provider often share a way out.
    const optOuts = new Map(category.services.flatMap(({ optOuts }) => optOuts).map(optOut => [optOut.url, optOut]));
    const section = make('section', { class: 'assent-category', 'aria-label': category.title },
      make('h3', {}, category.title, category.exempt ? make('span', { class: 'assent-mark' }, labels.exempt) : ''),
      make('p', {}, category.description), category.why ? make('p', {}, make('small', {}, category.why)) : '',
      table ? table.element : make('p', {}, labels.none),
      ...list(labels.services, category.services.map(({ title, provider, description, privacyUrl }) =>
        [make('strong', {}, title), ` (${provider}). ${description} `, privacyUrl ? anchor({ title: privacyUrl, url: privacyUrl }) : ''])),
      ...list(labels.retention, category.retention.map(({ what, seconds, text }) => [`${what}: ${duration(seconds, lang)}. ${text}`])),
      ...list(labels['opt-outs'], [...optOuts.values()].map(optOut => [anchor(optOut)])));
    if (table) this.tables.push({ ...table, section, id: category.id, title: category.title });
    return section;
  }

  #filters({ categories }, labels) {
    const options = (list, name) => make('label', {}, labels[name], make('select', { name }, make('option', { value: '' }, labels.all), ...list.map(([value, text]) => make('option', { value }, text))));
    const providers = [...new Set(categories.flatMap(({ items }) => items.map(({ provider }) => provider)))].sort();
    this.bar = make('form', { class: 'assent-bar', role: 'search', 'aria-label': labels.filter },
      make('label', {}, labels.filter, make('input', { type: 'search', name: 'text', autocomplete: 'off' })),
      options(categories.map(({ id, title }) => [id, title]), 'category'), options(providers.map(name => [name, name]), 'provider'));
    this.bar.addEventListener('input', () => this.#narrow());
    this.bar.addEventListener('submit', event => event.preventDefault());
  }

  #narrow() {
    const { text, category, provider } = this.bar.elements, wanted = text.value.trim().toLocaleLowerCase(this.lang);
    let shown = 0, total = 0;
    for (const table of this.tables) {
      let any = false;
      for (const { row, item, cells } of table.rows) {
        const fitting = (!category.value || category.value === table.id) && (!provider.value || provider.value === item.provider)
          && (!wanted || COLUMNS.some(column => cells[column].toLocaleLowerCase(this.lang).includes(wanted)));
        row.hidden = !fitting;
        total += 1;
        if (fitting) { shown += 1; any = true; }
      }
      table.section.hidden = !any && !!(wanted || category.value || provider.value);
    }
    const { labels } = inLanguage(this.#all, this.lang);
    this.count.textContent = plural(labels.count, shown, { total }, this.lang);
  }

  /** The visitor's choice, and what is on the device, as of now. */
  #showChoice() {
    if (!this.choice) return;
    const { assent } = self, state = assent?.state(), { labels, categories, lang } = inLanguage(this.#all, this.lang);
    const chosen = state && state.at > 0 && !state.ask;
    const button = (action, text, act) => { const made = make('button', { type: 'button', 'data-assent-action': action }, text); made.addEventListener('click', act); return made; };
    this.choice.replaceChildren(make('h3', {}, labels.choice),
      make('p', {}, chosen ? labels['choice-made'].replace('{date}', new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(state.at * 1000)).replace('{id}', state.id) : !state || state.mode === 'opt-in' ? labels['choice-none'] : ''),
      state ? make('ul', {}, ...categories.map(({ id, title, exempt }) => make('li', {}, make('span', {}, title), ' ',
        make('span', {}, exempt ? labels.exempt : state.categories[id] ? labels.allowed : labels.refused)))) : '',
      make('div', { class: 'assent-buttons' }, state ? button('preferences', labels.change, () => assent.show('preferences')) : '',
        chosen ? button('withdraw', labels.withdraw, () => assent.withdraw()) : ''));
    const now = namesNow();
    for (const { rows } of this.tables) for (const { item, mark } of rows) mark.hidden = !(now[item.type] || []).some(name => fits(item, name));
  }

  #downloads(data, labels) {
    const file = `cookies-${data.lang}`;
    const rows = () => [[labels.category, ...COLUMNS.map(column => labels[column])], ...this.tables.flatMap(({ title, rows: list }) => list.map(({ cells }) => [title, ...COLUMNS.map(column => cells[column])]))];
    const button = (text, act) => { const made = make('button', { type: 'button' }, text); made.addEventListener('click', act); return made; };
    return make('p', { class: 'assent-buttons assent-downloads' },
      button(`${labels.download} (CSV)`, () => save(`${file}.csv`, 'text/csv;charset=utf-8', csv(rows()))), button(`${labels.download} (JSON)`, () => save(`${file}.json`, 'application/json', JSON.stringify(data, null, 2))));
  }
}
if (!customElements.get('assent-declaration')) customElements.define('assent-declaration', Declaration);
