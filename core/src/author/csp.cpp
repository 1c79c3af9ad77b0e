#include "author/csp.h"

#include <algorithm>
#include <vector>

#include "gate/pattern.h"

namespace assent::author {
namespace {

void add_once(std::vector<std::string>& list, std::string text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

// A pattern as CSP source expressions (CSP3 section 2.3.1). CSP reads "host" as its default port only and "*.host" as the hosts below it only,
// so both are spelled out. A path is kept where CSP means the same by it (a prefix that ends in '/'), else the whole host is let in here and
// the gate tells the paths apart.
void add_sources(const gate::UrlPattern& pattern, std::vector<std::string>& sources, std::vector<std::string>& sockets) {
    if (pattern.host.empty() || pattern.host.front() == '[') return;  // the site itself; IPv6 has no place in CSP's grammar
    const bool keep_path =
        !pattern.path.empty() && pattern.path.back() == '/' && pattern.path.find_first_of("*;,'") == std::string_view::npos;
    const std::string port = ":" + (pattern.port == 0 ? "*" : std::to_string(pattern.port));
    const std::string tail = port + std::string(keep_path ? pattern.path : "");
    const std::string host(pattern.host);
    const bool socket = pattern.scheme.substr(0, 2) == "ws";
    for (const std::string& name : pattern.below ? std::vector<std::string>{host, "*." + host} : std::vector<std::string>{host}) {
        if (!socket) add_once(sources, (pattern.scheme.empty() ? "" : std::string(pattern.scheme) + "://") + name + tail);
        // A source without a scheme does not let a secure page open a socket.
        if (socket) add_once(sockets, std::string(pattern.scheme) + "://" + name + tail);
        else if (pattern.scheme.empty()) add_once(sockets, "wss://" + name + tail);
    }
}

std::string join(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += " " + word;
    return out;
}

}  // namespace

SecurityPolicy security_policy(const Document& document, std::span<const std::string_view> granted) {
    std::vector<std::string> sources, sockets;
    for (const std::string& host : document.site.hosts) add_sources(gate::parse_pattern(host), sources, sockets);
    const std::string own = join(sources);
    for (const ServiceFacts& service : document.services) {
        const CategoryFacts* category = document.category(service.category.value);
        const bool exempt = category != nullptr && document.exempt_everywhere(*category);
        if (!exempt && std::find(granted.begin(), granted.end(), service.category.value) == granted.end()) continue;
        for (const Name& url : service.urls) add_sources(gate::parse_pattern(url.value), sources, sockets);
    }
    // The line says who may be spoken to, not how a site writes its code: inline code and eval stay as the site's own policy has them.
    // Every fetch directive falls back to default-src; base-uri and form-action don't, and are spelled out.
    const std::string hosts = join(sources);
    std::string line = "default-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob:" + hosts;
    if (!sockets.empty()) line += "; connect-src 'self' data: blob:" + hosts + join(sockets);
    line += "; base-uri 'self'" + own + "; form-action 'self'" + hosts;
    return {line, line};
}

}  // namespace assent::author
