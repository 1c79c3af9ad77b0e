// The cookie page is a part of the site's own page: it takes the site's fonts and colours, and any rule of the site wins over these (layer).
// Shades are mixed from the text's own colour, so they fit whatever it stands on. It is its own container: in a narrow column rows become cards.
export default `
@layer assent {
  assent-declaration { display: block; container-type: inline-size; line-height: 1.5; --_line: color-mix(in srgb, currentColor 18%, transparent); --_soft: color-mix(in srgb, currentColor 5%, transparent); --_round: var(--assent-radius, 10px) }
  assent-declaration :is(h2, h3, h4, p, ul) { margin: 0 }
  assent-declaration h2 { font-size: 1.5em; line-height: 1.25 }
  assent-declaration h3 { font-size: 1.2em; line-height: 1.3 }
  assent-declaration h4 { font-size: 1em; margin-block: 20px 6px }
  assent-declaration h2 + p { margin-block-start: 8px; max-inline-size: 70ch }
  assent-declaration small { font-size: .875em }
  assent-declaration :focus-visible { outline: 3px solid; outline-offset: 2px }
  assent-declaration [hidden] { display: none !important }
  assent-declaration :is(input, select, button) { font: inherit; color: inherit; background: transparent; min-block-size: 44px; min-inline-size: 44px; padding: 6px 14px; border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: var(--_round); box-sizing: border-box }
  assent-declaration option { background: Canvas; color: CanvasText }
  assent-declaration button { cursor: pointer; font-weight: 600 }
  assent-declaration button:hover { border-color: currentColor; background: var(--_soft) }

  assent-declaration .assent-choice { display: grid; gap: 12px; margin-block: 24px; padding: 20px; border: 1px solid var(--_line); border-radius: var(--_round); background: var(--_soft) }
  assent-declaration .assent-choice ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr)); gap: 6px 24px }
  assent-declaration .assent-choice li { display: flex; justify-content: space-between; gap: 12px; padding-block: 4px; border-block-end: 1px solid var(--_line) }
  assent-declaration .assent-choice li > :last-child { flex: none; font-weight: 600 }
  assent-declaration .assent-buttons { display: flex; flex-wrap: wrap; gap: 8px }

  assent-declaration .assent-bar { display: grid; grid-template-columns: 2fr 1fr 1fr; gap: 12px; align-items: end }
  assent-declaration .assent-bar label { display: grid; gap: 4px; font-size: .875em; font-weight: 600 }
  assent-declaration .assent-bar :is(input, select) { inline-size: 100%; font-size: 1rem; font-weight: 400 }
  assent-declaration [role=status] { margin-block: 8px 0; font-size: .875em }

  assent-declaration .assent-category { margin-block-start: 40px }
  assent-declaration .assent-category > h3 { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin-block-end: 4px }
  assent-declaration .assent-mark { display: inline-block; font: 600 .75rem/1.6 system-ui, sans-serif; padding: 0 10px; border: 1px solid var(--_line); border-radius: 99px; background: var(--_soft) }
  assent-declaration table { inline-size: 100%; margin-block-start: 12px; border-collapse: collapse; table-layout: fixed; font-size: .9375em }
  assent-declaration caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
  assent-declaration :is(th, td) { text-align: start; vertical-align: top; font-weight: 400; padding: 10px 16px 10px 0; padding-inline: 0 16px; border-block-end: 1px solid var(--_line); overflow-wrap: break-word }
  assent-declaration thead th { padding-block: 0; vertical-align: bottom }
  assent-declaration th:nth-child(1) { inline-size: 20% }
  assent-declaration th:nth-child(2) { inline-size: 17% }
  assent-declaration th:nth-child(4) { inline-size: 19% }
  assent-declaration th:nth-child(5) { inline-size: 14% }
  assent-declaration th button { padding: 8px 0; border: 0; text-align: start }
  assent-declaration th button:hover { background: none; text-decoration: underline }
  assent-declaration th button::after { content: "\\2195" / ""; padding-inline-start: 6px; font-weight: 400; opacity: .55 }
  assent-declaration th[aria-sort=ascending] button::after { content: "\\2191" / ""; opacity: 1 }
  assent-declaration th[aria-sort=descending] button::after { content: "\\2193" / ""; opacity: 1 }
  assent-declaration code { font-size: .9375em; overflow-wrap: anywhere }
  assent-declaration th .assent-mark { display: table; margin-block-start: 4px }
  assent-declaration .assent-list { padding: 0; list-style: none }
  assent-declaration .assent-list li { padding-block: 4px; max-inline-size: 75ch }
  assent-declaration .assent-list a { display: inline-block; padding-block: 10px; margin-block: -10px; overflow-wrap: anywhere }
  assent-declaration .assent-downloads { margin-block-start: 40px }

  @container (max-width: 46em) {
    assent-declaration .assent-bar { grid-template-columns: 1fr 1fr }
    assent-declaration .assent-bar label:first-child { grid-column: 1 / -1 }
  }
  @container (max-width: 40em) {
    assent-declaration :is(table, tbody, tr, td, th[scope=row]) { display: block; inline-size: auto }
    assent-declaration thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
    assent-declaration tr { padding: 10px 16px; margin-block-end: 12px; border: 1px solid var(--_line); border-radius: var(--_round) }
    assent-declaration :is(td, th[scope=row]) { border: 0; padding: 4px 0 }
    assent-declaration th[scope=row] { font-weight: 600 }
    assent-declaration td { display: grid; grid-template-columns: 7.5em 1fr; gap: 12px }
    assent-declaration td::before { content: attr(data-label) / ""; font-size: .875em; opacity: .8 }
  }
  @media print {
    assent-declaration :is(.assent-bar, .assent-buttons, .assent-downloads, [role=status]), assent-declaration th button::after { display: none }
    assent-declaration :is(tr, .assent-choice) { break-inside: avoid }
  }
}
`;
