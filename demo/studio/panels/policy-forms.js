// The policy as forms. Each field stands for one place in the file, and writes there and nowhere else.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { addFromCatalogue, search } from "../policy/catalogue.js";
import { cookiesOf, pageOf, sourceOf } from "../policy/cookies.js";
import { pointerOf, setAt, removeAt } from "../project/json-text.js";
import { section } from "./design.js";

/** The words of a text that is a string or an object by language, in the policy's default language. */
export const wordsOf = (text, language) => (typeof text === "string" ? text : text?.[language] ?? Object.values(text ?? {})[0] ?? "");

function finding(app, path) {
  const pointer = pointerOf(path);
  const found = app.now.report.findings.find((one) => one.pointer === pointer && one.severity !== "info");
  return found && h("span", { class: `small said ${found.severity}`, id: `said-${pointer}` }, found.message);
}

/** A field for what stands at `path`. `kind`: "line", "long", "list" (comma between), or a list of options. */
function field(app, label, path, { kind = "line", text = false, placeholder = "", optional = true, title } = {}) {
  const at = app.at(path), language = app.now.tags[0];
  const value = kind === "list" ? (Array.isArray(at) ? at.join(", ") : "") : text ? wordsOf(at, language) : at ?? "";
  const target = text && at && typeof at === "object" ? [...path, language] : path;
  const write = (raw) => {
    const next = kind === "list" ? raw.split(/[,\n]/).map((one) => one.trim()).filter(Boolean) : raw;
    app.set(`${label} of the policy`, target, next.length || !optional ? next : undefined, pointerOf(path));
  };
  const said = finding(app, path);
  const props = { value: String(value), placeholder, title, "aria-invalid": said ? "true" : false, "aria-describedby": said ? said.props.id : false };
  const control = Array.isArray(kind) ? h("select", { class: "select", ...props, onchange: (event) => write(event.target.value) }, optional && h("option", { value: "" }, placeholder || "–"), kind.map((option) => h("option", { value: option, key: option }, option)))
    : kind === "long" ? h("textarea", { class: "text", rows: 3, ...props, oninput: (event) => write(event.target.value) })
      : h("input", { class: "text", ...props, [kind === "list" ? "onchange" : "oninput"]: (event) => write(event.target.value) });
  return h("label", { class: "field", key: pointerOf(path) }, h("span", null, label), control, said);
}

/** A box for what is true or left out. */
const flag = (app, label, path) => h("label", { class: "check", key: pointerOf(path) }, h("input", { type: "checkbox", checked: app.at(path) === true, onchange: (event) => app.set(`${label} of the policy`, path, event.target.checked || undefined) }), label);

const option = (app, ...path) => path.reduce((at, name) => at?.[name], app.core.schema)?.enum ?? [];
const def = (app, name, key) => option(app, "$defs", name, "properties", key);

const removeButton = (app, what, path) => h("button", { class: "button plain", type: "button", onclick: () => { app.write(`Remove ${what}`, (text) => removeAt(text, path)); app.say(`${what} is removed. Ctrl Z brings it back.`); } }, icon("bin"), "Remove");
const addButton = (app, what, path, make) => h("button", { class: "button", type: "button", onclick: () => app.write(`Add ${what}`, (text) => {
  const list = app.at(path);
  return Array.isArray(list) ? setAt(text, [...path, list.length], make()) : setAt(text, path, [make()]);
}) }, icon("plus"), `Add ${what}`);

