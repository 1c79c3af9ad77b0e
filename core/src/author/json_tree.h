// JSON text as a tree that knows where each value stands, so that every later complaint can name its pointer, line and column.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assent::author {

class Report;

inline constexpr std::size_t kMaxFileSize = 4u << 20;  // bytes
inline constexpr std::size_t kMaxNesting = 64;
inline constexpr std::size_t kMaxValues = 200'000;

struct Node {
    enum class Kind : unsigned char { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    bool flag = false;       // of a boolean
    std::size_t index = 0;   // in the parent's children
    std::size_t offset = 0;  // of the value's first character
    std::size_t key_offset = 0;
    double number = 0;
    const Node* parent = nullptr;
    std::string key;   // in an object
    std::string text;  // of a string; of a number: as written
    std::vector<const Node*> children;

    bool is(Kind wanted) const { return kind == wanted; }
    // The member of an object with that key; null when there is none, or this is no object.
    const Node* find(std::string_view name) const;
    // RFC 6901.
    std::string pointer() const;
};

// "an object", "a string", ... for messages.
std::string_view name_of(Node::Kind kind);

class JsonTree {
public:
    const Node* root() const { return nodes_.empty() ? nullptr : &nodes_.front(); }

private:
    friend class TreeBuilder;
    std::deque<Node> nodes_;
};

// Reads the whole of `text` or nothing: null and errors E1xx in the report. A byte order mark at the start is skipped. A key that
// stands twice is an error too, but the tree is given nevertheless, so that one run finds all mistakes.
std::unique_ptr<JsonTree> parse_json(std::string_view text, Report& report);

}  // namespace assent::author
