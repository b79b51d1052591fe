// The sub-commands. Each has one file, which declares its options and runs it; main only chooses.
#pragma once

#include "checker/tool/Exit.h"

#include "llvm/ADT/ArrayRef.h"

namespace circumspect::tool {

/// A sub-command: its name, what follows the program's name, and what it does.
struct Command {
  const char* name;
  const char* summary;
  /// Runs it on its own arguments; `program` is how circumspect was called.
  Exit (*run)(const char* program, llvm::ArrayRef<const char*> arguments);
};

Exit runCheck(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runDiscover(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyDiff(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyExplain(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyFormat(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyMatrix(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyQuery(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicySchema(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyTest(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyTrace(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runPolicyVerify(const char* program, llvm::ArrayRef<const char*> arguments);
Exit runVersion(const char* program, llvm::ArrayRef<const char*> arguments);

} // namespace circumspect::tool
