// Replays tests/scenarios: see the README there for the commands.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "assent/compiler.h"
#include "assent/engine.h"

namespace assent {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

const fs::path kTests = ASSENT_FIXTURES;
const fs::path kScenarios = kTests / "scenarios";

constexpr std::array kKinds = {"script", "frame", "image", "style", "font", "media", "connect", "worker", "hint", "form",
                               "object", "inline", "cookie", "local-storage", "session-storage", "database", "cache", "category", "service"};
constexpr std::array kVerdicts = {"allow", "hold", "drop"};
constexpr std::array kReasons = {"none", "first-party", "local", "exempt", "granted", "refused", "not-asked", "unclassified",
                                 "unparsable", "no-policy", "undeclared", "own-record", "unknown-id", "objected", "unobjected"};

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string languages() {
    return "{\"en\":" + read(kTests / "../web/languages/en.json") + ",\"de\":" + read(kTests / "../web/languages/de.json") + "}";
}

// The first word of `text`, which loses it.
std::string take_word(std::string& text) {
    const std::size_t end = text.find(' ');
    const std::string word = text.substr(0, end);
    text = end == std::string::npos ? "" : text.substr(end + 1);
    return word;
}

std::vector<std::string> words(std::string text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        if (std::string word = take_word(text); !word.empty()) all.push_back(word);
    }
    return all;
}

// One visitor and their browser.
class Replay {
public:
    explicit Replay(fs::path file) : file_(std::move(file)) {}

    void run() {
        std::istringstream lines(read(file_));
        for (std::string line; std::getline(lines, line);) {
            ++at_;
            if (line.empty() || line[0] == '#') continue;
            SCOPED_TRACE(file_.filename().string() + ":" + std::to_string(at_) + ": " + line);
            do_line(line);
        }
    }

    int decisions = 0, answers = 0;

private:
    void do_line(std::string line) {
        if (const std::size_t arrow = line.rfind(" -> "); arrow != std::string::npos) return decide(line.substr(0, arrow), line.substr(arrow + 4));
        const std::string command = take_word(line);
        if (command == "policy") {
            policy_ = Json::parse(read(kScenarios / "policies" / (line + ".json")));
            jar_.clear();
            tabs_.clear();
            now_ = 1764000000;
            nonce_ = 0;
            compile_policy();
        } else if (command == "patch") {
            const std::string pointer = take_word(line);
            policy_[Json::json_pointer(pointer)] = Json::parse(line);
            compile_policy();
        } else if (command == "open") {
            open(line);
        } else if (command == "tab") {
            tab_ = line;
        } else if (command == "wait") {
            const auto parts = words(line);
            const std::map<std::string, std::uint32_t> units = {{"seconds", 1}, {"minutes", 60}, {"days", 86400}};
            now_ += static_cast<std::uint32_t>(std::stoul(parts.at(0))) * units.at(parts.at(1));
        } else if (command == "set-cookie") {
            jar_[line.substr(0, line.find('='))] = {line.substr(line.find('=') + 1), UINT32_MAX};
        } else if (command == "forget") {
            jar_.clear();
        } else if (command == "send") {
            send(line);
        } else if (command == "error") {
            EXPECT_EQ(answer_.value("error", Json::object()).value("code", ""), line) << text_;
        } else if (command == "effects") {
            EXPECT_EQ(effects(), line) << text_;
        } else if (command == "state") {
            expect_state(line);
        } else if (command == "golden") {
            expect_golden(line);
        } else if (command == "cookie") {
            EXPECT_EQ(cookie_, line);
        } else {
            ADD_FAILURE() << "no such command";
        }
    }

    void compile_policy() {
        const Compiled compiled = compile(policy_.dump(), languages());
        ASSERT_FALSE(compiled.image.empty()) << compiled.report;
        image_ = compiled.image;
    }

    std::string stamp() {
        char nonce[17];
        std::snprintf(nonce, sizeof nonce, "%016x", ++nonce_);
        return "now=" + std::to_string(now_) + "\nnonce=" + nonce;
    }

    std::string cookies() const {
        std::string all;
        for (const auto& [name, cookie] : jar_) {
            if (cookie.second <= now_) continue;
            all += (all.empty() ? "" : "; ") + name + "=" + cookie.first;
        }
        return all;
    }