const siteSection = (app) => section("Site and controller", false,
  field(app, "Site’s name", ["site", "name"]), field(app, "Site’s URL", ["site", "url"], { placeholder: "https://example.org/" }), field(app, "Own hosts", ["site", "hosts"], { kind: "list", placeholder: "example.org, *.example.org" }),
  h("div", { class: "two" }, field(app, "Privacy policy", ["site", "policyUrl"], { placeholder: "/privacy" }), field(app, "Cookie page", ["site", "cookiePageUrl"], { placeholder: "/cookies" })),
  h("div", { class: "two" }, field(app, "Opt-out form (US)", ["site", "optOutUrl"], { placeholder: "/do-not-sell", title: "Where visitors opt out of sale and sharing by another way than the banner" }), field(app, "Limit sensitive data (US)", ["site", "limitUrl"], { placeholder: "/limit-use", title: "Where visitors limit the use of sensitive data" })),
  h("div", { class: "two" }, field(app, "Controller", ["controller", "name"]), field(app, "E-mail", ["controller", "email"])),
  field(app, "Address", ["controller", "address"]));

const lawSection = (app) => section("Where it holds", false,
  (app.at(["jurisdictions"]) ?? []).map?.((one, i) => h("div", { class: "three", key: i }, field(app, "Id", ["jurisdictions", i, "id"]), field(app, "Regions", ["jurisdictions", i, "regions"], { kind: "list", placeholder: "EEA, GB, US-CA, *" }), field(app, "Mode", ["jurisdictions", i, "mode"], { kind: def(app, "jurisdiction", "mode"), optional: false }))),
  addButton(app, "a jurisdiction", ["jurisdictions"], () => ({ id: "elsewhere", regions: ["*"], mode: "opt-in" })),
  h("div", { class: "two" }, field(app, "A choice is kept for", ["record", "lifetime"], { placeholder: "6 months" }), field(app, "In the cookie", ["record", "cookie"], { placeholder: "cookie_consent" })),
  h("div", { class: "two" }, field(app, "Grade of the gate", ["gate", "grade"], { kind: option(app, "properties", "gate", "properties", "grade"), placeholder: "smooth" }), field(app, "Undeclared writes of the site", ["gate", "undeclaredWrites"], { kind: option(app, "properties", "gate", "properties", "undeclaredWrites"), placeholder: "allow" })));

const languageSection = (app) => section("Languages", false,
  field(app, "Default", ["languages", "default"], { kind: Object.keys(app.core.names), placeholder: "en" }),
  h("div", { class: "field" }, h("span", null, "Included"), h("ul", { class: "row tight" }, app.now.tags.map((tag) => h("li", { key: tag, class: "badge tint" }, app.core.names[tag] ?? tag,
    tag !== app.now.tags[0] && h("button", { type: "button", class: "badge-button", "aria-label": `Leave out ${app.core.names[tag] ?? tag}`, onclick: () => app.set(`Leave out ${tag}`, ["languages", "include"], app.now.tags.filter((other) => other !== tag)) }, icon("close")))))),
  h("label", { class: "field" }, h("span", null, "Add a language"), h("select", { class: "select", value: "", onchange: (event) => { app.set(`Add ${event.target.value}`, ["languages", "include"], [...app.now.tags, event.target.value]); event.target.value = ""; } },
    h("option", { value: "" }, "Choose …"), Object.entries(app.core.names).filter(([tag]) => !app.now.tags.includes(tag)).map(([tag, name]) => h("option", { value: tag, key: tag }, `${name} (${tag})`)))));

const categorySection = (app) => section("Categories", false,
  (app.at(["categories"]) ?? []).map?.((category, i) => h("details", { class: "item", key: i },
    h("summary", null, h("b", null, category.id ?? "?"), category.exempt && h("span", { class: "badge" }, "exempt")),
    h("div", { class: "stack" },
      h("div", { class: "two" }, field(app, "Id", ["categories", i, "id"]), field(app, "Before the choice", ["categories", i, "default"], { kind: def(app, "category", "default"), placeholder: "denied" })),
      field(app, "Title", ["categories", i, "title"], { text: true, placeholder: "the built-in one" }), field(app, "Description", ["categories", i, "description"], { kind: "long", text: true, placeholder: "the built-in one" }),
      field(app, "Exempt from consent, by", ["categories", i, "exempt", "basis"], { kind: def(app, "exemption", "basis"), placeholder: "not exempt" }), category.exempt && field(app, "Source in the law", ["categories", i, "exempt", "source"]),
      removeButton(app, `category ${category.id}`, ["categories", i])))),
  addButton(app, "a category", ["categories"], () => ({ id: "extra", title: "Extra", description: "What is in this category, in plain words." })));

