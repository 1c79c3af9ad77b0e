// The visit-time core of Assent: what a page asks and tells, and what it is answered. docs/waist.md is the contract; this is the same in C++.
//
// An engine is a value without surroundings: it has no clock, no randomness and no files, and two of them know nothing of each other.
// Nothing here throws or aborts, whatever it is given. Strings are UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace assent {

namespace engine {
class Visit;
}

class Engine {
public:
    Engine();
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Reads a policy image and the context of a page (flat text). Answers an outcome, or {"error":{"code","message"}}; after an error
    // decide() holds whatever is not plainly the page's own. May be called again, with another image or context.
    std::string open(std::string_view image, std::string_view context);

    // One event (flat text). Answers an outcome; after {"error":...} nothing has changed.
    std::string send(std::string_view event);

    // Whether `subject` of `kind` may be fetched, run or written: the packed answer.
    std::int32_t decide(int kind, std::string_view subject) const;

    // What the view called `name` shows, or {"error":...} for no such view, or none yet.
    std::string view(std::string_view name) const;

private:
    std::unique_ptr<engine::Visit> visit_;
};

}  // namespace assent