    void open(const std::string& line) {
        std::map<std::string, std::string> context = {{"url", "https://www.example.org/page"}, {"lang", "en"}, {"langs", "en"}, {"region", "DE"}, {"gpc", "0"}};
        for (const std::string& word : words(line)) context[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
        std::string text = stamp() + "\ncookie=" + cookies();
        for (const auto& [key, value] : context) text += "\n" + key + "=" + value;
        tabs_[tab_] = std::make_unique<Engine>();
        take(tabs_[tab_]->open(image_, text));
    }

    void send(std::string line) {
        std::string event = take_word(line);
        for (const std::string& word : words(line)) event += "\n" + word;
        event += "\n" + stamp();
        if (event.rfind("sync\n", 0) == 0) event += "\ncookie=" + cookies();
        take(tabs_.at(tab_)->send(event));
    }

    void take(const std::string& text) {
        ++answers;
        text_ = text;
        answer_ = Json::parse(text);
        for (const Json& effect : answer_.value("effects", Json::array())) {
            if (effect.at("do") == "write-cookie") set_cookie(effect.at("cookie"));
        }
    }

    void set_cookie(const std::string& assignment) {
        const std::string pair = assignment.substr(0, assignment.find(';')), value = pair.substr(pair.find('=') + 1);
        cookie_ = assignment;
        cookie_.replace(pair.find('=') + 1, value.size(), "*");
        EXPECT_LE(value.size(), 64u);
        const std::size_t age = assignment.find("Max-Age=");
        ASSERT_NE(age, std::string::npos) << assignment;
        jar_[pair.substr(0, pair.find('='))] = {value, now_ + static_cast<std::uint32_t>(std::stoul(assignment.substr(age + 8)))};
    }

    std::string effects() const {
        std::string all;
        for (const Json& effect : answer_.at("effects")) {
            std::string one = effect.at("do");
            for (const char* key : {"event", "key", "why", "view"}) {
                if (effect.contains(key)) one += " " + effect.at(key).get<std::string>();
            }
            all += (all.empty() ? "" : ", ") + one;
        }
        return all.empty() ? "none" : all;
    }

    void expect_state(const std::string& line) {
        ASSERT_TRUE(answer_.contains("state")) << text_;
        for (const std::string& word : words(line)) {
            std::string key = word.substr(0, word.find('='));
            const std::string expected = word.substr(word.find('=') + 1);
            Json at = answer_.at("state");
            if (const std::size_t dot = key.find('.'); dot != std::string::npos) {
                at = at.at(key.substr(0, dot));
                key = key.substr(dot + 1);
            }
            ASSERT_TRUE(at.contains(key)) << key << " in " << text_;
            const std::string value = at[key].is_string() ? at[key].get<std::string>() : at[key].dump();
            EXPECT_EQ(value.empty() ? "\"\"" : value, expected) << key;
        }
    }

    void expect_golden(const std::string& name) {
        const fs::path path = kScenarios / "golden" / (name + ".json");
        if (std::getenv("ASSENT_WRITE_GOLDEN") != nullptr) std::ofstream(path) << text_ << "\n";
        EXPECT_EQ(text_ + "\n", read(path)) << "ASSENT_WRITE_GOLDEN=1 writes what is answered now";
    }

    void decide(std::string question, const std::string& expected) {
        ++decisions;
        const std::string kind_name = take_word(question);
        const auto kind = std::find(kKinds.begin(), kKinds.end(), kind_name);
        ASSERT_NE(kind, kKinds.end()) << kind_name;
        if (tabs_.count(tab_) == 0) tabs_[tab_] = std::make_unique<Engine>();
        const auto answer = static_cast<std::uint32_t>(tabs_[tab_]->decide(static_cast<int>(kind - kKinds.begin()), question == "-" ? "" : question));
        std::string got = std::string(kVerdicts.at(answer & 3)) + " " + kReasons.at(answer >> 2 & 31);
        const auto name = [&](const char* list, std::uint32_t index) { return " " + policy_.at(list).at(index - 1).at("id").get<std::string>(); };
        if ((answer >> 7 & 255) != 0) got += name("categories", answer >> 7 & 255);
        if (answer >> 15 != 0) got += name("services", answer >> 15);
        EXPECT_EQ(got, expected);
    }

    fs::path file_;
    int at_ = 0;
    Json policy_;
    std::string image_;
    std::map<std::string, std::pair<std::string, std::uint32_t>> jar_;
    std::map<std::string, std::unique_ptr<Engine>> tabs_;
    std::string tab_ = "first";
    std::uint32_t now_ = 1764000000;
    unsigned nonce_ = 0;
    std::string text_, cookie_;
    Json answer_;
};

class Scenario : public testing::TestWithParam<std::string> {};

TEST_P(Scenario, GoesAsWritten) {
    Replay replay(kScenarios / (GetParam() + ".txt"));
    replay.run();
    EXPECT_GT(replay.decisions + replay.answers, 0) << "a scenario that asks nothing tests nothing";
}

std::vector<std::string> scenarios() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kScenarios)) {
        if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

INSTANTIATE_TEST_SUITE_P(All, Scenario, testing::ValuesIn(scenarios()), [](const auto& scenario) {
    std::string name = scenario.param;
    for (char& c : name) {
        if (c == '-') c = '_';
    }
    return name;
});

}  // namespace
}  // namespace assent
