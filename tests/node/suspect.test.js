// Markup that holds nothing is passed unread (SUSPECT in web/gate/sinks.js): that test must find every row of the tables, however it is spelt.
import test from 'node:test';
import assert from 'node:assert/strict';
import { ATTRIBUTES, SUSPECT, MARKED } from '../../web/gate/sinks.js';

const rows = Object.entries(ATTRIBUTES).flatMap(([element, attributes]) => Object.keys(attributes).map(attribute => [element === '*' ? 'p' : element, attribute]));
// HTML 13.2.5.32 to 40: what may stand before an attribute's name, and between the name and its value.
const spellings = [
  (element, attribute) => `<${element} ${attribute}="x">`,
  (element, attribute) => `<${element.toUpperCase()} ${attribute.toUpperCase()}=x>`,
  (element, attribute) => `<${element}/${attribute}=x>`,
  (element, attribute) => `<${element}\n${attribute}\t\f\n=\r x>`,
  (element, attribute) => `<${element} class="a"${attribute}='x'>`,
  (element, attribute) => `<${element} title="a > b" alt='<'${attribute} ="">`,
];

test('every row of the tables is seen, in each spelling', () => {
  assert.ok(rows.length > 50);
  for (const [element, attribute] of rows) for (const spell of spellings) assert.match(`<b>some</b> ${spell(element, attribute)}`, SUSPECT);
});

test('text that becomes code, frames, an owner\'s marks and what was parked before are seen', () => {
  for (const text of ['<script>', '<SCRIPT type=module>', '<style>', '<svg><Style/>']) assert.match(text, SUSPECT);
  for (const text of ['<iframe>', '<FRAME>', '<object>', '<embed/>', '<p DATA-category=a>', '<p data-service="a">', '<template data-purpose=a>', '<img data-assent-held>']) {
    assert.match(text, MARKED);
    assert.match(text, SUSPECT);
  }
});

test('plain markup passes unread, links too', () => {
  for (const text of ['', 'a < b = c', '<p class="a" id=b>text</p>', '<li data-id="1"><a class="item" href="https://ads.test/">a link</a></li>', '<ul><li aria-label=x>y</ul>']) assert.doesNotMatch(text, SUSPECT);
});
