// One visitor, several tabs: a choice or withdrawal in one reaches the others, also those that come back from the back/forward cache.
const open = name => { try { return new BroadcastChannel(name); } catch { return null; } };
let tabs, workers;

/** changed(): another tab may have chosen, or nothing has. To be called once for each document that is opened in this window. */
export const watchTabs = changed => {
  if (tabs === undefined) {
    tabs = open('assent');
    if (tabs) tabs.onmessage = changed;
    self.cookieStore?.addEventListener('change', changed); // not `onchange`, which is the page's
  }
  addEventListener('pageshow', changed);
  document.addEventListener('visibilitychange', changed);
};
/** Tells the other tabs that the record changed. */
export const tellTabs = () => tabs?.postMessage(1);
/** Events for the gates inside this site's workers. */
export const workersChannel = () => (workers ||= open('assent:workers'));
