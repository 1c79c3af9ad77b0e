// A placeholder is its own container: what doesn't fit its box goes, the way to load it last.
export default `
/* Without a baseline of its own it stands on the line as a frame does. */
:host { contain: layout !important; container-type: size !important; overflow: hidden !important; --_space: 12px !important }
[part~=placeholder] {
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: safe center;
  gap: 4px;
  padding: var(--_space);
  overflow: auto;
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background: color-mix(in srgb, var(--_text) 4%, var(--_surface));
  text-align: center;
}
[part~=placeholder]:focus-visible { outline: 3px solid var(--_text); outline-offset: -3px }
[part~=body] { max-width: 34em; margin: 0 }
[part~=actions] { display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; margin-top: 8px }
[part~=links] { display: flex; flex-wrap: wrap; gap: 0 20px; justify-content: center }
[part~=address] { display: none }
@container (max-height: 300px) or (max-width: 400px) {
  [part~=placeholder] { gap: 0; padding: 8px }
  [part~=title] { font-size: .9375em }
  [part~=body] { font-size: .8125em; line-height: 1.35 }
}
@container (max-height: 190px) or (max-width: 330px) { [part~=once] ~ [part~=always], [part~=links] { display: none } }
@container (max-height: 155px) or (max-width: 240px) {
  [part~=title] { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  [part~=body] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
}
@container (max-height: 95px) { [part~=placeholder] { padding: 0 } [part~=title] { display: none } [part~=actions] { margin: 0 } }
@media print { [part~=address] { display: block } [part~=actions], [part~=links] { display: none } }
`;
