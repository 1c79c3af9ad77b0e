// Where the first layer stands and how its pieces lie. The element itself is the fixed box in the top layer, so that a tool which
// looks for "something fixed with buttons in it" finds it in the light DOM; the panel inside carries the looks.
// `data-layout` is there only while the banner is shown; without it the element is the corner of the reopen control.
export default `
:host { position: fixed !important; display: grid !important; inset: auto !important; --_gap: var(--assent-inset, 16px) !important; max-width: calc(100vw - 2 * var(--_gap)) !important }
:host([data-position*=bottom]) { bottom: var(--_gap) !important }
:host([data-position*=top]) { top: var(--_gap) !important }
:host([data-position$=start]) { inset-inline-start: var(--_gap) !important }
:host([data-position$=end]) { inset-inline-end: var(--_gap) !important }
:host(:is([data-position=bottom], [data-position=top], [data-position=center])) { inset-inline: 0 !important; width: fit-content !important; margin-inline: auto !important }
:host([data-position=center]) { inset-block: 0 !important; height: fit-content !important; margin-block: auto !important }
:host([data-position*=bottom][data-away]) { inset-block: var(--_gap) auto !important }
:host([data-position*=top][data-away]) { inset-block: auto var(--_gap) !important }

[part~=panel] {
  box-sizing: border-box;
  width: var(--assent-width, 26em);
  max-width: 100%;
  max-height: 69dvh;
  padding: 0;
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--_line);
  border-radius: calc(var(--_radius) * 1.4);
  background: var(--_surface);
  color: var(--_text);
  box-shadow: var(--assent-shadow, 0 2px 6px #0000000f, 0 16px 48px #0003);
}
dialog:focus { outline: 0 }
dialog::backdrop { background: var(--assent-backdrop, #0a0c1080) }

[part~=words] { padding: var(--_space) var(--_space) 0 }
[part~=notice] { margin-top: 8px; padding-inline-start: 10px; border-inline-start: 3px solid var(--_accent); font-size: .9375em }
[part~=actions] {
  position: sticky;
  bottom: 0;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  padding: calc(var(--_space) * .8) var(--_space);
  background: var(--_surface);
}
[part~=actions] > * { flex: 1 1 0; min-width: 0 }
[part~=banner] [part~=quiet] { flex-basis: 100% }
[part~=links] {
  display: flex;
  flex-wrap: wrap;
  gap: 0 20px;
  padding-inline: var(--_space);
  border-top: 1px solid var(--_line);
  background: color-mix(in srgb, var(--_text) 4%, var(--_surface));
}

:host([data-wide]) { --_gap: 0px !important; inset-inline: 0 !important; width: auto !important }
/* Sticky without an inset sticks to nothing: it is in the flow, and still found by who looks for boxes that are not. */
:host([data-layout=inline]) { position: sticky !important; inset: auto !important }
:host([data-layout=inline]) [part~=panel] { max-height: none; box-shadow: none }
:host([data-wide]) [part~=panel] { width: auto; border-width: 1px 0; border-radius: 0 }
:host([data-layout=sheet]) { --_gap: 0px !important }
:host([data-layout=sheet]) [part~=panel] { width: var(--assent-width, 40em); border-end-start-radius: 0; border-end-end-radius: 0 }

@media (min-width: 60em) {
  :host([data-wide]) [part~=panel] {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    padding-inline: max(0px, (100vw - 76em) / 2);
  }
  :host([data-wide]) [part~=words] { padding-bottom: calc(var(--_space) * .8) }
  :host([data-wide]) [part~=actions] { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(9em, 1fr) }
  :host([data-wide]) [part~=links] { grid-column: 1 / -1; border: 0; background: none; margin-top: calc(var(--_space) * -.8) }
}
@media (max-width: 30em) {
  :host([data-layout]:not([data-layout=inline])) { --_gap: 0px !important; inset-inline: 0 !important; width: auto !important }
  :host([data-layout]) [part~=panel] { width: auto; border-inline-width: 0 }
  :host([data-position*=bottom]) [part~=panel] { border-end-start-radius: 0; border-end-end-radius: 0; border-bottom-width: 0 }
  :host([data-position*=top]) [part~=panel] { border-start-start-radius: 0; border-start-end-radius: 0; border-top-width: 0 }
}
@media (max-width: 26em) { [part~=actions] [part~=button] { padding-inline: 6px } }
@media (max-height: 26em) { :host { --_space: 8px !important } }

:host(:not([data-layer])) { display: flex !important; align-items: center !important; gap: 8px !important }
:host(:not([data-layer])[data-position$=end]) { flex-direction: row-reverse !important }
[part~=pin] { position: relative; display: flex; flex: none }
[part~=reopen] {
  height: 44px;
  min-width: 44px;
  max-width: 44px;
  padding-block: 0;
  padding-inline: 43px 0;
  overflow: hidden;
  justify-content: start;
  border-radius: 22px;
  box-shadow: 0 2px 6px #0000000f, 0 8px 24px #0000001f;
  white-space: nowrap;
  hyphens: manual;
}
[part~=reopen]:hover, [part~=pin]:focus-within [part~=reopen] { max-width: min(20em, 100vw - 32px); padding-inline-end: 16px }
[part~=icon] { position: absolute; top: 10px; inset-inline-start: 10px; width: 24px; height: 24px; fill: none; stroke: var(--_text); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; pointer-events: none }
[part~=status]:not(:empty) { max-width: 24em; padding: 10px 16px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); color: var(--_text); font-size: .9375em; box-shadow: 0 2px 6px #0000000f, 0 8px 24px #0000001f }
:host([data-layer]) [part~=status] { position: absolute; inset: 0 auto auto 0; padding: 0; border: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }

@media (prefers-reduced-motion: no-preference) {
  [part~=panel], [part~=status] { animation: rise var(--assent-duration, .2s) ease-out }
  @keyframes rise { from { opacity: 0; translate: 0 8px } }
}
@media print { :host([lang]) { display: none !important } }
`;
