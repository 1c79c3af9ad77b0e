#include "consent/cookie.h"

#include "base/ascii.h"
#include "base/number.h"

namespace assent::consent {
namespace {

// RFC 6265 5.1.3: the host is the domain or ends in it behind a dot.
bool on_domain(const std::string_view& host, std::string_view domain) {
    if (!domain.empty() && domain.front() == '.') domain.remove_prefix(1);
    if (domain.empty() || host.size() < domain.size()) return false;
    const std::size_t before = host.size() - domain.size();
    return base::same_ignoring_case({host.data() + before, domain.size()}, domain) && (before == 0 || host[before - 1] == '.');
}

}  // namespace

Record find_record(std::string_view cookies, const std::string_view& name) {
    Record newest;
    while (!cookies.empty()) {
        std::string_view value, key;
        base::cut(cookies, ';', value);
        base::cut(value, '=', key);
        if (base::trim(key) != name) continue;
        const Record record(base::trim(value));
        if (record && (!newest || record.at() > newest.at())) newest = record;
    }
    return newest;
}

base::Buffer assignment(const policy::Image& image, const Record& record, const std::string_view& host, bool https) {
    base::Buffer text;
    text.append(image.record_cookie()).push_back('=');
    record.write(text);
    text.append("; Path=").append(image.record_path());
    if (on_domain(host, image.record_domain())) text.append("; Domain=").append(image.record_domain());
    text.append("; Max-Age=");
    base::append_decimal(text, record.lifetime());
    text.append("; SameSite=Lax");
    if (https) text.append("; Secure");
    return text;
}

}  // namespace assent::consent
