// What was discovered, as text, as JSON, and as a file of models that accepts it.
#pragma once

#include "checker/discover/Discover.h"

#include "llvm/Support/raw_ostream.h"

namespace circumspect::discover {

void writeText(llvm::raw_ostream& out, const flow::Program& program,
               llvm::ArrayRef<Candidate> candidates);
void writeYaml(llvm::raw_ostream& out, const flow::Program& program,
               llvm::ArrayRef<Candidate> candidates);
void writeJson(llvm::raw_ostream& out, const flow::Program& program,
               llvm::ArrayRef<Candidate> candidates);

} // namespace circumspect::discover
