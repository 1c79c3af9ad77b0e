// The parts of a URL as the browser's own parser serialises it (WHATWG URL, 4.5): enough of them to tell whom a request would reach.
#pragma once

#include <cstdint>
#include <string_view>

namespace assent::gate {

struct Url {
    enum class Reach : std::uint8_t {
        nowhere,  // not such a URL: nobody can say whom it would reach
        local,    // names no server: data:, blob:, about:, javascript:, mailto:, chrome-extension: ...
        network,
    };

    Reach reach = Reach::nowhere;
    std::string_view scheme;  // without the colon
    std::string_view host;    // without a trailing dot; may hold upper case, which means the same
    std::uint32_t port = 0;   // the scheme's own when the URL names none; 0: it has none
    std::string_view path;    // from its '/', without query and fragment
    std::string_view path_and_query;
};

// Everything points into `text`. Of a text beyond 64 KiB only that much is looked at: the host is in it, or it is no URL.
Url parse_url(std::string_view text);

// Takes ":digits" off the end of a host, and a lone ":", too. `port` is left as it is when there are no digits.
void split_port(std::string_view& host, std::uint32_t& port);

}  // namespace assent::gate
