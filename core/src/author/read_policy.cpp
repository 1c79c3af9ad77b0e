#include "author/read_policy.h"

#include <algorithm>

#include "author/address.h"
#include "author/policy_reader.h"
#include "author/vocabulary.h"
#include "author/words.h"
#include "gate/url.h"

namespace assent::author {

void PolicyReader::read(const Node& root) {
    const Fields file(&root,
                      {"$schema", "assent", "site", "controller", "jurisdictions", "purposes", "categories", "services", "languages",
                       "texts", "banner", "record", "gate", "lint"},
                      {}, report_);
    if (const Node* version = file.member("assent", Need::required);
        version != nullptr && (!version->is(Node::Kind::number) || version->text != "1"))
        report_.error("E209", version, "This is not a version of the policy format that is known here.", "1", "Write \"assent\": 1.");
    file.string("$schema");

    read_languages(file.member("languages"));  // first: the default language is the one of plain texts
    read_site(file.member("site", Need::required));
    const Fields controller = fields(file.member("controller"), {"name", "address", "email", "url"});
    document_.controller = {{controller.node()},
                            controller.string("name", Need::required),
                            controller.string("address"),
                            controller.string("email"),
                            controller.url("url", false).value};
    read_jurisdictions(file);
    for (const Node* item : file.list("purposes", 100)) read_purpose(*item);
    for (const Node* item : file.list("categories", policy::kMaxCategories, Need::required)) read_category(*item);
    if (document_.categories.empty() && file.node()->find("categories") != nullptr)
        report_.error("E205", file.node()->find("categories"), "There is no category.", "at least one",
                      "Add a category such as { \"id\": \"necessary\" }.");
    for (const Node* item : file.list("services", policy::kMaxServices)) read_service(*item);
    read_texts(file.member("texts"));
    read_banner(file.member("banner"));
    read_record(file.member("record"));
    read_gate(file.member("gate"));
    const Fields lint = fields(file.member("lint"), {"silence"});
    for (const Node* item : lint.list("silence", 100)) {
        const Fields silence = fields(item, {"rule", "reason"});
        document_.silences.push_back(
            {{item}, silence.string("rule", Need::required), silence.node() && item->find("reason") ? silence.string("reason") : ""});
    }
}

void PolicyReader::read_languages(const Node* node) {
    const Fields languages = fields(node, {"default", "include"});
    LanguageFacts& facts = document_.languages;
    const auto add = [&](const Name& name) {
        const std::optional<std::string> tag = canonical_language(name.value);
        if (!tag) {
            report_.error("E212", name.at, say({quote(name.value), " is not a language."}), "a BCP 47 tag such as \"en\" or \"de-AT\"",
                          "Write the tag of the language.");
            return;
        }
        const auto same = [&](const Name& one) { return one.value == *tag; };
        if (std::none_of(facts.include.begin(), facts.include.end(), same)) facts.include.push_back({{name.at}, *tag});
    };
    if (const Name fallback = languages.name("default"); !fallback.value.empty()) add(fallback);
    for (const Name& name : languages.names("include", policy::kMaxLanguages)) add(name);
    if (facts.include.empty()) facts.include.push_back({{languages.node()}, "en"});
    facts.fallback = facts.include.front();
}

void PolicyReader::read_site(const Node* node) {
    const Fields site = fields(node, {"name", "url", "hosts", "policyUrl", "cookiePageUrl", "optOutUrl", "limitUrl"});
    SiteFacts& facts = document_.site;
    facts.name = site.string("name", Need::required);
    facts.url = site.url("url", false, Need::required);
    if (!facts.url.value.empty() && !is_https_url(facts.url.value))
        report_.error("E211", facts.url.at, "The site's URL is not https.", "https://…",
                      "Consent can't be kept safe on a site without https; give its https address.");
    facts.policy_url = site.url("policyUrl", true);
    facts.cookie_page_url = site.url("cookiePageUrl", true);
    facts.opt_out_url = site.url("optOutUrl", true);
    facts.limit_url = site.url("limitUrl", true);
    for (const Name& name : site.names("hosts", 100)) {
        const Canonical host = canonical_host_pattern(name.value);
        if (host.ok()) facts.hosts.push_back(host.text);
        else
            report_.error("E401", name.at, say({"This pattern ", host.wrong, "."}), "a host such as \"example.org\" or \"*.example.org\"",
                          "Write the site's own host.");
    }
    // The host of the site's URL is its own, whether the file lists it or not.
    const std::string host(gate::parse_url(facts.url.value).host);
    if (Canonical own = canonical_host_pattern(host); own.ok() && !within_hosts(own.text, facts.hosts))
        facts.hosts.push_back(std::move(own.text));
}

void PolicyReader::read_jurisdictions(const Fields& file) {
    struct Written {
        std::vector<std::string> regions;
        bool group;  // "EU", "EEA"
    };
    std::vector<std::vector<Written>> written;
    std::vector<std::string> singly;  // regions that some jurisdiction names by their own code
    for (const Node* item : file.list("jurisdictions", policy::kMaxJurisdictions)) {
        const Fields one = fields(item, {"id", "regions", "mode"});
        JurisdictionFacts facts{{item}, one.id("id"), {}, policy::Mode::opt_in, 0};
        facts.mode = static_cast<policy::Mode>(one.choice("mode", policy::kModeNames, 0, Need::required));
        document_.jurisdictions.push_back(std::move(facts));
        written.emplace_back();
        for (const Name& region : one.names("regions", 300, Need::required)) {
            std::vector<std::string> expanded = expand_region(region.value);
            if (expanded.empty())
                report_.error("E213", region.at, say({quote(region.value), " is no region."}),
                              "a code of ISO 3166 (\"FR\", \"US-CA\"), \"EU\", \"EEA\" or \"*\"",
                              region.value == "UK" ? "ISO's code for the United Kingdom is \"GB\"." : "Write the code in upper case.");
            if (expanded.size() == 1) singly.push_back(expanded.front());
            const bool group = expanded.size() > 1;
            written.back().push_back({std::move(expanded), group});
        }
    }
    // A region named by its own code is not meant by a group in another jurisdiction: "FR" here leaves "EU" there without France.
    for (std::size_t i = 0; i < written.size(); ++i) {
        JurisdictionFacts& facts = document_.jurisdictions[i];
        for (const Written& group : written[i]) {
            for (const std::string& region : group.regions) {
                if (group.group && std::find(singly.begin(), singly.end(), region) != singly.end()) continue;
                facts.regimes |= regimes_of(region);
                if (std::find(facts.regions.begin(), facts.regions.end(), region) == facts.regions.end()) facts.regions.push_back(region);
            }
        }
    }
    const auto named = [&](std::string_view region) {
        return std::any_of(document_.jurisdictions.begin(), document_.jurisdictions.end(), [&](const JurisdictionFacts& one) {
            return std::find(one.regions.begin(), one.regions.end(), region) != one.regions.end();
        });
    };
    if (document_.jurisdictions.empty()) document_.jurisdictions.push_back({{}, "everywhere", {"*"}, policy::Mode::opt_in, 0});
    // "Everywhere else" is also the EU and the UK, as far as no other jurisdiction names their countries.
    Regimes elsewhere = 0;
    for (const std::string& country : expand_region("EEA"))
        if (!named(country)) elsewhere |= kEu;
    if (!named("GB")) elsewhere |= kUk;
    for (JurisdictionFacts& one : document_.jurisdictions)
        if (std::find(one.regions.begin(), one.regions.end(), "*") != one.regions.end()) one.regimes |= elsewhere;
}

void PolicyReader::read_purpose(const Node& node) {
    const Fields purpose = fields(&node, {"id", "tag", "title", "description", "legalBasis", "sensitive"});
    Purpose facts;
    facts.at = &node;
    facts.id = purpose.id("id");
    const std::size_t tag = purpose.choice("tag", kPurposeTags, kPurposeTags.size(), Need::required);
    if (tag < kPurposeTags.size()) facts.tag = kPurposeTags[tag];
    facts.title = purpose.text("title", Need::required);
    facts.description = purpose.text("description");
    if (const Node* bases = purpose.member("legalBasis"); bases != nullptr && bases->is(Node::Kind::array)) {
        facts.legal_bases = purpose.names("legalBasis", kLegalBases.size());
        for (const Name& basis : facts.legal_bases)
            if (std::find(kLegalBases.begin(), kLegalBases.end(), basis.value) == kLegalBases.end())
                report_.error("E204", basis.at, say({quote(basis.value), " is no legal basis."}), one_of(kLegalBases),
                              did_you_mean(basis.value, kLegalBases, "Choose one of these."));
    } else if (const std::size_t basis = purpose.choice("legalBasis", kLegalBases, kLegalBases.size()); basis < kLegalBases.size()) {
        facts.legal_bases.push_back({{bases}, std::string(kLegalBases[basis])});
    }
    facts.sensitive = purpose.boolean("sensitive", false);
    document_.purposes.push_back(std::move(facts));
}

void PolicyReader::read_category(const Node& node) {
    const Fields category = fields(&node, {"id", "title", "description", "default", "exempt"});
    CategoryFacts facts;
    facts.at = &node;
    facts.id = category.id("id");
    const bool built_in = std::find(kBuiltInCategories.begin(), kBuiltInCategories.end(), facts.id) != kBuiltInCategories.end();
    const Need need = built_in || facts.id.empty() ? Need::optional : Need::required;
    facts.title = category.text("title", need);
    facts.description = category.text("description", need);
    if (const std::size_t choice = category.choice("default", kDefaults, kDefaults.size()); choice < kDefaults.size())
        facts.by_default = {{node.find("default")}, std::string(kDefaults[choice])};
    if (const Node* exempt = category.member("exempt"); exempt != nullptr) {
        const Fields exemption = fields(exempt, {"basis", "source", "jurisdictions", "information", "objection", "sharedForOwnPurposes"});
        Exemption claim;
        claim.at = exempt;
        const std::size_t basis = exemption.choice("basis", kExemptionBases, kExemptionBases.size(), Need::required);
        if (basis < kExemptionBases.size()) claim.basis = kExemptionBases[basis];
        claim.source = exemption.string("source");
        claim.jurisdictions = exemption.names("jurisdictions", policy::kMaxJurisdictions);
        claim.information = exemption.text("information");
        claim.objection = exemption.boolean("objection", false);
        claim.shared_for_own_purposes = exemption.boolean("sharedForOwnPurposes", false);
        facts.exempt = std::move(claim);
    }
    document_.categories.push_back(std::move(facts));
}

void PolicyReader::read_texts(const Node* node) {
    if (node == nullptr) return;
    if (!node->is(Node::Kind::object)) {
        fields(node, {});  // says what is wrong
        return;
    }
    for (const Node* texts : node->children) {
        const std::optional<std::string> language = canonical_language(texts->key);
        if (!language) {
            report_.error_at_key("E212", *texts, say({quote(texts->key), " is not a language."}),
                                 "a BCP 47 tag such as \"en\" or \"de-AT\"", "Write the tag of the texts' language.");
        } else if (!texts->is(Node::Kind::object)) {
            fields(texts, {});
        } else {
            for (const Node* text : texts->children)
                if (auto words = read_string(*text, report_)) document_.texts.push_back({{text}, *language, text->key, *std::move(words)});
        }
    }
}

std::optional<Document> read_policy(std::string_view text, Report& report) {
    std::unique_ptr<JsonTree> tree = parse_json(text, report);
    if (tree == nullptr) return std::nullopt;
    if (!tree->root()->is(Node::Kind::object)) {
        report.error("E201", tree->root(), say({"The file holds ", name_of(tree->root()->kind), "."}), "an object",
                     "Write a policy: { \"assent\": 1, … }.");
        return std::nullopt;
    }
    Document document;
    document.tree = std::move(tree);
    PolicyReader(document, report).read(*document.tree->root());
    check_references(document, report);
    return document;
}

}  // namespace assent::author
