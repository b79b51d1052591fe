// Which constant texts a local may hold, and what a temporary was read from, as far as one function
// shows it without any analysis: enough to know the key in `row.get(which ? "email" : "phone")`.
#pragma once

#include "checker/discover/Lexicon.h"
#include "checker/flow/Program.h"

#include <map>
#include <optional>
#include <set>

namespace circumspect::discover {

/// The constant that a closure gives, as a QStringLiteral is one: the only text in its body.
std::optional<flow::NameId> constantOf(const flow::Program& program, const Lexicon& lexicon,
                                       const flow::Function& closure);

class Texts {
public:
  Texts(const flow::Program& program, const Lexicon& lexicon, const flow::Function& function);

  /// Every constant text that the operand may be or point to; none where something else is added to
  /// it. What comes from elsewhere as well is not known.
  std::vector<flow::NameId> of(const flow::Operand& operand) const;
  /// `user` of `user`, `&user`, `request->user`; empty where it has no name.
  std::string name(const flow::Operand& operand) const;

private:
  bool read(const flow::Instruction& i);
  bool readCall(const flow::Instruction& i);
  bool add(std::optional<uint32_t> local, llvm::ArrayRef<flow::NameId> texts);
  std::optional<uint32_t> localOf(const flow::Operand& operand) const;
  bool isTextRecord(flow::RecordId record) const;

  const flow::Program& program_;
  const Lexicon& lexicon_;
  const flow::Function& function_;
  std::map<uint32_t, std::set<flow::NameId>> texts_; ///< by local
  std::set<uint32_t> changed_;                       ///< locals whose text is added to
  std::map<uint32_t, uint32_t> pointees_;
  std::map<uint32_t, std::string> names_;
};

} // namespace circumspect::discover
