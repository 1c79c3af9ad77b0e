#!/usr/bin/env node
// ./run bench: what the core costs, measured through the same wasm and loader that a page has. Medians; the goals are for orientation,
// a busy machine is slower. What everything weighs is printed beside it.
import { readFileSync } from 'node:fs';
import { createCompiler } from '../../dist/node/compiler.js';
import { languages } from '../../dist/node/index.js';
import { sizes, table } from '../../web/build/sizes.js';
import { cores } from '../node/cores.js';
import { insertion } from './insertion.js';
import { peers } from './peers.js';

const SCRIPT = 0, COOKIE = 12;
const policy = JSON.parse(readFileSync(new URL('../../demo/policies/conversationware.json', import.meta.url)));
const compiler = await createCompiler(), texts = languages();
const imageOf = value => {
  const { image, report } = compiler.compile(value, texts);
  if (!image) throw new Error(JSON.stringify(report.findings, null, 1));
  return image;
};
const context = 'now=1764000000\nnonce=0000000000000001\ncookie=\nurl=https://www.conversationware.example/\nlang=en\nlangs=en\nregion=\ngpc=0';
const opened = (start, image) => { const core = start(); core.open(image, context); return core; };

/** A policy with about n URL rules: services of five hosts each beside its own. */
const withRules = n => ({
  ...policy,
  services: [...policy.services, ...Array.from({ length: Math.min(180, Math.ceil(n / 5)) }, (_, i) => ({
    ...policy.services.find(({ id }) => id === 'google-analytics'), id: `service-${i}`, title: { en: `Service ${i}`, de: `Dienst ${i}` }, cookies: [{ name: `s${i}_*`, lifetime: '1 day', party: 'first', purpose: { en: 'A test.', de: 'Ein Versuch.' } }], storage: [], inline: [], retention: [],
    urls: Array.from({ length: Math.ceil(n / Math.min(180, Math.ceil(n / 5))) }, (_, j) => `*.host-${j}.service-${i}.example`),
  }))],
});

/** Median milliseconds of one run, when the machine has warmed up to it. */
const median = (times, run) => {
  for (let i = 0; i < times / 2; i += 1) run();
  const all = Array.from({ length: times }, () => { const began = performance.now(); run(); return performance.now() - began; });
  return all.sort((a, b) => a - b)[times >> 1];
};
const rows = [];
const tell = (what, value, unit, goal = '') => rows.push([what, value.toFixed(value < 10 ? 2 : 1), unit, goal]);

const perDecision = (core, kind, subjects) => median(40, () => { for (let i = 0; i < 1000; i += 1) core.decide(kind, subjects[i % subjects.length]); }); // ms for 1,000 are us for one
const subjects = ['https://www.google-analytics.com/ga.js', 'https://www.conversationware.example/site.css', 'https://unknown.example/a/b/c.js?d=1', 'https://a.host-1.service-1.example/x.png'];

for (const [name, start] of Object.entries(cores)) {
  const image = imageOf(policy);
  tell(`${name}: start and open the demo's policy`, median(20, () => opened(start, image)), 'ms');
  const [few, many] = [10, 1000].map(n => perDecision(opened(start, imageOf(withRules(n))), SCRIPT, subjects));
  tell(`${name}: decide, a URL, 10 rules`, few, 'us', '3');
  tell(`${name}: decide, a URL, 1,000 rules`, many, 'us', '2 x');
  tell(`${name}: decide, a cookie, 1,000 rules`, perDecision(opened(start, imageOf(withRules(1000))), COOKIE, ['__utma', 's1_x', 'own', 'unknown_thing']), 'us', '3');
}
tell('author: compile the demo\'s policy', median(10, () => imageOf(policy)), 'ms');

const print = lines => {
  const widths = lines[0].map((_, i) => Math.max(...lines.map(line => line[i].length)));
  for (const line of lines) console.log(`│ ${line.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' │ ')} │`);
};
print([['what', 'median', '', 'goal'], ...rows]);
console.log(`\n${table(await sizes())}\n`);
print(await insertion());
console.log();
print(await peers());
