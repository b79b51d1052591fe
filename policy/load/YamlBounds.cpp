#include "policy/load/YamlBounds.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <vector>

namespace circumspect::policy {

namespace {

constexpr size_t deepest = 100, most = 1000000;

/// Keeps of a document how deep it is, and how many values it has with all aliases written out.
class Bounds : public YAML::EventHandler {
public:
  const std::optional<YamlProblem>& problem() const { return problem_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 2)
      report(mark, "one document is expected, and the text goes on here");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { value(mark, anchor, 1); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    auto known = sizes_.find(anchor);
    if (known == sizes_.end())
      return report(mark, "the alias is inside of what it stands for");
    value(mark, YAML::NullAnchor, known->second);
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string&) override {
    value(mark, anchor, 1);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor);
  }
  void OnMapEnd() override { close(); }

private:
  struct Open {
    YAML::Mark mark;
    YAML::anchor_t anchor;
    size_t size;
  };

  void report(const YAML::Mark& mark, const char* message) {
    if (!problem_)
      problem_ = {mark, message};
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor) {
    open_.push_back({mark, anchor, 1});
    if (open_.size() > deepest)
      report(mark, "the text is nested more than 100 deep");
  }

  void close() {
    Open closed = open_.back();
    open_.pop_back();
    value(closed.mark, closed.anchor, closed.size);
  }

  void value(const YAML::Mark& mark, YAML::anchor_t anchor, size_t size) {
    if (anchor != YAML::NullAnchor)
      sizes_[anchor] = size;
    if (open_.empty())
      return;
    open_.back().size = std::min(open_.back().size + size, most + 1);
    if (open_.back().size > most)
      report(mark, "there are more than a million values here, with all aliases written out");
  }

  unsigned documents_ = 0;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, size_t> sizes_;
  std::optional<YamlProblem> problem_;
};

} // namespace

std::optional<YamlProblem> findYamlProblem(const std::string& text) {
  Bounds bounds;
  try { // yaml-cpp's own way of reporting; it goes no further than here.
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(bounds))
      return YamlProblem{YAML::Mark::null_mark(), "the file is empty"};
    if (!bounds.problem())
      parser.HandleNextDocument(bounds);
  } catch (const YAML::Exception& failure) {
    if (!bounds.problem())
      return YamlProblem{failure.mark, "not YAML: " + failure.msg};
  }
  return bounds.problem();
}

} // namespace circumspect::policy
