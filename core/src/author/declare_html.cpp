#include "author/declare.h"

namespace assent::author {
namespace {

// Text as HTML: what could end it or an attribute's value is escaped (HTML section 13.3, escaping a string).
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view text, std::string_view attributes = {}) {
    if (text.empty()) return {};
    return "<" + std::string(name) + std::string(attributes) + ">" + escaped(text) + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view url, std::string_view text) {
    if (url.empty()) return escaped(text);
    return "<a href=\"" + escaped(url) + "\">" + escaped(text) + "</a>";
}

class Page {
public:
    explicit Page(const Declaration& declaration) : declaration_(declaration) {}

    std::string write() {
        out_ = "<section class=\"assent-declaration\" lang=\"" + escaped(declaration_.language) + "\" dir=\"" +
               escaped(declaration_.direction) + "\">\n";
        out_ += element("h2", label("title"));
        out_ += element("p", label("intro"));
        for (const Declaration::Category& category : declaration_.categories) write(category);
        return out_ + "</section>\n";
    }

private:
    std::string_view label(std::string_view key) const { return declaration_.label(key); }

    void write(const Declaration::Category& category) {
        out_ += "<section id=\"cookies-" + escaped(category.id) + "\">\n" + element("h3", category.title);
        out_ += element("p", category.description);
        if (category.exempt) out_ += element("p", std::string(label("exempt")) + ": " + category.why, " class=\"exempt\"");
        write_table(category);
        write_services(category);
        write_retention(category);
        out_ += "</section>\n";
    }

    void write_table(const Declaration::Category& category) {
        if (category.items.empty()) {
            out_ += element("p", label("none"));
            return;
        }
        out_ += "<table>\n" + element("caption", category.title) + "<thead><tr>\n";
        for (const std::string_view column : {"name", "provider", "purpose", "lifetime", "type"})
            out_ += element("th", label(column), " scope=\"col\"");
        out_ += "</tr></thead>\n<tbody>\n";
        for (const Declaration::Item& item : category.items) {
            out_ += "<tr>\n<th scope=\"row\"><code>" + escaped(item.name) + "</code></th>\n<td>" + escaped(item.provider);
            out_ += item.third_party
                        ? "<br>" + escaped(label("third-party")) + (item.domain.empty() ? "" : " (" + escaped(item.domain) + ")")
                        : "";
            out_ += "</td>\n" + element("td", item.purpose);
            out_ += "<td>" + escaped(item.lifetime) + (item.remark.empty() ? "" : "<br>" + escaped(item.remark));
            out_ += (item.configurable.empty() ? "" : "<br><code>" + escaped(item.configurable) + "</code>") + "</td>\n";
            out_ += element("td", label("type-" + item.type)) + "</tr>\n";
        }
        out_ += "</tbody>\n</table>\n";
    }

    void write_services(const Declaration::Category& category) {
        if (category.services.empty()) return;
        out_ += element("h4", label("services")) + "<dl>\n";
        for (const Declaration::Service& service : category.services) {
            out_ += "<dt>" + escaped(service.title) + "</dt>\n<dd>";
            if (!service.description.empty()) out_ += escaped(service.description) + "<br>";
            for (const Declaration::Use& purpose : service.purposes)
                out_ += escaped(purpose.title) + ": " + escaped(purpose.description) + "<br>";
            out_ += link(service.privacy_url, service.provider);
            if (!service.opt_outs.empty()) out_ += "<br>" + escaped(label("opt-outs")) + ":";
            for (const Declaration::OptOut& opt_out : service.opt_outs) out_ += " " + link(opt_out.url, opt_out.title);
            out_ += "</dd>\n";
        }
        out_ += "</dl>\n";
    }

    void write_retention(const Declaration::Category& category) {
        if (category.retention.empty()) return;
        out_ += element("h4", label("retention")) + "<dl>\n";
        for (const Declaration::Retention& retention : category.retention)
            out_ += element("dt", retention.what) + "<dd>" + escaped(retention.period) +
                    (retention.remark.empty() ? "" : "<br>" + escaped(retention.remark)) + "</dd>\n";
        out_ += "</dl>\n";
    }

    const Declaration& declaration_;
    std::string out_;
};

}  // namespace

std::string to_html(const Declaration& declaration) { return Page(declaration).write(); }

}  // namespace assent::author
