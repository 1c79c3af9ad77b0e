// What the banner's part tells of a held element: who it is, and what pressing the placeholder's buttons means.

/**
 * host: {explain(kind, url), view(name), once(url) or false, act(action, detail)}. kind: a number of the waist's. Answers the facts that a placeholder shows (ui.placeholder). service, category:
 * ids from the owner's markup, or ''.
 */
export const heldFacts = (host, element, kind, url, serviceId, categoryId) => {
  const id = serviceId || host.explain(kind, url).service, service = host.view('policy').services.find(one => one.id === id);
  let hostname = '';
  try { ({ hostname } = new URL(url, document.baseURI)); } catch { /* no address: the category stands for it */ }
  return {
    serviceTitle: service?.title || hostname, provider: service?.provider || hostname, privacyUrl: service?.privacyUrl || '',
    title: element.title || '', url, width: element.getAttribute('width') || '', height: element.getAttribute('height') || '', element,
    once: host.once && (() => host.once(url)), always: () => host.act('save', id ? { services: { [id]: true } } : { categories: { [categoryId]: true } }),
  };
};
