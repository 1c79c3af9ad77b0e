#include <algorithm>

#include "author/address.h"
#include "author/colour.h"
#include "author/policy_reader.h"
#include "author/vocabulary.h"
#include "author/words.h"

namespace assent::author {

void PolicyReader::read_banner(const Node* node) {
    const Fields banner = fields(node, {"layout", "position", "density", "actions", "preferencesActions", "links", "reopen", "theme"});
    policy::Banner& plain = document_.banner.plain;
    plain.layout = static_cast<policy::Layout>(banner.choice("layout", policy::kLayoutNames, 0));
    plain.position = static_cast<policy::Position>(banner.choice("position", policy::kPositionNames, 0));
    plain.density = static_cast<policy::Density>(banner.choice("density", policy::kDensityNames, 0));

    const auto actions = [&](std::string_view key, std::span<const std::string_view> known) {
        std::vector<policy::Action> order;
        for (const Name& name : banner.names(key, known.size())) {
            const auto found = std::find(policy::kActionNames.begin(), policy::kActionNames.end(), name.value);
            const auto action = static_cast<policy::Action>(found - policy::kActionNames.begin());
            if (std::find(known.begin(), known.end(), name.value) == known.end())
                report_.error("E204", name.at, say({quote(name.value), " is no action."}), one_of(known),
                              did_you_mean(name.value, known, "Choose one of these."));
            else if (std::find(order.begin(), order.end(), action) != order.end())
                report_.error("E302", name.at, say({"The action ", quote(name.value), " stands twice."}), "each action once",
                              "Remove one of the two.");
            else order.push_back(action);
        }
        return order;
    };
    if (auto order = actions("actions", std::span(policy::kActionNames).first(3)); !order.empty()) plain.actions = std::move(order);
    // None of these may be missing: what the file leaves out follows, in the order that is built in.
    auto order = actions("preferencesActions", kPreferencesActions);
    for (const policy::Action action : plain.preferences_actions)
        if (std::find(order.begin(), order.end(), action) == order.end()) order.push_back(action);
    std::copy(order.begin(), order.end(), plain.preferences_actions.begin());

    document_.banner.links_given = banner.node() != nullptr && banner.node()->find("links") != nullptr;
    for (const Node* item : banner.list("links", 8)) {
        const Fields link = fields(item, {"title", "url"});
        document_.banner.links.push_back({{item}, link.text("title", Need::required), link.url("url", true, Need::required).value});
    }
    const Fields reopen = fields(banner.member("reopen"), {"show", "position", "label"});
    plain.reopen = reopen.boolean("show", true);
    plain.reopen_position =
        static_cast<policy::Position>(reopen.choice("position", policy::kPositionNames, static_cast<std::size_t>(plain.reopen_position)));
    document_.banner.reopen_label = reopen.text("label");
    read_theme(banner.member("theme"));
}

// Values go into the banner's style as they are, so they must stay values: nothing that ends a declaration or fetches.
void PolicyReader::read_theme(const Node* node) {
    if (node == nullptr) return;
    if (!node->is(Node::Kind::object)) {
        fields(node, {});  // says what is wrong
        return;
    }
    if (node->children.size() > 64)
        report_.error("E208", node, say({"The theme has ", std::to_string(node->children.size()), " entries."}), "at most 64",
                      "Leave some out.");
    auto& theme = document_.banner.plain.theme;
    for (const Node* item : node->children) {
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        const auto inner = [&](char c) { return letter(c) || c == '-' || (c >= '0' && c <= '9'); };
        const std::string& name = item->key;
        if (name.empty() || name.size() > 40 || !letter(name.front()) || !std::all_of(name.begin(), name.end(), inner)) {
            report_.error_at_key("E215", *item, say({quote(name), " is no name of a theme's value."}),
                                 "letters, digits and '-', such as \"accentDark\"", "See the table of tokens.");
            continue;
        }
        std::optional<std::string> value = read_string(*item, report_);
        if (!value) continue;
        const bool plain = value->size() <= 200 && value->find_first_of(";{}<>\\@") == std::string::npos &&
                           value->find("/*") == std::string::npos && value->find("url(") == std::string::npos;
        if (plain) theme.push_back({name, *std::move(value)});
        else
            report_.error("E215", item, say({quote(*value), " is more than a value."}), "a CSS value such as \"#0b57d0\" or \"12px\"",
                          "Leave out url(), comments, and ; { } < > \\ @.");
    }
    // Words on an accent are readable though the policy says nothing of them.
    for (const std::string& scheme : {std::string(), std::string("Dark")}) {
        const auto named = [&](const std::string& name) {
            return std::find_if(theme.begin(), theme.end(), [&](const auto& token) { return token[0] == name + scheme; });
        };
        const auto accent = named("accent");
        if (accent == theme.end() || named("onAccent") != theme.end()) continue;
        const std::string_view readable = readable_on((*accent)[1]);
        if (!readable.empty()) theme.push_back({"onAccent" + scheme, std::string(readable)});
    }
    // Sorted, so that the order of the file makes no other image.
    for (std::size_t i = 1; i < theme.size(); ++i)
        for (std::size_t j = i; j > 0 && theme[j] < theme[j - 1]; --j) theme[j].swap(theme[j - 1]);
}

void PolicyReader::read_record(const Node* node) {
    const Fields record = fields(node, {"cookie", "lifetime", "domain", "path"});
    policy::Record& plain = document_.record.plain;
    if (Name cookie = record.name("cookie"); !cookie.value.empty()) {
        Canonical name = canonical_name_pattern(cookie.value, NameKind::cookie);
        if (name.ok() && name.text.find('*') != std::string::npos) name.wrong = "has a '*' in it";
        if (name.ok()) plain.cookie = std::move(name.text);
        else
            report_.error("E403", cookie.at, say({"This name ", name.wrong, "."}), "a cookie's name",
                          "Write a name such as \"cookie_consent\".");
        document_.record.cookie = std::move(cookie);
    }
    if (const Name domain = record.name("domain"); !domain.value.empty()) {
        Canonical host = canonical_host_pattern(domain.value.substr(domain.value.front() == '.' ? 1 : 0));
        if (host.ok() && host.text.front() == '*') host.wrong = "has a '*' in it";
        if (host.ok()) plain.domain = std::move(host.text);
        else
            report_.error("E401", domain.at, say({"This domain ", host.wrong, "."}), "a host such as \"example.org\"",
                          "Write the domain, or leave it out: then the cookie is for the host alone.");
    }
    if (const Name path = record.name("path"); !path.value.empty()) {
        if (is_rooted_path(path.value) && path.value.find(';') == std::string::npos) plain.path = path.value;
        else
            report_.error("E211", path.at, say({quote(path.value), " is no path of a cookie."}), "a path from the root, without ';'",
                          "Write \"/\".");
    }
    // RFC 6265bis section 4.1.3.2: such a cookie has no Domain, and "/" as its Path.
    if (plain.cookie.substr(0, 7) == "__Host-" && (!plain.domain.empty() || plain.path != "/"))
        report_.error("E216", document_.record.cookie.at, "Browsers refuse a \"__Host-\" cookie with a domain or another path than \"/\".",
                      "no domain, path \"/\"", "Remove the domain and the path, or choose another name.");

    document_.record.lifetime = record.period("lifetime", false, false);
    if (!document_.record.lifetime.value) document_.record.lifetime.value = parse_duration("6 months");
    plain.lifetime = document_.record.lifetime.value->seconds;
}

void PolicyReader::read_gate(const Node* node) {
    const Fields gate = fields(node, {"grade", "unclassified", "undeclaredWrites"});
    document_.gate.grade = static_cast<policy::Grade>(gate.choice("grade", policy::kGradeNames, 0));
    if (Name unclassified = gate.name("unclassified"); unclassified.value != "hold") document_.gate.unclassified = std::move(unclassified);
    document_.gate.hold_undeclared = gate.choice("undeclaredWrites", kUndeclaredWrites, 0) == 1;
}

}  // namespace assent::author
