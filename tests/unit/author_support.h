// What the tests of author time share: files, the built-in texts, and reports as JSON.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "assent/compiler.h"

namespace assent::test {

using Json = nlohmann::json;

// A file of the project; `path` is from its top. Fails the test when it can't be read.
inline std::string read(const std::string& path) {
    std::ifstream file(ASSENT_FIXTURES "/../" + path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string policy_fixture(const std::string& name) { return read("tests/fixtures/policies/" + name); }

// The built-in texts of some languages as the compiler takes them.
inline std::string languages(const std::vector<std::string>& tags = {"en", "de"}) {
    std::string out = "{";
    for (const std::string& tag : tags) out += (out.size() > 1 ? ",\"" : "\"") + tag + "\":" + read("web/languages/" + tag + ".json");
    return out + "}";
}

inline Json parsed(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << text.substr(0, 200);
    return json;
}

inline Json report(std::string_view policy, const std::string& texts = languages()) { return parsed(lint(policy, texts)); }

// The findings with that code.
inline std::vector<Json> findings(const Json& report, std::string_view code) {
    std::vector<Json> out;
    for (const Json& finding : report["findings"])
        if (finding["code"] == code) out.push_back(finding);
    return out;
}

// The text with its only occurrence of `from` replaced.
inline std::string edited(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    EXPECT_EQ(text.find(from, at + 1), std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace assent::test
