// The strict grade ends its policy line by a reload. What the visitor had typed and where the page stood come back after it.
const KEY = 'assent:reload';
const fields = () => [...document.querySelectorAll('input:not([type=password],[type=file],[type=hidden]),textarea,select')].filter(field => !field.closest('assent-banner'));
const nameOf = field => /^(checkbox|radio)$/.test(field.type) ? 'checked' : 'value', many = field => field.type === 'select-multiple';
const valueOf = field => many(field) ? [...field.options].map(option => option.selected) : field[nameOf(field)];
const restore = (field, value) => {
  if (many(field)) [...field.options].forEach((option, i) => { option.selected = !!value[i]; });
  else field[nameOf(field)] = value;
};

/** Reloads, keeping the scroll position and the state of form fields (not passwords, not files). */
export const reloadKeepingState = () => {
  try { sessionStorage.setItem(KEY, JSON.stringify({ url: location.href, x: scrollX, y: scrollY, values: fields().map(valueOf) })); } catch { /* no session storage: a plain reload */ }
  location.reload();
};
/** Gives back what a reload took; to be called when the document is ready. */
export const restoreState = () => {
  try {
    const saved = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    if (saved.url !== location.href) return;
    fields().forEach((field, i) => { if (i in saved.values && valueOf(field) !== saved.values[i]) restore(field, saved.values[i]); });
    scrollTo(saved.x, saved.y);
  } catch { /* nothing was saved */ }
};
