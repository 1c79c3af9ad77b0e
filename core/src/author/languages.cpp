#include "author/languages.h"

#include <algorithm>

#include "author/fields.h"
#include "author/words.h"

namespace assent::author {

std::vector<std::string_view> language_chain(std::string_view language) {
    std::vector<std::string_view> chain;
    while (!language.empty()) {
        chain.push_back(language);
        const std::size_t dash = language.rfind('-');
        language = language.substr(0, dash == std::string_view::npos ? 0 : dash);
    }
    return chain;
}

Languages::Languages(std::string_view json, Report& report) {
    Report own(json);
    tree_ = parse_json(json, own);
    const Node* root = tree_ == nullptr ? nullptr : tree_->root();
    if (root != nullptr && !root->is(Node::Kind::object)) own.error("E507", root, "This is no object of languages.");
    if (root != nullptr) {
        for (const Node* language : root->children) {
            if (!canonical_language(language->key) || !language->is(Node::Kind::object)) {
                own.error("E507", language, "This is no object of texts by key.");
                continue;
            }
            for (const Node* text : language->children) read_string(*text, own);
        }
    }
    for (const Finding& finding : own.findings()) {
        report.error("E507", nullptr,
                     say({"The built-in texts can't be used: ", finding.pointer, " (line ", std::to_string(finding.place.line), ", column ",
                          std::to_string(finding.place.column), "): ", finding.message}),
                     "the files of web/languages as one object by language", "Mend that file.");
    }
    if (own.has_errors()) tree_ = nullptr;
    if (tree_ != nullptr && root->find(kLastResort) == nullptr)
        report.error("E506", nullptr, "The built-in texts have no \"en\".", "English at least: it is what every language falls back to",
                     "Hand in web/languages/en.json as well.");
}

const std::string* Languages::find(std::string_view language, std::string_view key) const {
    const Node* texts = tree_ == nullptr ? nullptr : tree_->root()->find(language);
    const Node* text = texts == nullptr ? nullptr : texts->find(key);
    return text == nullptr ? nullptr : &text->text;
}

bool Languages::covers(std::string_view language) const {
    const std::vector<std::string_view> chain = language_chain(language);
    return tree_ != nullptr &&
           std::any_of(chain.begin(), chain.end(), [&](std::string_view one) { return tree_->root()->find(one) != nullptr; });
}

std::vector<std::string_view> Languages::keys() const {
    std::vector<std::string_view> keys;
    const Node* texts = tree_ == nullptr ? nullptr : tree_->root()->find(kLastResort);
    if (texts == nullptr) return keys;
    for (const Node* text : texts->children) keys.push_back(text->key);
    return keys;
}

Words::Found Words::find_in(std::string_view language, std::string_view key) const {
    for (const std::string_view one : language_chain(language)) {
        for (const OwnText& own : document_.texts)
            if (own.language == one && own.key == key) return {&own.value, one, &own};
        if (const std::string* text = languages_.find(one, key); text != nullptr) return {text, one, nullptr};
    }
    return {};
}

Words::Found Words::find(std::string_view language, std::string_view key) const {
    for (const std::string_view one : {language, std::string_view(document_.languages.fallback.value), kLastResort})
        if (const Found found = find_in(one, key); found.text != nullptr) return found;
    return {};
}

std::string_view Words::find(std::string_view language, const Text& text) const {
    for (const std::string_view wanted : {language, std::string_view(document_.languages.fallback.value)})
        for (const std::string_view one : language_chain(wanted))
            if (const std::string* found = text.find(one); found != nullptr) return *found;
    return text.by_language.empty() ? std::string_view{} : text.by_language.front().second;
}

bool Words::has(std::string_view language, const Text& text) {
    const std::vector<std::string_view> chain = language_chain(language);
    return std::any_of(chain.begin(), chain.end(), [&](std::string_view one) { return text.find(one) != nullptr; });
}

std::string_view Words::category_text(std::string_view language, const CategoryFacts& category, const Text& own,
                                      std::string_view what) const {
    if (own.given()) return find(language, own);
    const Found found = find(language, say({"category.", category.id, ".", what}));
    return found.text == nullptr ? std::string_view{} : *found.text;
}

std::string_view Words::category_title(std::string_view language, const CategoryFacts& category) const {
    return category_text(language, category, category.title, "title");
}
std::string_view Words::category_description(std::string_view language, const CategoryFacts& category) const {
    return category_text(language, category, category.description, "description");
}

}  // namespace assent::author
