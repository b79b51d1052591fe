// Library models as they are written: one YAML file for each library or header, one line for most
// functions. Values in, values out; whether a model matches anything is asked later, by Library.
//
//   models: c                        # what is described
//   says: The C library, as ISO C 17 describes it
//   functions:
//     - names: [strcpy, stpcpy]      # or `name:`; with `of:` members of a class or namespace
//       flows: ["Argument[*1] -> Argument[*0]", "Argument[0] => ReturnValue"]
//       see: ISO C 17 § 7.24.2
//     - of: [std::vector, std::deque]
//       names: [push_back, constructor]   # std::vector::vector; also destructor, conversion
//       types: [const std::string &]      # or `parameters: 2`: only these overloads
//       kinds: [number, any]              # however the types are spelled; also iterator, same,
//                                         # and rest at the end
//       flows: { flow: "Argument[0] -> Argument[this].Element", when: { "Argument[1]": 3 } }
//     - name: syslog
//       sinks: { ports: "Argument[1..]", recipient: library.employee, channel: log, action: store }
//     - name: QObject::connect      # calls of the signal call the slot: Connect.h
//       connects: { signal: "Argument[1]", receiver: "Argument[2]", slot: "Argument[3]" }
//   fields: { "Patron::email": patron.email, "Patron::shelf": nothing } # nothing about a person
//   pointers: [std::unique_ptr]      # classes whose objects are pointers
//   containers: [std::vector]        # whose members' iterators models call std::iterator
//   objects: { "std::cout": { destination: terminal } }
//   columns: { actor.usr.email: patron.email }    # of a table in a database
//   tables: { actor.card: [id, usr, barcode] }    # its first columns, in order
//   endpoints: { "*.example.org": { recipient: third-party.other } }
//
// Of the models that one file has for a name, the first that fits a function is used. What several
// files say of a function holds together, but for sinks: there the last one is right, so that a
// project can say what syslog or a cache is for in its own system.
#pragma once

#include "checker/models/Model.h"
#include "policy/model/Diagnostic.h"

#include "llvm/ADT/ArrayRef.h"

namespace circumspect::models {

/// Reads library models from YAML files, in the given order. Mistakes go to `diagnostics`; reading
/// goes on. Vocabulary terms are taken as written: they are checked against the vocabulary in use
/// by whoever knows it.
Models loadModels(llvm::ArrayRef<std::string> files, policy::Diagnostics& diagnostics);

} // namespace circumspect::models
