// esbuild, and the modules that only a bundle has: the wasm, the image and the declaration's data, which stand at the end of a script
// as the arguments of one call, so that `assent build` can put a site's own there (web/compiler/consent-file.js).
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { at } from './files.js';

const virtual = {
  'assent:wasm': `import { bytesOf, WASM_KEY } from '${at('web/compiler/byte-string.js')}'; export default () => bytesOf($wasm, WASM_KEY);`,
  'assent:image': `import { bytesOf } from '${at('web/compiler/byte-string.js')}'; export default () => bytesOf($image);`,
  'assent:glue': `export { default } from '${at('wasm/loader.js')}';`,
  'assent:ui': 'export default $ui;',
  'assent:declaration': 'export default $declaration;',
};
const virtualModules = {
  name: 'assent',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^assent:/ }, ({ path }) => (path in virtual ? { path, namespace: 'assent' } : { errors: [{ text: `There is no ${path}` }] }));
    onLoad({ filter: /./, namespace: 'assent' }, ({ path }) => ({ contents: virtual[path], resolveDir: at('.') }));
  },
};

// A style sheet is a module whose default is its text; its comments and blanks are for the reader of the source.
const styleSheets = {
  name: 'style sheets',
  setup({ onLoad }) {
    onLoad({ filter: /\.css\.js$/ }, async ({ path }) => {
      const { mtimeMs } = await import('node:fs').then(fs => fs.statSync(path));
      const { default: css, ...others } = await import(`${pathToFileURL(path)}?${mtimeMs}`);
      if (Object.keys(others).length) throw new Error(`${path}: a style sheet exports its text and nothing else`);
      const { code } = await transform(css, { loader: 'css', minify: true });
      // esbuild leaves the values of custom properties as they are written. Ours hold no strings, and no string of ours a comma.
      return { contents: `export default ${JSON.stringify(code.trim().replace(/,\s+|\s+(?=!important)/g, blank => blank.trim()).replace(/(--\w+:) /g, '$1'))};` };
    });
  },
};

const options = {
  bundle: true, minify: true, write: false, charset: 'utf8', legalComments: 'none', format: 'esm', logLevel: 'warning', plugins: [virtualModules, styleSheets],
};
const text = async more => (await build({ ...options, ...more })).outputFiles[0].text.trim();
// What the gate asks of a browser (Object.hasOwn, private realms' own prototypes) is no older than this.
const pageTarget = 'es2022';
// What the script and its banner say to each other, and what an entry of the ledger is about, which a page hears under names in quotes (judge.js, explain): shorter names, the same in both.
const SHORT = { kind: 't', subject: 'Z', documentReady: 'd', giveWay: 'w', phase: 'p', draw: 'q' }, SHARED = { mangleProps: new RegExp(`^(?:${Object.keys(SHORT).join('|')})$`), mangleCache: SHORT };
// A visit pays for every byte: terser names and folds better than esbuild, by 5 % after brotli, and best what nobody has renamed before.
const small = async (more, { reserved = [], own = [], ...compress } = {}) => {
  const folded = await minify(await text({ ...more, ...own.length && SHARED, target: pageTarget, minify: false, minifySyntax: true }), { ecma: 2020, module: true, compress: { passes: 4, inline: 1, ...compress }, mangle: false });
  return (await minify(folded.code, { ecma: 2020, module: true, compress: false, mangle: { reserved, ...own.length && { properties: { regex: new RegExp(`^(?:${own.join('|')})$`), keep_quoted: true, builtins: true } } } })).code; // named when all is folded: 0.2 % less
};

/**
 * A classic script. parameters: {name: its value as JavaScript text}, given in a call at its very end. The byte order mark is there
 * because such a script, on a page in another encoding and without a charset of its own, would be read in the page's. options: more of how terser folds, and
 * `reserved`, names that it must not give; `own`, properties that it names as it likes.
 */
export const classic = async (entry, parameters, options) => {
  const code = (await small({ entryPoints: [at(entry)] }, options)).replace(/;?$/, '');
  return `\uFEFF((${Object.keys(parameters).join(',')})=>{"use strict";${code}})(${Object.values(parameters).join(',')});\n`;
};

/**
 * For code that compares nothing with NaN, reads nothing for the sake of reading it, and hands no literal true or false to a page or to print: 0.5 % less. How well names
 * pack is chance, some 60 bytes of it; without this one the others come out well.
 */
export const PLAIN = {
  unsafe_comps: true, booleans_as_integers: true, pure_getters: true, reserved: ['g'],
  // 0.5 % less again. Whoever gives a property one of these names must know: none of them is asked of the platform, of the core's answers, of the banner (a file of its own), or by a page.
  own: `address arm base child context cookies element end entry fast file forget found frame from getter html last list listeners made make method notify opened out own parser partial past prefix
    put quiet reopened report rest revive rewrite script seen setter shape stored tail tell to trouble walls withUI failed`.split(/\s+/),
};

/** A classic script from source text. */
export const classicFrom = async contents => `\uFEFF(()=>{"use strict";${await small({ stdin: { contents, resolveDir: at('.') } })}})();\n`;

/** A part that a script loads from beside it, or that `assent build` puts into it: `self.NAME($return => {...})`. */
export const part = async (name, contents) => `\uFEFFself.${name}($return=>{"use strict";${await small({ stdin: { contents, resolveDir: at('.') } }, { own: 'box choice dialog line lost paint place serviceTitle why'.split(' ') })}});\n`;

/** An ES module for pages. */
export const browserModule = async entry => `${await text({ entryPoints: [at(entry)], target: 'es2022' })}\n`;

/** An ES module for Node, as it is written, to be read when it fails. */
export const nodeModule = async entry => `${await text({ entryPoints: [at(entry)], platform: 'node', target: 'node20', minify: false })}\n`;

/** A file of the project as bytes. */
export const bytes = path => readFile(at(path));
