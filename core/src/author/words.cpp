#include "author/words.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace assent::author {
namespace {

// How many single changes (a letter added, lost, changed, or two neighbours swapped) lead from one word to the other:
// optimal string alignment distance.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[j] = std::min({change, last[j] + 1, now[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

}  // namespace

std::string say(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) out.append(part);
    return out;
}

std::vector<std::string_view> words_of(std::string_view list) {
    std::vector<std::string_view> words;
    while (!list.empty()) base::cut(list, '|', words.emplace_back());
    return words;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = base::lower(c);
    return out;
}

std::string quote(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::string out = "\"";
    std::size_t at = 0;
    while (at < text.size() && at < kLongest) {
        const std::size_t length = std::max<std::size_t>(base::decode_utf8(text, at).length, 1);
        out.append(text.substr(at, length));
        at += length;
    }
    return out + (at < text.size() ? "…\"" : "\"");
}

std::string one_of(std::span<const std::string_view> options) {
    std::string out;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i != 0) out += i + 1 == options.size() ? " or " : ", ";
        out.append(options[i]);
    }
    return out;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> options) {
    constexpr std::size_t kLongestWord = 64;
    if (word.empty() || word.size() > kLongestWord) return {};
    std::string_view best;
    std::size_t least = word.size() / 3 + 2;  // more changes than that are another word
    for (const std::string_view option : options) {
        const bool cut_short = word.size() >= 3 && option.substr(0, word.size()) == word;
        const std::size_t changes = cut_short ? 1 : distance(word, option);
        if (changes < least && changes < option.size()) {
            least = changes;
            best = option;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> options, std::string_view otherwise) {
    const std::string_view meant = nearest(word, options);
    return meant.empty() ? std::string(otherwise) : "Did you mean " + quote(meant) + "?";
}

}  // namespace assent::author
