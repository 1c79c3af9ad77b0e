#include "consent/cookie.h"

#include "base/ascii.h"
#include "base/number.h"

namespace assent::consent {
namespace {

// RFC 6265 5.1.3: the host is the domain or ends in it behind a dot.
bool on_domain(std::string_view host, std::string_view domain) {
    if (!domain.empty() && domain.front() == '.') domain.remove_prefix(1);
    if (domain.empty() || host.size() < domain.size() || host.substr(host.size() - domain.size()) != domain) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

}  // namespace

Record find_record(std::string_view cookies, std::string_view name) {
    Record newest;
    while (!cookies.empty()) {
        const std::size_t end = cookies.find(';');
        const std::string_view pair = cookies.substr(0, end);
        cookies.remove_prefix(end == std::string_view::npos ? cookies.size() : end + 1);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || base::trim(pair.substr(0, equals)) != name) continue;
        const Record record = decode(base::trim(pair.substr(equals + 1)));
        if (record.source != Source::none && (newest.source == Source::none || record.at > newest.at)) newest = record;
    }
    return newest;
}

std::string assignment(const policy::Image& image, std::string_view value, std::uint32_t seconds, const Page& page) {
    std::string text = image.record_cookie().c_str();
    text.append("=").append(value).append("; Path=").append(image.record_path().c_str());
    if (on_domain(page.host, image.record_domain())) text.append("; Domain=").append(image.record_domain().c_str());
    text.append("; Max-Age=");
    base::append_decimal(text, seconds);
    text.append("; SameSite=Lax");
    if (page.https) text.append("; Secure");
    return text;
}

}  // namespace assent::consent
