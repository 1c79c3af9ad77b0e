// Placeholders for held content: who it is, and "load once" for one of them.
import { N } from '../gate/native.js';
import { explain, forget, KINDS } from '../gate/index.js';

const originOf = url => { try { return new N.URL(url, document.baseURI).origin; } catch { return ''; } };

/** page: {decide, ui(), policy(), always(choices), release()}. Answers {decide, placeholder}: `decide` also knows what was allowed once. */
export const placeholderMaker = page => {
  const once = new Set();
  return {
    decide: (kind, subject) => once.size && kind <= 10 && once.has(originOf(subject)) ? 4 << 2 : page.decide(kind, subject),
    placeholder: (element, kind, url, serviceId, categoryId) => {
      const policy = page.policy(), id = serviceId || explain(kind, url, policy).service;
      const service = policy.services.find(one => one.id === id), hostname = originOf(url).replace(/^.*\/\//, '').replace(/:\d+$/, '');
      return page.ui()?.placeholder({
        kind: KINDS[kind], service: id, serviceTitle: service?.title || hostname, provider: service?.provider || hostname, privacyUrl: service?.privacyUrl || '',
        title: element.title || '', url, width: N.getAttribute(element, 'width') || '', height: N.getAttribute(element, 'height') || '', element,
        once: () => { once.add(originOf(url)); forget(); return page.release(); },
        always: () => page.always(id ? { services: { [id]: true } } : { categories: { [categoryId]: true } }),
      }) || null;
    },
  };
};
