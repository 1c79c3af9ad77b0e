// What a context or an event says (docs/waist.md): flat text, by key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "base/ascii.h"
#include "base/flat_text.h"
#include "base/number.h"

namespace assent::engine {

enum class Key : std::size_t { now, nonce, cookie, url, lang, langs, region, gpc, view };
inline constexpr const char* kKeys[] = {"now", "nonce", "cookie", "url", "lang", "langs", "region", "gpc", "view"};

enum class Event : std::size_t { accept_all, reject_all, withdraw, save, sync, show, close, language };
inline constexpr const char* kEvents[] = {"accept-all", "reject-all", "withdraw", "save", "sync", "show", "close", "language"};

// The place of `word` in a list, or the list's length.
template <std::size_t N>
std::size_t find(const char* const (&list)[N], const std::string_view& word) {
    std::size_t i = 0;
    while (i < N && !base::same(word, list[i])) ++i;
    return i;
}

struct Said {
    explicit Said(std::string_view text) {
        base::FlatLine line;
        while (base::next_line(text, line)) {
            if (const std::size_t key = find(kKeys, line.key); key < std::size(kKeys)) values[key] = line.value;
        }
        has_time = base::parse_decimal((*this)[Key::now], now);
        has_nonce = base::parse_hex16((*this)[Key::nonce], nonce);
    }

    const std::string_view& operator[](Key key) const { return values[static_cast<std::size_t>(key)]; }

    std::string_view values[std::size(kKeys)];  // of null: not said
    std::uint32_t now = 0;                      // seconds since 1970
    std::uint64_t nonce = 0;
    bool has_time, has_nonce;
};

}  // namespace assent::engine
