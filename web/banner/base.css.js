// The ground that banner, preferences and placeholder stand on: isolation, tokens, text, controls.
//
// Isolation. For important declarations the cascade turns round: the inner tree beats the page (css-cascade-5 6.1). So one
// `all: initial !important` on the host and one `all: … !important` on what is slotted shut out every author rule of the page, even
// important ones. A control takes over the computed style of its part (`all: inherit`), text takes only what text inherits (`all: unset`).
// Neither the host nor what is slotted is ever a block container, or the page's `::first-letter` would reach the first of our words.
//
// Size. `medium` is the size that the reader has set in the browser, whatever the page does to its root element; all else is `em`.
export default `
:host {
  all: initial !important;
  direction: ltr !important;
  color-scheme: var(--assent-scheme, light dark) !important;
  --_surface: light-dark(var(--assent-surface, #fff), var(--assent-surface-dark, #1c1f24)) !important;
  --_text: light-dark(var(--assent-text, #16191d), var(--assent-text-dark, #f2f4f6)) !important;
  --_muted: light-dark(var(--assent-muted, #4a525c), var(--assent-muted-dark, #b9c0c9)) !important;
  --_line: light-dark(var(--assent-line, #d9dde2), var(--assent-line-dark, #3b4149)) !important;
  --_edge: light-dark(var(--assent-edge, #868e98), var(--assent-edge-dark, #78818d)) !important;
  --_accent: light-dark(var(--assent-accent, #1d4fc4), var(--assent-accent-dark, var(--assent-accent, #a9c5ff))) !important;
  --_on: light-dark(var(--assent-on-accent, #fff), var(--assent-on-accent-dark, var(--assent-on-accent, #0a1a3a))) !important;
  --_radius: var(--assent-radius, 10px) !important;
  --_space: var(--assent-space, 20px) !important;
  font: 400 var(--assent-font-size, medium)/1.5 var(--assent-font, system-ui, sans-serif) !important;
  color: var(--_text) !important;
  overflow-wrap: anywhere !important;
  -webkit-text-size-adjust: none !important;
}
:host([dir=rtl]) { direction: rtl !important }
:host([data-density=compact]) { --_space: var(--assent-space, 14px) !important }

slot { all: inherit; display: contents }
::slotted(*) { all: unset !important; direction: inherit !important; unicode-bidi: inherit !important }
:host::before, :host::after, ::slotted(*)::before, ::slotted(*)::after { content: none !important }
::slotted(:is(button, a, input)) { all: inherit !important; display: inline-flex !important }
::slotted(:focus-visible) { outline-width: 3px !important }

h2, h3, h4, p, ul { margin: 0; padding: 0; font: inherit }
[part~=title] { font-size: 1.125em; font-weight: 650; line-height: 1.3; text-wrap: balance }
[part~=body] { margin-top: 6px; font-size: .9375em; color: var(--_muted); text-wrap: pretty }

[part~=button], [part~=link], [part~=switch] {
  display: contents;
  appearance: none;
  box-sizing: border-box;
  outline: 0 solid var(--_text);
  outline-offset: 2px;
  cursor: pointer;
  align-items: center;
  min-height: 44px;
}
[part~=button] {
  justify-content: center;
  padding: 8px 14px;
  border: 1px solid var(--_edge);
  border-radius: var(--_radius);
  background: var(--_surface);
  color: var(--_text);
  font-size: .9375em;
  font-weight: 600;
  line-height: 1.25;
  text-align: center;
  hyphens: auto;
}
[part~=button]:hover { border-color: var(--_text) }
[part~=primary] { background: var(--_accent); border-color: var(--_accent); color: var(--_on) }
[part~=primary]:hover { background: color-mix(in srgb, var(--_accent) 88%, var(--_text)) }
[part~=link] { color: var(--_muted); font-size: .875em; text-decoration: underline; text-underline-offset: 3px }
[part~=link]:hover { color: var(--_text) }
@media (forced-colors: active) { [part~=button] { border-color: ButtonText } }
`;
