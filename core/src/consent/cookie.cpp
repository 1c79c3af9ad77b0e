#include "consent/cookie.h"

#include "base/ascii.h"
#include "base/number.h"

namespace assent::consent {

Record find_record(std::string_view cookies, const char* name) {
    Record newest;
    while (!cookies.empty()) {
        std::string_view value, key;
        base::cut(cookies, ';', value);
        base::cut(value, '=', key);
        if (!base::same(base::trim(key), name)) continue;
        const Record record(base::trim(value));
        if (record && (!newest || record.at() > newest.at())) newest = record;
    }
    return newest;
}

base::Buffer assignment(const policy::Image& image, const Record& record, bool on_domain, bool https) {
    base::Buffer text;
    text.append(image.record_cookie().c_str()).push_back('=');
    record.write(text);
    text.append("; Path=").append(image.record_path().c_str());
    if (on_domain) text.append("; Domain=").append(image.record_domain().c_str());
    text.append("; Max-Age=");
    base::append_decimal(text, record.lifetime());
    text.append("; SameSite=Lax");
    if (https) text.append("; Secure");
    return text;
}

}  // namespace assent::consent
