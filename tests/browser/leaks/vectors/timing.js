// When the bytes come. A '¦' is where a chunk ends; the next one comes 150 ms later.
const cut = (T, at = 12) => `${T.slice(0, at)}¦${T.slice(at)}`;
const filler = '<p>filler</p>\n'.repeat(9000);

export default {
  'chunk-after-head': { html: ({ T }) => `¦<img src="${T}/a.gif"><script src="${T}/b.js"></script>` },
  'chunk-inside-tag': { html: ({ T }) => `<img src="${cut(T)}/a.gif">` },
  'chunk-inside-tag-name': { html: ({ T }) => `<i¦mg src="${T}/a.gif">` },
  'chunk-inside-script-tag': { html: ({ T }) => `<scr¦ipt src="${cut(T)}/a.js"></scr¦ipt>` },
  'chunk-inside-inline': { leaks: 'ran', html: ({ svc, host }) => `<script>(globalThis.ran ||= []).push('${host}'); var ${svc}Que¦ue = [];</script>` },
  'chunk-inside-inline-before-signature': { leaks: 'ran', html: ({ svc, host }) => `<script>(globalThis.ran ||= []).push('${host}');¦ var ${svc}Queue = [];</script>` },
  'chunk-inside-module': { html: ({ T }) => `<script type="module">import "${cut(T)}/a.mjs";</script>` },
  'chunk-inside-style': { html: ({ T }) => `<style>@import "${cut(T)}/a.css";</style>` },
  'chunk-inside-entity': { html: ({ T }) => `<img src="http&#5¦8;${T.slice(5)}/a.gif">` },
  'chunk-inside-comment': { html: ({ T }) => `<!-- x -¦-><img src="${T}/a.gif">` },
  'chunk-behind-script-tag': { cutSnippet: true, single: true, html: ({ T }) => `<img src="${T}/a.gif"><script src="${T}/b.js"></script>` },
  'chunk-behind-snippet': { single: true, head: ({ T }) => `¦<script src="${T}/a.js"></script>` },
  'runtime-late': { slowConsent: 500, single: true, html: ({ T }) => `<img src="${T}/a.gif"><script src="${T}/b.js"></script><script>new Image().src = '${T}/c.gif'</script>` },
  'runtime-late-srcset': { slowConsent: 500, single: true, html: ({ T }) => `<img srcset="${T}/a.gif 1x"><picture><source srcset="${T}/b.gif"><img alt=""></picture>` },
  'runtime-late-head': { slowConsent: 500, single: true, head: ({ T }) => `<link rel="stylesheet" href="${T}/a.css"><link rel="preload" as="script" href="${T}/b.js"><script async src="${T}/c.js"></script>` },
  'runtime-late-page-slow': { slowConsent: 500, single: true, html: ({ T }) => `¦<img src="${T}/a.gif">¦<script src="${T}/b.js"></script>` },
  'runtime-cached': { first: () => '', single: true, html: ({ T }) => `<img src="${T}/a.gif"><script src="${T}/b.js"></script><link rel="stylesheet" href="${T}/c.css">` },
  'own-script-first': { before: () => '<script>globalThis.first = 1</script>', html: ({ T }) => `<script src="${T}/a.js"></script>` },
  'own-style-and-meta-first': { before: () => '<meta charset="utf-8"><link rel="stylesheet" href="/own.css">', html: ({ T }) => `<script src="${T}/a.js"></script><img src="${T}/b.gif">` },
  'large-page': { single: true, html: ({ T }) => `${filler}<img src="${T}/a.gif"><script src="${T}/b.js"></script>` },
  'no-doctype-no-head': { single: true, page: ({ T }, snippet) => `${snippet}<p>x<img src="${T}/a.gif"><script src="${T}/b.js"></script>` },
  'comment-and-bom-first': { single: true, page: ({ T }, snippet) => `\uFEFF<!-- x --><!DOCTYPE html><html lang="en"><head>${snippet}<title>x</title><img src="${T}/a.gif"><script src="${T}/b.js"></script>` },
  'windows-1252': { single: true, headers: () => ({ 'content-type': 'text/html; charset=windows-1252' }), html: ({ T }) => `<img alt="&eacute;" src="${T}/a.gif">` },
  'utf-16': { single: true, headers: () => ({ 'content-type': 'text/html; charset=utf-16le' }), encode: 'utf16le', html: ({ T }) => `<img src="${T}/a.gif"><script src="${T}/b.js"></script>` },
  'xhtml-page': { single: true, headers: () => ({ 'content-type': 'application/xhtml+xml' }), page: ({ T }, snippet) => `<html xmlns="http://www.w3.org/1999/xhtml"><head>${snippet.replace(/(<meta[^>]*[^/])>/, '$1/>')}<title>x</title></head><body><script src="${T}/a.js"></script></body></html>` },
  'after-a-while': { js: ({ T }) => `setTimeout(() => { new Image().src = '${T}/a.gif'; }, 400);` },
  'back-again': { back: true, js: ({ T }) => `addEventListener('pageshow', e => { if (e.persisted) new Image().src = '${T}/a.gif'; });` },
};
