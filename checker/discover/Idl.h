// Evergreen's fieldmapper IDL (fm_IDL.xml): which classes its services know, in which tables they
// are kept, and which fields they have.
#pragma once

#include "checker/sql/Tables.h"

#include "llvm/Support/Error.h"

namespace circumspect::discover {

/// The fields of all classes as columns of their tables; a class that is kept in none has the name
/// by which services know it, `actor.user`. The error says where the text is not such a file.
llvm::Expected<std::vector<sql::Declared>> idlColumns(llvm::StringRef text);

} // namespace circumspect::discover