const purposeSection = (app) => section("Purposes", false,
  (app.at(["purposes"]) ?? []).map?.((purpose, i) => h("details", { class: "item", key: i },
    h("summary", null, h("b", null, wordsOf(purpose.title, app.now.tags[0]) || purpose.id || "?"), h("span", { class: "badge" }, purpose.tag), purpose.sensitive === true && h("span", { class: "badge warn" }, "sensitive")),
    h("div", { class: "stack" },
      h("div", { class: "two" }, field(app, "Id", ["purposes", i, "id"]), field(app, "What it is about", ["purposes", i, "tag"], { kind: def(app, "purpose", "tag"), optional: false })),
      field(app, "Title", ["purposes", i, "title"], { text: true }), field(app, "Description", ["purposes", i, "description"], { kind: "long", text: true, placeholder: "What is done, in plain words." }),
      // A list of several is a mistake of its own (P018), to be mended in the JSON.
      !Array.isArray(purpose.legalBasis) && field(app, "Legal basis", ["purposes", i, "legalBasis"], { kind: app.core.schema.$defs.purpose.properties.legalBasis.anyOf[0].enum }),
      flag(app, "Needs what is sensitive about a person", ["purposes", i, "sensitive"]),
      removeButton(app, `purpose ${purpose.id}`, ["purposes", i])))),
  addButton(app, "a purpose", ["purposes"], () => ({ id: "new-purpose", tag: "functional", title: "New purpose", description: "What is done, and what for, in plain words.", legalBasis: "consent" })));

/** Where name and lifetime of a cookie from the catalogue are from. */
function known(cookie) {
  const source = sourceOf(cookie);
  return source === undefined ? null : source ? h("p", { class: "small soft clip" }, "As its provider documents it: ", h("a", { href: source, target: "_blank", rel: "noreferrer" }, new URL(source).host))
    : h("p", { class: "small soft" }, "No page of the provider’s own was found that gives name and lifetime both. Look them up with the provider, or in your own browser, before you publish.");
}

function cookies(app, path, list) {
  return h("div", { class: "stack tight" }, h("h4", null, "Cookies"),
    list.map((cookie, i) => h("details", { class: "item", key: i }, h("summary", null, h("b", { class: "mono" }, cookie.name ?? "?"), h("span", { class: "soft small grow" }, cookie.lifetime ?? "how long?"), sourceOf(cookie) === "" && h("span", { class: "badge warn" }, "check with the provider")),
      h("div", { class: "stack tight" }, known(cookie),
        h("div", { class: "two" }, field(app, "Name", [...path, i, "name"]), field(app, "Lifetime", [...path, i, "lifetime"], { placeholder: "13 months" })),
        h("div", { class: "two" }, field(app, "Party", [...path, i, "party"], { kind: def(app, "cookie", "party"), placeholder: "first" }), field(app, "Domain", [...path, i, "domain"])),
        field(app, "Purpose", [...path, i, "purpose"], { kind: "long", text: true }),
        removeButton(app, `cookie ${cookie.name}`, [...path, i])))),
    addButton(app, "a cookie", path, () => ({ name: "", lifetime: "", purpose: "" })));
}

