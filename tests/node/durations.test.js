// The static cookie page speaks of durations in its own language.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCompiler } from '../../dist/node/compiler.js';
import { languages } from '../../dist/node/index.js';
import { withDurations } from '../../web/compiler/duration.js';

const policy = readFileSync(new URL('../../demo/policies/conversationware.json', import.meta.url), 'utf8');
const texts = languages();
const { declareHtml } = await createCompiler();

test('lifetimes are in the words of the page', () => {
  assert.match(declareHtml(policy, texts, 'en'), /<td>2 years, counted from your last visit/);
  assert.match(declareHtml(policy, texts, 'de-AT'), /30 Minuten/);
  assert.match(declareHtml(policy, texts, 'pl'), /6 miesięcy/);
  assert.match(declareHtml(policy, texts, 'cy'), /2 flynedd/);
});

test('every built-in language has them, each with the form that any number takes', () => {
  for (const tag of Object.keys(texts)) {
    const words = withDurations(texts, tag)[tag];
    for (const unit of ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']) assert.match(words[`duration.${unit}`], /other \{[^{}]*#[^{}]*\}/, `${tag} ${unit}`);
  }
});

test('a language without texts gets no words either: the page falls back as one', () => {
  assert.deepEqual(withDurations({ en: {} }, 'fr'), { en: {} });
  assert.deepEqual(withDurations({ en: {} }, 'xx-YY'), { en: {} });
  assert.deepEqual(withDurations({ en: {} }, ''), { en: {} });
});
