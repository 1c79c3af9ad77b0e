// All named examples side by side, in any language, scheme and size; each opens on a page of its own.
const { states } = await fetch(new URL("../../tests/fixtures/views/examples.json", import.meta.url)).then((answer) => answer.json());
const LANGUAGES = ["en", "de", "fi", "fr", "pl", "el", "ar", "he", "ja", "zh-Hans", "th", "hi"];
const form = document.querySelector("form");
const main = document.querySelector("main");
for (const lang of LANGUAGES) form.lang.append(new Option(new Intl.DisplayNames(lang, { type: "language" }).of(lang), lang));

const screens = [...Object.keys(states).map((example) => [example, "page.html", { example }]),
  ["cookie-page", "declaration.html", {}], ["cookie-page-chosen", "declaration.html", { chosen: "" }]].map(([name, page, query]) => {
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  const link = document.createElement("a");
  const screen = document.createElement("div");
  const frame = document.createElement("iframe");
  link.textContent = frame.title = name;
  frame.loading = "lazy";
  screen.className = "screen";
  screen.append(frame);
  caption.append(link);
  figure.append(caption, screen);
  main.append(figure);
  return { link, frame, page, query };
});

function show() {
  const [width, height] = form.size.value.split(" × ").map(Number);
  const scale = Math.min(1, 420 / width);
  for (const [name, value] of [["--wide", `${width}px`], ["--high", `${height}px`], ["--scale", scale], ["--card", `${width * scale}px`]]) main.style.setProperty(name, value);
  for (const { link, frame, page, query } of screens) {
    const address = `${page}?${new URLSearchParams({ ...query, lang: form.lang.value, theme: form.theme.value })}`;
    link.href = address;
    if (frame.getAttribute("src") !== address) frame.src = address;
  }
}
form.addEventListener("change", show);
show();
