// The whole life of a visitor without a page: the built package over a clock, a random source and a cookie jar that are handed in.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createConsent, languages } from '../../dist/node/index.js';

const policy = readFileSync(new URL('../../demo/policies/conversationware.json', import.meta.url), 'utf8');
const START = 1764000000, DAY = 86400;
const ga = 'https://www.google-analytics.com/ga.js';

/** A visitor who comes back: `visit` opens a page with the cookies of the last one. */
const makeVisitor = options => {
  let cookie = '', now = START, nonces = 0;
  return {
    wait: days => { now += days * DAY; },
    receive: line => { cookie = cookie ? `${cookie}; ${line}` : line; },
    visit(story, more = {}) {
      const consent = createConsent(policy, { url: 'https://www.conversationware.co.uk/shop/phones', cookie, now: () => now, nonce: () => String(nonces += 1).padStart(16, '0'), ...options, ...more });
      const answer = story(consent);
      cookie = consent.cookie;
      return answer;
    },
  };
};

test('unset, accepted, remembered, changed, withdrawn, asked again when the record ends', () => {
  const visitor = makeVisitor();
  visitor.visit(consent => {
    const { status, ask, categories } = consent.state();
    assert.deepEqual({ status, ask }, { status: 'unset', ask: true });
    assert.deepEqual(Object.entries(categories).filter(([, on]) => on), [['necessary', true]]);
    assert.deepEqual(consent.effects().at(-1), { do: 'show', view: 'banner' });
    assert.deepEqual(consent.setCookie, []);
    assert.equal(consent.decide('script', ga), 'hold');

    const after = consent.acceptAll();
    assert.deepEqual({ status: after.status, source: after.source, at: after.at }, { status: 'chosen', source: 'accept-all', at: START });
    assert.equal(consent.decide('script', ga), 'allow');
    assert.equal(consent.setCookie.length, 1);
    assert.match(consent.setCookie[0], /^cookie_consent=[\w-]{1,64}; Path=\/; Max-Age=\d+; SameSite=Lax; Secure$/);
  });
  visitor.wait(30);
  visitor.receive('__utma=1.2; calltracksGuid1=x; own=1');
  visitor.visit(consent => {
    assert.equal(consent.state().ask, false);
    assert.equal(consent.state().at, START);
    assert.equal(consent.decide('script', ga), 'allow');
    assert.equal(consent.save({ analytics: false, marketing: true }).status, 'changed');
    assert.equal(consent.decide('script', ga), 'drop');
    assert.deepEqual(consent.cookie.split('; ').map(pair => pair.split('=')[0]).filter(name => name.startsWith('__utm')), [], 'its cookies are gone');
  });
  visitor.visit(consent => {
    assert.equal(consent.decide('script', ga), 'drop');
    assert.equal(consent.withdraw().status, 'withdrawn');
    assert.deepEqual(consent.cookie.split('; ').map(pair => pair.split('=')[0]).sort(), ['cookie_consent', 'own']);
  });
  visitor.visit(consent => assert.equal(consent.state().ask, false, 'a refusal lasts'));
  visitor.wait(183);
  // This jar keeps the cookie for ever, as some browsers restore theirs: the record itself knows when it ends.
  visitor.visit(consent => assert.deepEqual([consent.state().status, consent.state().ask], ['stale', true]));
});

test('cookies are deleted on every domain and path that can hold them', () => {
  const consent = createConsent(policy, { url: 'https://www.conversationware.co.uk/shop/phones/x', cookie: '__utma=1' });
  const places = consent.setCookie.map(line => line.replace(/^__utma=; /, ''));
  for (const path of ['/', '/shop', '/shop/', '/shop/phones', '/shop/phones/']) {
    for (const domain of ['', '; Domain=www.conversationware.co.uk', '; Domain=conversationware.co.uk', '; Domain=co.uk']) assert.ok(places.includes(`Path=${path}${domain}; Max-Age=0`), path + domain);
  }
  assert.equal(consent.cookie, '');
});

test('explain() says why', () => {
  const consent = createConsent(policy, { url: 'https://www.conversationware.co.uk/' });
  assert.deepEqual(consent.explain(ga), { kind: 'script', subject: ga, verdict: 'hold', reason: 'not-asked', category: 'analytics', service: 'google-analytics' });
  assert.deepEqual(consent.explain('/own.js').reason, 'first-party');
  assert.deepEqual(consent.explain('https://nobody.example/x.js').reason, 'unclassified');
  assert.deepEqual(consent.explain('cookie_consent=1', 'cookie').reason, 'own-record');
  assert.equal(consent.explain('__utma', 'cookie').service, 'google-analytics');
  assert.throws(() => consent.explain(ga, 'telegram'), RangeError);
});

test('listeners hear of changes until they stop listening; state() is a copy', () => {
  const consent = createConsent(policy), heard = [];
  const stop = consent.on('change', state => heard.push(state.source));
  consent.rejectAll();
  consent.acceptAll();
  stop();
  consent.withdraw();
  assert.deepEqual(heard, ['reject-all', 'accept-all']);
  consent.state().categories.analytics = true;
  assert.equal(consent.state().categories.analytics, false);
  assert.throws(() => consent.on('sneeze', () => {}), TypeError);
  assert.throws(() => consent.save({ nonsense: true }), RangeError);
  assert.equal(consent.state().status, 'withdrawn');
});

test('another tab\'s choice arrives with its cookie', () => {
  const [one, other] = [createConsent(policy), createConsent(policy)];
  other.acceptAll();
  assert.equal(one.decide('script', ga), 'hold');
  one.sync(other.cookie);
  assert.equal(one.decide('script', ga), 'allow');
});

test('views speak the page\'s language', () => {
  const consent = createConsent(policy, { lang: 'de-AT' });
  assert.equal(consent.view('banner').lang, 'de');
  assert.equal(consent.view('banner').labels['reject-all'], languages().de['banner.reject-all']);
  consent.language('en-GB');
  assert.equal(consent.view('banner').labels['reject-all'], languages().en['banner.reject-all']);
  assert.ok(consent.view('policy').services.some(({ id }) => id === 'google-analytics'));
});

test('a policy with mistakes is refused with its report, a damaged image by name', () => {
  assert.throws(() => createConsent('{"assent":1}'), error => error.report.findings.length > 1 && /^\d+:\d+ \w+ /.test(error.message));
  assert.throws(() => createConsent(new Uint8Array([1, 2, 3])), error => error.code.startsWith('image-'));
});

test('each visitor is alone: nothing is shared between two', () => {
  const [one, other] = [createConsent(policy), createConsent(policy)];
  one.acceptAll();
  assert.equal(other.state().status, 'unset');
  assert.equal(other.decide('script', ga), 'hold');
});
