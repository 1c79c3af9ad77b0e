// Typed reading of an object's members. Whatever is not as it should be goes into the report, and a neutral value comes back, so that
// reading goes on and one run finds all mistakes.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "author/document.h"
#include "author/report.h"

namespace assent::author {

enum class Need : bool { optional, required };

inline constexpr std::size_t kMaxText = 4000;  // bytes of one text

class Fields {
public:
    // `node` should be an object with no other keys than `known`. Null, or something else: as if it had no members.
    // `default_language`: of texts written as plain strings.
    Fields(const Node* node, std::initializer_list<std::string_view> known, std::string_view default_language, Report& report);

    const Node* node() const { return node_; }
    // The member; when it is required and missing, null and E202.
    const Node* member(std::string_view key, Need need = Need::optional) const;

    // One line without control characters, not blank. Missing or wrong: empty.
    std::string string(std::string_view key, Need need = Need::optional) const;
    Name name(std::string_view key, Need need = Need::optional) const;
    // Lower case letters, digits and '-': up to 64 of them.
    std::string id(std::string_view key) const;
    Text text(std::string_view key, Need need = Need::optional) const;
    bool boolean(std::string_view key, bool otherwise) const;
    Period period(std::string_view key, bool session, bool until_deleted) const;
    // A URL of the web, or where `rooted`, a path from the root of the site.
    Name url(std::string_view key, bool rooted, Need need = Need::optional) const;
    // The position of the word in `options`; `otherwise` when it is missing or wrong.
    std::size_t choice(std::string_view key, std::span<const std::string_view> options, std::size_t otherwise,
                       Need need = Need::optional) const;
    // The elements of a list; none when it is missing or no list. More than `most`: E208.
    std::span<const Node* const> list(std::string_view key, std::size_t most, Need need = Need::optional) const;
    // The strings of a list of them.
    std::vector<Name> names(std::string_view key, std::size_t most, Need need = Need::optional) const;

private:
    const Node* node_ = nullptr;
    std::string_view default_language_;
    Report& report_;
};

// The value of a string node, checked as Fields::string does.
std::optional<std::string> read_string(const Node& node, Report& report);

// The language tag in canonical case ("de-AT", "zh-Hant"); nothing when it is not one of BCP 47's shape.
std::optional<std::string> canonical_language(std::string_view tag);

}  // namespace assent::author
