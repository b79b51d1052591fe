// The models of a scan, matched to the functions, fields and variables of one program. Attributes
// in the scanned code are read here too, so that the analysis asks one question only: what is known
// of this symbol?
#pragma once

#include "checker/flow/Program.h"
#include "checker/models/Iterators.h"
#include "checker/models/Model.h"
#include "checker/sql/Statement.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

#include <map>
#include <memory>

namespace circumspect::models {

/// An attribute that says nothing that can be understood.
struct Mistake {
  flow::Location location;
  std::string message;
};

/// Gives the storage that models name with `Static[…]` a global of the program each, and signals a
/// body (Connect.h), to be done before a Library is made of them.
void prepare(flow::Program& program, const Models& models);

/// Whether a model of the function's name is about this overload of it.
bool fits(const flow::Program& program, const Iterators& iterators, const flow::Function& f,
          const FunctionModel& model);

class Library {
public:
  Library(const flow::Program& program, Models models);

  /// What is known of a function: models that match it, then what its own attributes claim.
  llvm::ArrayRef<const FunctionModel*> models(flow::FunctionId function) const;
  /// The categories that a member, a variable or a parameter is said to hold. None where nothing is
  /// said, or that it holds nothing of the kind.
  llvm::ArrayRef<std::string> data(flow::FieldId field) const;
  /// Whether anything is said of what it holds, be it `nothing`.
  bool isClassified(flow::FieldId field) const { return fields_.contains(field); }
  bool isClassified(flow::FunctionId function, flow::LocalId local) const {
    return locals_.contains({function, local});
  }
  /// Whether any member of the record is said to hold data.
  bool holdsData(flow::RecordId record) const { return records_.contains(record); }
  llvm::ArrayRef<std::string> data(flow::GlobalId global) const;
  llvm::ArrayRef<std::string> data(flow::FunctionId function, flow::LocalId local) const;
  /// What the slot of an object of the class, or of the global, holds before it is written; nullptr
  /// where no model says so.
  const Literal* slot(flow::RecordId record, llvm::StringRef name) const;
  const Literal* slot(flow::GlobalId global, llvm::StringRef name) const;
  /// Whether objects of the class are pointers to their first template argument.
  bool isPointer(flow::RecordId record) const { return pointers_.contains(record); }
  /// What an object of such a class leads to, where that is not its first template argument.
  flow::TypeId pointee(flow::RecordId record) const { return iterators_.pointee(record); }
  /// What the SQL in a text does; each text is parsed once.
  const sql::Statement& statement(llvm::StringRef sql) const;
  /// The columns that the SQL in a text gives and that hold data, as models say; of a text that is
  /// one name, all columns of that table.
  struct Selected {
    std::string name;               ///< in the result
    std::optional<unsigned> number; ///< from 0; none where `*` stands for it
    std::vector<std::string> data;
  };
  llvm::ArrayRef<Selected> selected(llvm::StringRef sql) const;
  llvm::ArrayRef<Endpoint> endpoints() const { return models_.endpoints; }
  /// The global that a port with root Static names; none where it was not declared.
  std::optional<flow::GlobalId> storage(const Port& port) const;

  /// Models that match no symbol of the program, by name and origin.
  struct Unmatched {
    std::string name;
    Origin origin;
  };
  const std::vector<Unmatched>& unmatched() const { return unmatched_; }
  const std::vector<Mistake>& mistakes() const { return mistakes_; }

private:
  void matchFunctions(const flow::Program& program);
  void dropSinks(std::vector<const FunctionModel*>& known);
  void matchFields(const flow::Program& program);
  void matchObjects(const flow::Program& program);
  void matchPointers(const flow::Program& program);
  void readAttributes(const flow::Program& program);
  void readFunctionAttributes(const flow::Program& program, flow::FunctionId function);
  std::optional<std::vector<std::string>>
  dataAttributes(const flow::Program& program, llvm::ArrayRef<flow::Annotation> annotations);

  std::optional<unsigned> place(const sql::Column& star, llvm::StringRef column) const;

  Models models_;
  Iterators iterators_;
  std::vector<std::unique_ptr<FunctionModel>> fromAttributes_, copies_;
  llvm::DenseMap<flow::FunctionId, std::vector<const FunctionModel*>> functions_;
  llvm::DenseMap<flow::FieldId, std::vector<std::string>> fields_;
  llvm::DenseSet<flow::RecordId> records_; ///< of those
  llvm::DenseMap<flow::GlobalId, std::vector<std::string>> globals_;
  std::map<std::pair<flow::FunctionId, flow::LocalId>, std::vector<std::string>> locals_;
  llvm::DenseMap<flow::RecordId, const ObjectModel*> classes_;
  llvm::DenseMap<flow::GlobalId, const ObjectModel*> objects_;
  llvm::DenseSet<flow::RecordId> pointers_;
  mutable llvm::StringMap<sql::Statement> statements_;      ///< what was asked before
  mutable llvm::StringMap<std::vector<Selected>> selected_; ///< what was asked before
  llvm::StringMap<flow::GlobalId> statics_;                 ///< by symbol
  std::vector<Unmatched> unmatched_;
  std::vector<Mistake> mistakes_;
};

} // namespace circumspect::models
