#include <algorithm>
#include <array>

#include "author/compile.h"
#include "author/message.h"
#include "author/words.h"

namespace assent::author {
namespace {

// Texts that a policy may need besides those in the image: the links' titles, and what the cookie page is made of.
bool is_needed(std::string_view key) {
    return std::find(policy::kTextKeyNames.begin(), policy::kTextKeyNames.end(), key) != policy::kTextKeyNames.end() ||
           key == "banner.policy" || key == "banner.cookies" || key.substr(0, 12) == "declaration.";
}

class TextCheck {
public:
    TextCheck(const Document& document, const Languages& languages, Report& report)
        : document_(document), languages_(languages), words_(document, languages), keys_(languages.keys()), report_(report) {}

    void check() {
        if (keys_.empty()) return;  // without English there is nothing to hold the others against; that is reported already
        for (const OwnText& own : document_.texts) check_own(own);
        for (const Name& language : document_.languages.include) check_language(language);
    }

private:
    void check_own(const OwnText& own) {
        if (std::find(keys_.begin(), keys_.end(), own.key) == keys_.end()) {
            report_.error_at_key("E501", *own.at, say({"There is no text with the key ", quote(own.key), "."}),
                                 "a key of web/languages/en.json", did_you_mean(own.key, keys_, "Remove it."));
            return;
        }
        const auto included = [&](const Name& language) {
            const auto chain = language_chain(language.value);
            return std::find(chain.begin(), chain.end(), own.language) != chain.end();
        };
        const auto& include = document_.languages.include;
        if (std::none_of(include.begin(), include.end(), included))
            report_.warning("W503", own.at, "This text is in a language that the policy does not include.", "a language of \"languages\"",
                            "Add it to \"include\", or remove the text.");
        check_message(own.value, own.language, own.key, own.at, "");
    }

    // A message must be well formed and ask for nothing that the English one is not given.
    void check_message(std::string_view text, std::string_view language, std::string_view key, const Node* at, const std::string& where) {
        const ParsedMessage parsed = parse_message(text);
        if (!parsed.ok()) {
            report_.error(at == nullptr ? "E507" : "E502", at,
                          say({where, parsed.wrong, " (At character ", std::to_string(parsed.offset + 1), " of the text.)"}),
                          "ICU MessageFormat: text, {name}, {count, plural, one {# thing} other {# things}}", "Mend the text there.");
            return;
        }
        const Message english = parse_message(*languages_.find(kLastResort, key)).message;
        std::vector<std::string_view> known(english.arguments.begin(), english.arguments.end());
        std::vector<std::string> used = parsed.message.arguments;
        if (!parsed.message.number.empty() && parsed.message.number != english.number) used.push_back(parsed.message.number);
        if (!english.number.empty()) known.push_back(english.number);
        for (const std::string& argument : used)
            if (std::find(known.begin(), known.end(), argument) == known.end())
                report_.error(at == nullptr ? "E507" : "E503", at, say({where, "Nothing is given for {", argument, "} in this text."}),
                              known.empty() ? "no arguments" : one_of(known), did_you_mean(argument, known, "Remove it."));
        for (std::size_t i = 0; i < kPluralNames.size() && !parsed.message.forms.empty(); ++i)
            if (has_plural(language, static_cast<Plural>(i)) && !parsed.message.has_form(kPluralNames[i]))
                report_.warning("W501", at,
                                say({where, "The language ", language, " has the plural form ", quote(kPluralNames[i]),
                                     ", which is missing here; \"other\" will stand in for it."}),
                                "every form of the language", say({"Add ", kPluralNames[i], " {…}."}));
    }

    void check_language(const Name& language) {
        if (!languages_.covers(language.value)) {
            report_.error("E506", language.at, say({"There are no built-in texts for ", quote(language.value), "."}),
                          "a language of web/languages", "Add its file there, or leave the language out.");
            return;
        }
        const auto chain = language_chain(language.value);
        std::string missing;
        std::size_t count = 0;
        for (const std::string_view key : keys_) {
            if (!is_needed(key)) continue;
            const Words::Found found = words_.find(language.value, key);
            if (found.own == nullptr)
                check_message(*found.text, found.language, key, nullptr,
                              say({"In the built-in texts of ", found.language, ", ", key, ": "}));
            if (std::find(chain.begin(), chain.end(), found.language) != chain.end()) continue;
            if (++count <= 3) missing += (missing.empty() ? "" : ", ") + std::string(key);
        }
        for (const std::string_view key : policy::kTextKeyNames)
            if (words_.find(language.value, key).text == nullptr)
                report_.error("E506", nullptr, say({"The built-in texts have no ", quote(key), ", not even in English."}),
                              "the files of web/languages", "Hand in the files of this version.");
        if (count != 0)
            report_.warning("W502", language.at,
                            say({std::to_string(count), " texts are missing in ", quote(language.value),
                                 " and stand in another language: ", missing, (count > 3 ? ", …" : ""), "."}),
                            "every text in every included language", "Add them under \"texts\".");
    }

    const Document& document_;
    const Languages& languages_;
    Words words_;
    std::vector<std::string_view> keys_;
    Report& report_;
};

}  // namespace

void check_texts(const Document& document, const Languages& languages, Report& report) { TextCheck(document, languages, report).check(); }

}  // namespace assent::author
