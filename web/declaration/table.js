// One category's entries as a table that can be read, sorted and narrowed.
import { lifetime } from './lifetime.js';

export const COLUMNS = ['name', 'provider', 'purpose', 'lifetime', 'type'];

/** An element; attributes of undefined or false are left out, true is present. */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.filter(child => child !== undefined && child !== ''));
  return element;
};

/** What an entry shows in each column, as text; seconds for sorting by time. */
export const cellsOf = (item, labels, lang) => ({
  name: item.name,
  provider: item.provider + (item.domain ? ` (${item.domain})` : ''),
  purpose: item.purpose,
  lifetime: [lifetime(item.lifetime, labels, lang), item.lifetime.text].filter(Boolean).join('. '),
  type: `${labels[`type-${item.type}`]}, ${labels[`${item.party}-party`]}`,
});
const secondsOf = ({ lifetime: { kind, seconds } }) => kind === 'session' ? 0 : kind === 'until-deleted' ? Infinity : seconds;

/**
 * A table of `items`. Answers {element, rows: [{row, item, cells, mark}]}; `mark` says that an entry is on the device now.
 * The roles say again what the elements are: as cards (display: block) browsers would forget it.
 */
export const makeTable = (title, items, labels, lang) => {
  const body = make('tbody', { role: 'rowgroup' });
  const rows = items.map(item => {
    const cells = cellsOf(item, labels, lang);
    const mark = make('span', { class: 'assent-mark', hidden: true }, labels['set-now']);
    const row = make('tr', { role: 'row' }, ...COLUMNS.map(column => column === 'name'
      ? make('th', { scope: 'row', role: 'rowheader' }, make('code', { dir: 'ltr' }, cells.name), mark)
      : make('td', { role: 'cell', 'data-label': labels[column] }, cells[column])));
    body.append(row);
    return { row, item, cells, mark };
  });
  const heads = COLUMNS.map(column => make('th', { scope: 'col', role: 'columnheader', 'aria-sort': 'none' }, make('button', { type: 'button', title: labels.sort.replace('{column}', labels[column]) }, labels[column])));
  const collator = new Intl.Collator(lang, { numeric: true });
  heads.forEach((head, at) => head.firstChild.addEventListener('click', () => {
    const down = head.getAttribute('aria-sort') === 'ascending', column = COLUMNS[at];
    for (const other of heads) other.setAttribute('aria-sort', other === head ? (down ? 'descending' : 'ascending') : 'none');
    const order = column === 'lifetime' ? (a, b) => secondsOf(a.item) - secondsOf(b.item) : (a, b) => collator.compare(a.cells[column], b.cells[column]);
    body.append(...[...rows].sort(down ? (a, b) => order(b, a) : order).map(({ row }) => row));
  }));
  const element = make('table', { role: 'table' }, make('caption', {}, title), make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...heads)), body);
  return { element, rows };
};
