// The strict grade ends its policy line by a reload. What the visitor had typed and where the page stood come back after it.
const KEY = 'assent:reload';
const fields = () => [...document.querySelectorAll('input:not([type=password],[type=file],[type=hidden]),textarea,select')];
/** What makes up a field's state; JSON leaves out what a field has not. */
const stateOf = ({ value, checked, options }) => ({ value, checked, chosen: options && [...options].map(option => option.selected) });

/** Reloads, keeping the scroll position and the state of form fields (not passwords, not files). */
export const reloadKeepingState = () => {
  try { sessionStorage.setItem(KEY, JSON.stringify([location.href, scrollX, scrollY, fields().map(stateOf)])); } catch { /* no session storage: a plain reload */ }
  location.reload();
};
/** Gives back what a reload took; to be called when the document is ready. */
export const restoreState = () => {
  try {
    const [url, x, y, states] = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    if (url !== location.href) return;
    fields().forEach((field, i) => {
      const { chosen, ...own } = states[i] || {};
      Object.assign(field, own);
      chosen?.forEach((on, at) => { field.options[at].selected = on; });
    });
    scrollTo(x, y);
  } catch { /* nothing was saved, or the page has other fields now */ }
};
