// The built-in texts, each language against English and against what Intl knows about the language.
// docs/languages.md has the rules in words; the last tests break a good file in every way and expect to be told.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../web/languages/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const english = read('en.json');
const keys = Object.keys(english);

// The official languages of the European Union, Regulation No 1 (1958), Article 1, as amended.
const officialInTheUnion = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');
// The others that the project promises.
const promised = 'ar az bn bs ca cy eu fa gl he hi hy id is ja ka ko mk ms nb pt-BR ru sq sr th tr uk ur vi zh-Hans zh-Hant'.split(' ');

// The body stays within 30 words. Where a space doesn't part words as in English (none in Chinese, Japanese, Thai; between syllables in
// Vietnamese; before each particle in Hindi and Urdu) characters are counted instead.
const bodyWords = 30;
const bodyCharacters = { hi: 180, ja: 100, th: 200, ur: 180, vi: 200, 'zh-Hans': 80, 'zh-Hant': 80 };

/** A text of the ICU subset as its parts: strings, {name}, {name, forms}. Throws a sentence when the text is outside the subset. */
function parse(text, inside = false) {
  const parts = [];
  let at = 0;
  const literal = /[^{}]+/y, hole = /\{([a-z]+)\}/y, plural = /\{([a-z]+), plural, /y, form = /([a-z]+) \{/y;
  const eat = (pattern) => { pattern.lastIndex = at; const hit = pattern.exec(text); if (hit) at = pattern.lastIndex; return hit; };
  while (at < text.length) {
    let hit;
    if ((hit = eat(literal))) {
      if (!inside && hit[0].includes('#')) throw new Error('# outside a plural');
      parts.push(hit[0]);
    } else if ((hit = eat(hole))) {
      parts.push({ name: hit[1] });
    } else if (!inside && (hit = eat(plural))) {
      const name = hit[1], forms = new Map();
      while ((hit = eat(form))) {
        const from = at;
        for (let depth = 1; depth > 0; at++) {
          if (at >= text.length) throw new Error('a brace is not closed');
          if (text[at] === '{') depth++; else if (text[at] === '}') depth--;
        }
        if (forms.has(hit[1])) throw new Error(`two forms for ${hit[1]}`);
        forms.set(hit[1], parse(text.slice(from, at - 1), true));
        if (text[at] === ' ') at++;
      }
      if (text[at++] !== '}') throw new Error('a plural is not closed');
      parts.push({ name, forms });
    } else throw new Error(`not in the subset from "${text.slice(at, at + 20)}"`);
  }
  return parts;
}

const pluralOf = (parts) => parts.find((part) => part.forms);
const namesOf = (parts) => [...new Set(parts.flatMap((part) =>
  typeof part === 'string' ? [] : [part.name, ...[...part.forms?.values() ?? []].flatMap(namesOf)]))].sort();
const countsIn = (tag, category) => {
  const rules = new Intl.PluralRules(tag);
  return Array.from({ length: 200 }, (_, n) => rules.select(n)).filter((selected) => selected === category).length;
};
const length = (text) => [...text].length;

/** Everything that is wrong with the texts of one language, as sentences; empty when nothing is. */
function faults(tag, texts) {
  const found = [];
  const expect = (ok, sentence) => { if (!ok) found.push(sentence); };

  expect(Intl.getCanonicalLocales(tag)[0] === tag, `${tag} is not a canonical BCP 47 tag`);
  assert.deepEqual(Object.keys(texts).filter((key) => typeof texts[key] !== 'string'), []);
  expect(Object.keys(texts).join() === keys.join(), 'the keys are not those of en.json in the same order');
  const locale = new Intl.Locale(tag);
  expect(texts['language.dir'] === (locale.getTextInfo?.() ?? locale.textInfo).direction, 'language.dir is wrong');

  for (const key of keys.filter((key) => key in texts)) {
    const text = texts[key];
    expect(text !== '' && text === text.trim(), `${key}: empty, or space at an end`);
    expect(text === text.normalize('NFC'), `${key}: not in NFC`);
    expect(!/  /.test(text), `${key}: two spaces`);
    expect(!/['"]/.test(text), `${key}: a straight quote; ICU reads ' as an escape, and good typography has its own`);
    expect(!/[<>&]|[\u0000-\u001f]/.test(text), `${key}: markup or a control character`);
    let parts, model;
    try { parts = parse(text); model = parse(english[key]); } catch (error) { found.push(`${key}: ${error.message}`); continue; }
    expect(namesOf(parts).join() === namesOf(model).join(), `${key}: has {${namesOf(parts)}}, English has {${namesOf(model)}}`);
    // What is put in may be written the other way; without isolates (UAX #9, 2.4.2) its full stop ends up on the wrong side.
    expect(texts['language.dir'] !== 'rtl' || !/(?<!\u2068)\{[a-z]+\}|\{[a-z]+\}(?!\u2069)/.test(text), `${key}: a placeholder without isolates (U+2068, U+2069) around it`);
    const plural = pluralOf(parts);
    expect(Boolean(plural) === Boolean(pluralOf(model)), `${key}: a plural here and none in English, or the reverse`);
    if (!plural) continue;
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    expect([...plural.forms.keys()].sort().join() === [...categories].sort().join(), `${key}: has ${[...plural.forms.keys()]}, CLDR has ${categories}`);
    expect(plural.name === pluralOf(model).name, `${key}: counts {${plural.name}}`);
    for (const [category, form] of plural.forms) {
      const numbers = form.filter((part) => typeof part === 'string').join('').split('#').length - 1;
      // A category that one number alone falls into may say it in words (Arabic's dual); the others must show the number.
      const oneNumber = countsIn(tag, category) === 1;
      expect(numbers === 1 || (numbers === 0 && oneNumber), `${key}: ${category} has ${numbers} #`);
      expect(namesOf(form).join() === namesOf(model).filter((name) => name !== plural.name).join(), `${key}: ${category} lacks a placeholder`);
    }
  }

  const accept = texts['banner.accept-all'] ?? '', reject = texts['banner.reject-all'] ?? '';
  const ratio = length(reject) / length(accept);
  expect(ratio >= 0.5 && ratio <= 2, `"${reject}" against "${accept}": one is over twice as long as the other`);
  expect(accept !== reject && !/^ok/i.test(accept), `"${accept}" is not a verb of its own`);
  for (const action of ['accept-all', 'reject-all']) {
    expect(texts[`banner.${action}`] === texts[`preferences.${action}`], `${action} is worded differently in banner and preferences`);
  }
  for (const key of ['banner.body', 'banner.body-opt-out']) {
    const body = texts[key] ?? '', words = body.split(/\s+/).length;
    if (bodyCharacters[tag]) expect(length(body) <= bodyCharacters[tag], `${key}: ${length(body)} characters`);
    else expect(words <= bodyWords, `${key}: ${words} words`);
  }
  expect(texts['banner.body'] !== texts['banner.body-opt-out'], 'banner.body-opt-out: asks for permission, as banner.body does');
  return found;
}

test('every promised language is there', () => {
  const tags = files.map((name) => name.slice(0, -'.json'.length));
  assert.deepEqual([...officialInTheUnion, ...promised].filter((tag) => !tags.includes(tag)), []);
});

for (const name of files) {
  test(`texts of ${name}`, () => assert.deepEqual(faults(name.slice(0, -'.json'.length), read(name)), []));
}

test('no two languages have the same name', () => {
  const names = files.map((name) => read(name)['language.name']);
  assert.equal(new Set(names).size, names.length);
});

test('no language is a copy of another', () => {
  for (const key of ['banner.body', 'banner.body-opt-out']) {
    const bodies = files.map((name) => read(name)[key]);
    assert.equal(new Set(bodies).size, bodies.length, key);
  }
});

test('each way to break a file is noticed', async (t) => {
  const polish = read('pl.json');
  const services = 'preferences.services', count = 'declaration.count', retry = 'placeholder.retry', failed = 'placeholder.failed';
  const broken = {
    'a key is missing': [({ [retry]: _, ...rest }) => rest, /keys/],
    'a key too many': [(texts) => ({ ...texts, 'banner.extra': 'x' }), /keys/],
    'another order': [({ [retry]: moved, ...rest }) => ({ ...rest, [retry]: moved }), /keys/],
    'an empty text': [(texts) => ({ ...texts, [retry]: '' }), /empty/],
    'a bare placeholder, right to left': [(texts) => ({ ...texts, 'language.dir': 'rtl' }), /without isolates/],
    'a lost placeholder': [(texts) => ({ ...texts, [failed]: 'x' }), /has \{\}, English has \{title\}/],
    'a translated placeholder': [(texts) => ({ ...texts, [failed]: '{titel} x' }), /English has \{title\}/],
    'an open brace': [(texts) => ({ ...texts, [failed]: '{title} {x' }), /not in the subset/],
    'a stray brace': [(texts) => ({ ...texts, [failed]: '{title}} x' }), /not in the subset/],
    'a plural left open': [(texts) => ({ ...texts, [services]: texts[services].slice(0, -1) }), /not closed/],
    'a category too few': [(texts) => ({ ...texts, [services]: texts[services].replace(/few \{[^}]*\} /, '') }), /CLDR has/],
    'a category too many': [(texts) => ({ ...texts, [services]: texts[services].replace(' one', ' zero {#} one') }), /CLDR has/],
    'a placeholder lost in one form': [(texts) => ({ ...texts, [count]: texts[count].replace('{total}', '') }), /lacks a placeholder/],
    'a form without its number': [(texts) => ({ ...texts, [services]: texts[services].replace('many {#', 'many {') }), /many has 0 #/],
    'a straight apostrophe': [(texts) => ({ ...texts, [retry]: "d'un" }), /straight quote/],
    'markup': [(texts) => ({ ...texts, [retry]: '<b>x' }), /markup/],
    'the wrong direction': [(texts) => ({ ...texts, 'language.dir': 'rtl' }), /language\.dir/],
    'a long-winded no': [(texts) => ({ ...texts, 'banner.reject-all': `${texts['banner.accept-all']} x`.repeat(2) }), /twice as long/],
    'another word for yes in the preferences': [(texts) => ({ ...texts, 'preferences.accept-all': 'x' }), /worded differently/],
    'a long body': [(texts) => ({ ...texts, 'banner.body': 'x '.repeat(31).trim() }), /banner\.body: 31 words/],
    'a long body where consent comes later': [(texts) => ({ ...texts, 'banner.body-opt-out': 'x '.repeat(31).trim() }), /body-opt-out: 31 words/],
    'permission asked for where none is needed': [(texts) => ({ ...texts, 'banner.body-opt-out': texts['banner.body'] }), /asks for permission/],
  };
  assert.deepEqual(faults('pl', polish), []);
  for (const [name, [breakIt, sentence]] of Object.entries(broken)) {
    await t.test(name, () => assert.match(faults('pl', breakIt(polish)).join('\n'), sentence));
  }
});
