// The cookie page is a part of the site's own page: it takes the site's fonts and colours, and any rule of the site wins over these (layer).
export default `
@layer assent {
  assent-declaration { display: block; line-height: 1.5 }
  assent-declaration :is(input, select, button) { font: inherit; min-block-size: 44px; padding: 6px 12px; border: 1px solid; border-radius: 8px; background: Canvas; color: CanvasText; box-sizing: border-box }
  assent-declaration button { cursor: pointer }
  assent-declaration .assent-bar { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; margin-block: 20px }
  assent-declaration .assent-bar label { display: grid; gap: 4px; font-size: .875em; flex: 1 1 12em }
  assent-declaration .assent-choice { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 10px; padding: 16px 20px; margin-block: 20px }
  assent-declaration .assent-choice ul { list-style: none; margin: 8px 0 12px; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px }
  assent-declaration .assent-choice button, assent-declaration .assent-downloads button { margin-inline-end: 8px; margin-block: 4px }
  assent-declaration .assent-scroll { overflow-x: auto }
  assent-declaration table { border-collapse: collapse; inline-size: 100%; font-size: .9375em }
  assent-declaration caption { text-align: start; font-size: .875em; padding-block: 8px }
  assent-declaration :is(th, td) { text-align: start; vertical-align: top; padding: 10px 12px; border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); overflow-wrap: anywhere }
  assent-declaration th button { border: 0; padding: 0; background: none; color: inherit; font-weight: 600; text-align: start; min-inline-size: 44px }
  assent-declaration th[aria-sort] button::after { content: "\\2195" / ""; padding-inline-start: 4px; opacity: .6 }
  assent-declaration th[aria-sort=ascending] button::after { content: "\\2191" / ""; opacity: 1 }
  assent-declaration th[aria-sort=descending] button::after { content: "\\2193" / ""; opacity: 1 }
  assent-declaration td code { font-size: .9375em }
  assent-declaration .assent-mark { display: inline-block; font-size: .8125em; border: 1px solid; border-radius: 99px; padding: 0 8px; margin-block-start: 4px }
  assent-declaration :focus-visible { outline: 3px solid; outline-offset: 2px }
  assent-declaration [hidden] { display: none !important }
  @media (max-width: 480px) {
    assent-declaration :is(table, tbody, tr, td, th[scope=row]) { display: block }
    assent-declaration thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
    assent-declaration tr { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 10px; margin-block-end: 12px; padding: 6px 4px }
    assent-declaration :is(td, th[scope=row]) { border: 0; padding: 4px 12px }
    assent-declaration td::before { content: attr(data-label) / ""; display: block; font-size: .8125em; font-weight: 600 }
  }
  @media print { assent-declaration :is(.assent-bar, button) { display: none } }
}
`;
