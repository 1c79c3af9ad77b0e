// The strict grade's policy line for the present state: what `assent csp` prints for the same categories (core/src/author/csp.cpp; a browser
// test holds them equal). Who is allowed is the core's answer; this only spells it as CSP source expressions (CSP3 2.3.1).
import { isHeldUrl } from './judge.js';
import { SCRIPT } from './sinks.js';

const sources = host => (host.startsWith('*.') ? [host.slice(2), host] : [host]).map(name => /:[\d*]+$/.test(name) ? name : `${name}:*`);

/** policy: the view "policy". */
export const policyLine = ({ ownHosts, necessaryHosts, holdHosts }) => {
  const allowed = [...ownHosts, ...necessaryHosts, ...holdHosts.filter(host => !isHeldUrl(SCRIPT, `https://${host.replace('*', 'any')}/`))];
  const hosts = [...new Set(allowed.flatMap(sources))].map(host => ' ' + host).join(''), fetch = ` 'self' data: blob:${hosts}`;
  return `default-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob:${hosts}; connect-src${fetch}${hosts.replace(/ /g, ' wss://')}${hosts.replace(/ /g, ' ws://')}; frame-src${fetch}; worker-src${fetch}; base-uri 'self'${hosts}; form-action 'self'${hosts}`;
};
