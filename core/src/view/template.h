// JSON with holes, as it is read in the source and as it is carried: kTemplate<R"({"title":<banner.title>,"links":[<links>]})">. What stands between
// angle brackets is the name of a slot or the key of a built-in text; the compiler turns it into one byte and refuses any other. So an
// answer costs a visitor hardly more than its letters.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "policy/text_key.h"

namespace assent::view {

// What can stand in a hole besides the built-in texts: an X(identifier, "name") each.
#define ASSENT_SLOTS(X)                                                                                                                    \
    X(face, "face") X(look, "look") X(lang, "lang") X(layout, "layout") X(position, "position") X(density, "density") X(theme, "theme")    \
    X(actions, "actions") X(links, "links") X(reopen, "reopen") X(reopen_position, "reopen-position") X(notice, "notice")                  \
    X(status, "status") X(categories, "categories") X(services, "services") X(facts, "facts") X(id, "id") X(title, "title")                \
    X(description, "description") X(always, "always") X(exempt, "exempt") X(granted, "granted") X(count, "count") X(body, "body")          \
    X(opt_outs, "opt-outs") X(provider, "provider") X(privacy_url, "privacy-url") X(category, "category") X(site_name, "site-name")        \
    X(site_url, "site-url") X(policy_url, "policy-url") X(cookie_page_url, "cookie-page-url") X(grade, "grade") X(cookie, "cookie")        \
    X(own_hosts, "own-hosts") X(necessary_hosts, "necessary-hosts") X(hold_hosts, "hold-hosts") X(ask, "ask") X(source, "source")          \
    X(mode, "mode") X(jurisdiction, "jurisdiction") X(gpc, "gpc") X(fingerprint, "fingerprint") X(record, "record")                        \
    X(record_id, "record-id") X(at, "at") X(expires, "expires") X(category_grants, "category-grants") X(service_grants, "service-grants")  \
    X(effects, "effects") X(forms, "forms") X(number, "number") X(first, "first") X(second, "second")

enum class Slot : unsigned char {
#define ASSENT_X(identifier, name) identifier,
    ASSENT_SLOTS(ASSENT_X)
#undef ASSENT_X
};

inline constexpr std::array kSlotNames = {
#define ASSENT_X(identifier, name) std::string_view{name},
    ASSENT_SLOTS(ASSENT_X)
#undef ASSENT_X
};

inline constexpr unsigned char kFirstSlot = 0x80, kFirstText = 0xc0;
static_assert(kFirstSlot + kSlotNames.size() <= kFirstText && kFirstText + policy::kTextKeyCount <= 0x100);

template <std::size_t N>
struct Literal {
    consteval Literal(const char (&source)[N]) {
        for (std::size_t i = 0; i < N; ++i) text[i] = source[i];
    }
    char text[N];
};

void no_such_slot();  // nobody defines it: to call it where the compiler calculates is an error

constexpr char byte_of(std::string_view name) {
    for (std::size_t i = 0; i < kSlotNames.size(); ++i) {
        if (kSlotNames[i] == name) return static_cast<char>(kFirstSlot + i);
    }
    for (std::size_t i = 0; i < policy::kTextKeyCount; ++i) {
        if (policy::kTextKeyNames[i] == name) return static_cast<char>(kFirstText + i);
    }
    no_such_slot();
    return 0;
}

// How many bytes a template has.
constexpr std::size_t size_of(std::string_view source) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : source) {
        if (!inside) ++count;
        if (c == '<') inside = true;
        if (c == '>') inside = false;
    }
    return count;
}

// The literal is copied before it is read: g++ 12 with -fsanitize=undefined can't calculate with the address of a template's argument.
template <Literal source>
consteval auto compile() {
    constexpr std::size_t size = [] {
        const auto copy = source;
        return size_of(copy.text);
    }();
    const auto copy = source;
    const std::string_view text(copy.text);
    std::array<char, size + 1> bytes{};
    for (std::size_t i = 0, at = 0; i < text.size(); ++i) {
        if (text[i] != '<') {
            bytes[at++] = text[i];
            continue;
        }
        const std::size_t end = text.find('>', i);
        bytes[at++] = byte_of(text.substr(i + 1, end - i - 1));
        i = end;
    }
    return bytes;
}

// The template's bytes, ended by a NUL.
template <Literal source>
inline constexpr auto kTemplate = compile<source>();

}  // namespace assent::view
