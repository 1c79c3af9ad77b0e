// Runs a fuzz target on mutations of its seeds, the same ones every time: so that ctest finds what a change broke, on any compiler. With
// clang and -DASSENT_LIBFUZZER=ON libFuzzer takes this file's place and looks for new inputs.
//
//   target ROUNDS [SEED FILE...]
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// xorshift64*: small, and its sequence is the same everywhere.
class Dice {
public:
    std::size_t below(std::size_t limit) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return limit == 0 ? 0 : static_cast<std::size_t>(state_ * 0x2545F4914F6CDD1Dull >> 33) % limit;
    }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15ull;
};

constexpr std::string_view kTokens[] = {"{",
                                        "}",
                                        "[",
                                        "]",
                                        ",",
                                        ":",
                                        "\"",
                                        "\\",
                                        "\\u0000",
                                        "\\ud800",
                                        "null",
                                        "true",
                                        "1e999",
                                        "-1",
                                        "''",
                                        "'{",
                                        "#",
                                        "*",
                                        "*.",
                                        "://",
                                        "/",
                                        "%",
                                        ";",
                                        "=",
                                        "\xef\xbb\xbf",
                                        "\xc0\x80",
                                        "\xff",
                                        "{n, plural, other {#}}",
                                        "\"exempt\":{}",
                                        "\"id\":\"\"",
                                        "session",
                                        "until deleted",
                                        "2 years",
                                        "\n",
                                        "now=",
                                        "cookie=",
                                        "accept-all"};

void mutate(std::string& text, const std::vector<std::string>& seeds, Dice& dice) {
    const std::size_t at = dice.below(text.size() + 1);
    const std::size_t length = 1 + dice.below(std::min<std::size_t>(text.size() - at, 64) + 1);
    switch (dice.below(9)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << dice.below(8)));
            break;
        case 1:
            if (at < text.size()) text[at] = static_cast<char>(dice.below(256));
            break;
        case 2: text.erase(at, length); break;
        case 3: text.insert(at, text.substr(at, length)); break;
        case 4: text.insert(at, kTokens[dice.below(std::size(kTokens))]); break;
        case 5:
            if (at < text.size()) text.replace(at, length, kTokens[dice.below(std::size(kTokens))]);
            break;
        case 6: text.resize(at); break;
        case 7: text.insert(at, std::string(1 + dice.below(2000), static_cast<char>(dice.below(256)))); break;
        default: {
            const std::string& other = seeds[dice.below(seeds.size())];
            const std::size_t from = dice.below(other.size() + 1);
            text.replace(at, std::string::npos, other.substr(from));
        }
    }
    if (text.size() > (1u << 16)) text.resize(1u << 16);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return std::fprintf(stderr, "usage: target ROUNDS [SEED FILE...]\n"), 2;
    std::vector<std::string> seeds = {""};
    for (int i = 2; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        if (!file) return std::fprintf(stderr, "%s can't be read\n", arguments[i]), 2;
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    const auto run = [](const std::string& input) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    };
    for (const std::string& seed : seeds) run(seed);
    Dice dice;
    const long rounds = std::strtol(arguments[1], nullptr, 10);
    for (long round = 0; round < rounds; ++round) {
        std::string input = seeds[dice.below(seeds.size())];
        for (std::size_t n = 1 + dice.below(4); n > 0; --n) mutate(input, seeds, dice);
        run(input);
    }
    std::printf("%ld mutations of %zu seeds\n", rounds, seeds.size());
    return 0;
}
