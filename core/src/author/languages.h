// The built-in texts (web/languages/*.json, handed in as one JSON object) and how a text is found for a language.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "author/document.h"
#include "author/report.h"

namespace assent::author {

inline constexpr std::string_view kLastResort = "en";

// The language and what it falls back to before any other language does: "de-AT" -> {"de-AT", "de"}.
std::vector<std::string_view> language_chain(std::string_view language);

class Languages {
public:
    // `json`: {"en": {"banner.title": "…", …}, "de": {…}}. What is wrong with it goes into the policy's report as E507.
    Languages(std::string_view json, Report& report);

    // The text as it stands there; null when that language, or that key in it, is missing.
    const std::string* find(std::string_view language, std::string_view key) const;
    // Whether there are built-in texts for the language or what it falls back to.
    bool covers(std::string_view language) const;
    // All keys there are: those of English.
    std::vector<std::string_view> keys() const;

private:
    std::unique_ptr<JsonTree> tree_;
};

// The words of one policy: its own where it has some, else the built-in ones, else those of a fallback language.
class Words {
public:
    Words(const Document& document, const Languages& languages) : document_(document), languages_(languages) {}

    struct Found {
        const std::string* text = nullptr;  // null: nowhere, not even in English
        std::string_view language;          // whose text it is
        const OwnText* own = nullptr;       // when it is the policy's own wording
    };
    // A built-in text by key: own wording before built-in, language by language: de-AT, de, the site's default, en.
    Found find(std::string_view language, std::string_view key) const;
    // A text of the policy: de-AT, de, the site's default, any; empty when it isn't given.
    std::string_view find(std::string_view language, const Text& text) const;
    // Whether the policy gives the text in the language itself (or what it falls back to).
    static bool has(std::string_view language, const Text& text);

    // A category's title or description: the policy's, else the built-in one for its id; empty when there is neither.
    std::string_view category_title(std::string_view language, const CategoryFacts& category) const;
    std::string_view category_description(std::string_view language, const CategoryFacts& category) const;

private:
    Found find_in(std::string_view language, std::string_view key) const;
    std::string_view category_text(std::string_view language, const CategoryFacts& category, const Text& own, std::string_view what) const;

    const Document& document_;
    const Languages& languages_;
};

}  // namespace assent::author
