// The flow IR as text, for people and for tests: one instruction a line, places written as paths.
#pragma once

#include "checker/flow/Program.h"

namespace llvm {
class raw_ostream;
}

namespace circumspect::flow {

/// Prints a function's blocks. Locals are written as `%name` or `%3`, globals as `@name`; `.*`
/// follows a pointer.
void print(llvm::raw_ostream& out, const Program& program, const Function& function);

/// A place as the printer writes it.
std::string print(const Program& program, const Function& function, const Place& place);

} // namespace circumspect::flow
