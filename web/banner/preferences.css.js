// Preferences: a native modal dialog. Its head and foot stay, the middle scrolls; where the screen is too low for that, all of it scrolls and the foot stays.
export default `
[part~=dialog] {
  width: var(--assent-preferences-width, 42em);
  max-width: calc(100vw - 32px);
  max-height: min(48em, 100dvh - 32px);
  display: flex;
  flex-direction: column;
  overflow: hidden;
}
[part~=head] { display: flex; align-items: center; gap: 8px; padding: 8px var(--_space); padding-inline-end: calc(var(--_space) - 10px); border-bottom: 1px solid var(--_line) }
[part~=head] [part~=title] { flex: 1 }
[part~=close] { width: 44px; padding: 0; border-color: transparent; font-size: 1.75em; font-weight: 300; line-height: 1; outline-offset: -3px }
[part~=categories] { overflow: auto; overscroll-behavior: contain; padding: 0 var(--_space) var(--_space) }
[part~=intro] { padding-block: var(--_space) 12px; color: var(--_muted) }
[part~=category] { padding-block: 12px; border-bottom: 1px solid var(--_line) }
[part~=category]:last-child { border: 0; padding-bottom: 0 }
[part~=row] { display: flex; align-items: center; gap: 12px; min-height: 44px }
[part~=row] > :first-child { flex: 1; min-width: 0 }
[part~=name] { font-weight: 600 }
[part~=dialog] [part~=actions] { position: static; border-top: 1px solid var(--_line) }
[part~=state] { color: var(--_muted); font-size: .875em; text-align: end }
[part~=description] { color: var(--_muted); font-size: .9375em }
[part~=services] summary { display: flex; align-items: center; gap: 8px; width: fit-content; min-height: 44px; cursor: pointer; font-size: .9375em; list-style: none; outline-offset: 2px }
[part~=services] summary:focus-visible { outline: 3px solid var(--_text) }
[part~=services] summary::before { content: ""; width: 7px; height: 7px; border: solid; border-width: 0 2px 2px 0; rotate: -45deg; margin-inline: 2px }
:host([dir=rtl]) summary::before { rotate: 135deg !important }
[part~=services][open] summary::before { rotate: 45deg !important }
[part~=service] { list-style: none; padding: 4px 12px; margin-bottom: 8px; border: 1px solid var(--_line); border-radius: var(--_radius) }
[part~=service-links] { display: flex; flex-wrap: wrap; gap: 0 20px }

/* The box is the target, 60 by 44; its padding box is the track, the thumb a gradient in it. */
[part~=switch] {
  flex: none;
  width: 60px;
  height: 44px;
  margin-inline: -8px;
  border: 8px solid transparent;
  border-radius: 22px;
  background: radial-gradient(circle closest-side, var(--_surface) 78%, transparent 82%) var(--_start) / 28px no-repeat padding-box, var(--_muted) padding-box;
  outline-offset: -5px;
}
:host { --_start: 0% !important; --_end: 100% !important }
:host([dir=rtl]) { --_start: 100% !important; --_end: 0% !important }
[part~=switch]:is([data-on=some], [data-on=true]) { background-color: var(--_accent); background-position-x: 50% }
[part~=switch][data-on=true] { background-position-x: var(--_end) }
@media (forced-colors: active) { [part~=switch] { appearance: auto; width: 28px; height: 28px; min-height: 0; margin: 8px; border: 0; outline-offset: 2px } }

@media (max-width: 30em) {
  [part~=dialog] { width: auto; max-width: none; max-height: 92dvh; margin: auto 0 0; border-inline-width: 0 }
  [part~=dialog] [part~=primary] { flex-basis: 100% }
}
@media (max-height: 26em) {
  [part~=dialog] { display: block; overflow: auto; max-height: 100dvh; scroll-padding-bottom: 8em }
  [part~=categories] { overflow: visible }
  [part~=dialog] [part~=actions] { position: sticky }
}
`;
