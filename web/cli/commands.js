// The commands by name: what they take, and what they do. `run` answers the exit code.
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { languages, part, read, writeAll } from './files.js';
import { inWords } from './report.js';
import { Trouble } from './trouble.js';

const GRADES = ['strict', 'smooth', 'markup'];
const out = { type: 'string', short: 'o' };

/** The package's own entry points; they exist once dist/ has been built. */
const own = async name => {
  try { return await import(name); } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') throw new Trouble('dist/ is not built yet: ./run build');
    throw error;
  }
};
const compiler = async () => (await own('assent/compiler')).createCompiler();

/** Compiles a policy file. What the report finds is told on the standard error; errors answer null. */
const compile = async file => {
  const [core, texts, source] = [await compiler(), await languages(), await read(file)];
  const { image, report } = core.compile(source, texts);
  if (report.findings.length) console.error(inWords(file, report));
  return image && { image, source, policy: JSON.parse(source), core, texts };
};
/** The policy's language tags, the default first. */
const tagsOf = ({ languages: { default: first = 'en', include = [] } = {} }) => [...new Set([first, ...include])];

const size = content => `${content.length.toLocaleString('en')} bytes, ${brotliCompressSync(content).length.toLocaleString('en')} with brotli`;

const build = async ([file], { output, grade, src, 'no-inline': without }) => {
  if (!output) throw new Trouble('Where to? -o consent.js');
  if (grade && !GRADES.includes(grade)) throw new Trouble(`There is no grade "${grade}": ${GRADES.join(', ')}`);
  const made = await compile(file);
  if (!made) return 1;
  const { core, texts } = made;
  const policy = grade ? { ...made.policy, gate: { ...made.policy.gate, grade } } : made.policy;
  const image = grade ? core.compile(policy, texts).image : made.image;
  const { consentFile, declarationFile, policyLine, snippet } = await own('assent/compiler');
  const declaration = Object.fromEntries(tagsOf(policy).map(tag => [tag, core.declare(policy, texts, tag)]));
  const files = {
    [output]: consentFile(await part('assent.js'), await part('assent-ui.js'), image),
    [output.replace(/(\.js)?$/, '-declaration.js')]: declarationFile(await part('assent-declaration.js'), declaration),
    [join(dirname(output), 'assent-core.js')]: await part('assent-core.js'), // loaded only where WebAssembly is refused, from beside the script
  };
  await writeAll(files);
  for (const [path, content] of Object.entries(files)) console.log(`${path}: ${size(Buffer.from(content))}`);
  const chosen = policy.gate?.grade ?? 'smooth', { strict } = core.csp(policy);
  console.log(`\nPaste this first in <head>, as one line (grade: ${chosen}):\n`);
  console.log(snippet(chosen, { src: src ?? basename(output), csp: strict, inline: !without }));
  // The strict line holds by itself.
  if (chosen !== 'strict') console.log(`\nAnd behind it, for visitors without JavaScript, from whom nobody can have consent:\n\n<noscript>${policyLine(strict)}</noscript>`);
  return 0;
};

const compileAlone = async ([file], { output }) => {
  if (!output) throw new Trouble('Where to? -o policy.image');
  const made = await compile(file);
  if (!made) return 1;
  await writeAll({ [output]: made.image });
  console.log(`${output}: ${size(made.image)}`);
  return 0;
};

const lint = async ([file], { json }) => {
  const report = (await compiler()).lint(await read(file), await languages());
  console.log(json ? JSON.stringify(report, null, 2) : inWords(file, report));
  return report.ok ? 0 : 1;
};

const declare = async ([file], { json, lang, output }) => {
  const made = await compile(file);
  if (!made) return 1;
  const { source, policy, core, texts } = made;
  const tag = lang ?? tagsOf(policy)[0];
  if (!texts[tag]) throw new Trouble(`There is no language "${tag}"; assent languages lists them`);
  const text = json ? JSON.stringify(core.declare(source, texts, tag), null, 2) : core.declareHtml(source, texts, tag);
  if (output) await writeAll({ [output]: `${text}\n` }); else console.log(text);
  return 0;
};

const csp = async ([file], { state = '', line }) => {
  const made = await compile(file);
  if (!made) return 1;
  const known = made.policy.categories.map(({ id }) => id), granted = state.split(',').map(id => id.trim()).filter(Boolean);
  for (const id of granted) if (!known.includes(id)) throw new Trouble(`There is no category "${id}": ${known.join(', ')}`);
  const answer = made.core.csp(made.source, granted.join(','));
  console.log(line ? answer.strict : answer.header);
  return 0;
};

const explain = async ([file, subject], { kind, granted = '', page }) => {
  const made = await compile(file);
  if (!made) return 1;
  const { createConsent } = await own('assent');
  try {
    const consent = createConsent(made.image, { url: page ?? made.policy.site.url });
    if (granted) consent.save(Object.fromEntries(granted.split(',').map(id => [id.trim(), true])));
    const { verdict, reason, category, service } = consent.explain(subject, kind);
    console.log([verdict, reason, category && `category ${category}`, service && `service ${service}`].filter(Boolean).join(' · '));
  } catch (error) {
    throw error instanceof RangeError ? new Trouble(error.message) : error;
  }
  return 0;
};

const list = async () => {
  for (const [tag, texts] of Object.entries(await languages())) console.log(`${tag}\t${texts['language.name']}`);
  return 0;
};

export const commands = {
  build: { count: 1, arguments: 'policy.json -o consent.js [--grade strict|smooth|markup] [--src /consent.js] [--no-inline]', about: 'make a site\'s script and its cookie page\'s; print the line to paste (without an inline script)',
    options: { output: out, grade: { type: 'string' }, src: { type: 'string' }, 'no-inline': { type: 'boolean' } }, run: build },
  lint: { count: 1, arguments: 'policy.json [--json]', about: 'say what is wrong with a policy, and by whose rule', options: { json: { type: 'boolean' } }, run: lint },
  declare: { count: 1, arguments: 'policy.json [--html | --json] [--lang de] [-o file]', about: 'print the cookie page as HTML that needs no script, or as data',
    options: { html: { type: 'boolean' }, json: { type: 'boolean' }, lang: { type: 'string' }, output: out }, run: declare },
  csp: { count: 1, arguments: 'policy.json [--state analytics,marketing] [--line]', about: 'print the Content-Security-Policy header for a visitor who granted these categories, or the line of the strict grade',
    options: { state: { type: 'string' }, line: { type: 'boolean' } }, run: csp },
  explain: { count: 2, arguments: 'policy.json URL [--kind script] [--granted analytics,marketing] [--page URL]', about: 'say what becomes of an address, and why',
    options: { kind: { type: 'string', default: 'script' }, granted: { type: 'string' }, page: { type: 'string' } }, run: explain },
  compile: { count: 1, arguments: 'policy.json -o policy.image', about: 'make the image alone, for createConsent in Node', options: { output: out }, run: compileAlone },
  languages: { count: 0, arguments: '', about: 'list the languages that Assent speaks', options: {}, run: list },
};

export const usage = () => ['usage:', ...Object.entries(commands).map(([name, { arguments: takes, about }]) => `  assent ${name} ${takes}\n      ${about}`)].join('\n');
