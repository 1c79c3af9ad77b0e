#include "assent/engine.h"

#include "engine/visit.h"

namespace assent {
namespace {

std::string text_of(const base::Buffer& buffer) { return std::string(std::string_view(buffer)); }

}  // namespace

Engine::Engine() : visit_(new engine::Visit) {}
Engine::~Engine() = default;

std::string Engine::open(std::string_view image, std::string_view context) {
    visit_.reset(new engine::Visit);
    return text_of(visit_->open(image, context));
}

std::string Engine::send(std::string_view event) { return text_of(visit_->send(event)); }

std::int32_t Engine::decide(int kind, std::string_view subject) const { return visit_->decide(kind, subject); }

std::string Engine::view(std::string_view name) const { return text_of(visit_->view(name)); }

}  // namespace assent