function service(app, one, i) {
  const path = ["services", i], categories = (app.at(["categories"]) ?? []).map?.(({ id }) => id) ?? [];
  const errors = app.now.report.findings.filter((found) => found.severity === "error" && found.pointer.startsWith(`${pointerOf(path)}/`) || found.pointer === pointerOf(path) && found.severity === "error").length;
  return h("details", { class: "item", key: i, id: `service-${one.id}` },
    h("summary", null, h("b", null, wordsOf(one.title, app.now.tags[0]) || one.id), h("span", { class: "badge" }, one.category), errors > 0 && h("span", { class: "badge bad" }, errors)),
    h("div", { class: "stack" },
      h("div", { class: "two" }, field(app, "Title", [...path, "title"], { text: true }), field(app, "Category", [...path, "category"], { kind: categories, optional: false })),
      field(app, "Description", [...path, "description"], { kind: "long", text: true }),
      field(app, "Purposes", [...path, "purposes"], { kind: "list", title: `One or more of: ${(app.at(["purposes"]) ?? []).map?.(({ id }) => id).join(", ")}` }),
      h("div", { class: "two" }, field(app, "Provider’s legal name", [...path, "provider", "name"]), field(app, "Country", [...path, "provider", "country"], { placeholder: "IE" })),
      field(app, "Provider’s privacy notice", [...path, "provider", "privacyUrl"], { placeholder: "https://…" }),
      field(app, "Addresses", [...path, "urls"], { kind: "list", placeholder: "*.example.com" }),
      cookies(app, [...path, "cookies"], Array.isArray(one.cookies) ? one.cookies : []),
      h("div", { class: "row apart" }, h("span", { class: "soft small mono" }, one.id), removeButton(app, `service ${one.id}`, path))));
}

function catalogue(app) {
  const found = search(app.core.catalogue, app.ui.sought ?? "");
  const add = (entry) => {
    let id;
    app.write(`Add ${entry[0]}`, (text) => { const added = addFromCatalogue(text, entry); id = added.id; return added.text; });
    app.show({ sought: "" });
    if (id) app.say(`${entry[0]} is in the policy${cookiesOf(entry[0]).length ? pageOf(entry[0]) ? ", with the cookies that its provider documents" : ", with cookies that are known of it: check them with the provider" : "; what it stores is for you to fill in"}. Who provides it in law is for you to fill in.`);
    requestAnimationFrame(() => { const item = document.getElementById(`service-${id}`); if (item) { item.open = true; item.scrollIntoView({ block: "nearest" }); item.querySelector("summary").focus(); } });
  };
  return h("div", { class: "card stack tight" },
    h("label", { class: "field" }, h("span", null, "Add from the catalogue of known third parties"), h("input", { type: "search", class: "text", placeholder: "Name, company or address", value: app.ui.sought ?? "", oninput: (event) => app.show({ sought: event.target.value }) })),
    app.ui.sought && h("ul", { class: "found", "aria-label": "Found in the catalogue" }, found.map((entry) => h("li", { key: entry[0] }, h("button", { type: "button", onclick: () => add(entry) },
      h("span", { class: "grow" }, h("b", null, entry[0]), h("span", { class: "soft small clip" }, [entry[1], entry[3][0]].filter(Boolean).join(" · "))), cookiesOf(entry[0]).length > 0 && h("span", { class: "soft small numbers" }, `${cookiesOf(entry[0]).length} ${cookiesOf(entry[0]).length === 1 ? "cookie" : "cookies"}${pageOf(entry[0]) ? "" : ", to be checked"}`), h("span", { class: "badge" }, entry[2]), icon("plus")))), !found.length && h("li", { class: "soft small" }, "Nothing by that name.")),
    h("p", { class: "soft small" }, `${app.core.catalogue.length.toLocaleString("en")} entries of third-party-web (MIT).`));
}

const serviceSection = (app) => section("Services", true, catalogue(app),
  (app.at(["services"]) ?? []).map?.((one, i) => service(app, one, i)),
  addButton(app, "a service by hand", ["services"], () => ({ id: "new-service", category: (app.at(["categories"]) ?? [])[0]?.id ?? "necessary", title: "New service", provider: { name: "" }, urls: [] })));

export const forms = (app) => (app.now.value
  ? h("div", { class: "stack forms", key: "forms" }, serviceSection(app), categorySection(app), purposeSection(app), siteSection(app), lawSection(app), languageSection(app))
  : h("p", { class: "notice bad", key: "forms" }, "The text beside is no valid JSON, so the forms wait until it is."));
