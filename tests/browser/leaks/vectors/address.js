// One host, many spellings: an address must be judged as the browser's own parser serialises it (URL Standard, 4.4).
const img = address => ({ html: ctx => `<img src="${address(ctx)}">` });
const dotted = (H, dot) => H.replace(/\.(?=[^.]*:)/, dot);

export default {
  'protocol-relative': img(({ H }) => `//${H}/a.gif`),
  'backslashes': img(({ H }) => `http:\\\\${H}\\a.gif`),
  'backslash-relative': img(({ H }) => `\\/${H}/a.gif`),
  'many-slashes': img(({ H }) => `http:////${H}/a.gif`),
  'capital-host': img(({ H }) => `HTTP://${H.toUpperCase()}/a.gif`),
  'tab-and-newline-within': img(({ T }) => T.replace('tp:', 't\tp\n:') + '/a.gif'),
  'blanks-around': img(({ T }) => `  \n ${T}/a.gif  `),
  'percent-encoded-host': img(({ H }) => `http://${dotted(H, '%2E')}/a.gif`),
  'full-width-dot': img(({ H }) => `http://${dotted(H, '。')}/a.gif`),
  'full-width-letters': img(({ H }) => `http://${H.replace('.ads.', '.ａｄｓ.').replace('.stats.', '.ｓｔａｔｓ.')}/a.gif`),
  'soft-hyphen': img(({ H }) => `http://${H.replace('.ads.', '.a&shy;ds.').replace('.stats.', '.st&shy;ats.')}/a.gif`),
  'control-before': img(({ T }) => `&#1;${T}/a.gif`),
  'trailing-dot': img(({ H }) => `http://${H.replace(':', '.:')}/a.gif`),
  'credentials': img(({ H, O }) => `http://${O.replace(/^http:\/\/|:\d+$/g, '')}@${H}/a.gif`),
  'own-host-in-path': img(({ T, O }) => `${T}/a.gif?${O}/own.js`),
  'fragment': img(({ T }) => `${T}/a.gif#//own.localhost/`),
  'script-set-capital': { js: ({ H }) => `new Image().src = 'hTtP://' + ${JSON.stringify(H.toUpperCase())} + '/a.gif';` },
  'script-set-url-object': { js: ({ T }) => `new Image().src = new URL('${T}/a.gif');` },
  'set-attribute-name-object': { js: ({ T }) => `document.createElement('img').setAttribute(['src'], '${T}/a.gif');` },
  'fetch-through-base': { single: true, js: ({ T }) => `document.head.append(Object.assign(document.createElement('base'), {href: '${T}/'})); fetch('a').catch(() => {});` },
  'img-through-base-by-script': { single: true, js: ({ T }) => `const b = document.createElement('base'); document.head.prepend(b); b.setAttribute('href', '${T}/'); new Image().src = 'a.gif';` },
  'unclassified-host': { single: true, js: ({ T }) => `new Image().src = '${T}/a.gif';`, third: 'nobody.test' },
  'unclassified-host-static': { single: true, html: ({ T }) => `<script src="${T}/a.js"></script>`, third: 'nobody.test' },
};
