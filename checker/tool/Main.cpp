// The program: finds the sub-command and runs it. Everything about the command line stays in this
// folder.
#include "checker/tool/Commands.h"
#include "policy/model/Diagnostic.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

using namespace circumspect;
using namespace circumspect::tool;

static constexpr Command commands[] = {
    {"check", "scan code for flows that the policy does not permit", runCheck},
    {"discover", "list what looks like patron data and is not classified yet", runDiscover},
    {"policy trace", "follow each clause to rules, claims and programs", runPolicyTrace},
    {"policy verify", "prove that a policy is consistent, complete and what its authors claim",
     runPolicyVerify},
    {"policy diff", "say what changes between two versions of a policy", runPolicyDiff},
    {"policy query", "ask whether something may be done", runPolicyQuery},
    {"policy explain", "say which rules decide a request", runPolicyExplain},
    {"policy matrix", "show a policy as a table of data and recipients", runPolicyMatrix},
    {"policy test", "run the decisions that authors expect of their policy", runPolicyTest},
    {"policy fmt", "write packs in one form", runPolicyFormat},
    {"policy schema", "print the JSON Schema of packs, for editors", runPolicySchema},
    {"version", "print the version", runVersion},
};

static void usage(llvm::raw_ostream& out) {
  out << "usage: circumspect COMMAND [OPTIONS]\n\n";
  for (const Command& command : commands)
    out << "  " << llvm::left_justify(command.name, 16) << command.summary << "\n";
  out << "\n`circumspect COMMAND --help` lists the options of a command.\n"
         "Exit status: 0 nothing to report, 1 findings, 2 bad usage or input, 3 incomplete, 4 "
         "internal error.\n";
}

static Exit run(int argc, const char** argv) {
  llvm::ArrayRef<const char*> arguments(argv + 1, argc - 1);
  if (arguments.empty()) {
    usage(llvm::errs());
    return Exit::BadInput;
  }
  llvm::StringRef first = arguments[0];
  if (first == "--help" || first == "-h" || first == "help") {
    usage(llvm::outs());
    return Exit::Clean;
  }
  if (first == "--version")
    return runVersion(argv[0], {});
  std::vector<llvm::StringRef> names;
  for (const Command& command : commands) {
    llvm::SmallVector<llvm::StringRef, 2> words;
    llvm::StringRef(command.name).split(words, ' ');
    bool isMeant = words.size() <= arguments.size();
    for (size_t i = 0; isMeant && i < words.size(); ++i)
      isMeant = words[i] == arguments[i];
    if (isMeant)
      return command.run(argv[0], arguments.drop_front(words.size()));
    names.push_back(command.name);
  }
  std::string wanted =
      first.str() +
      (first == "policy" && arguments.size() > 1 ? std::string(" ") + arguments[1] : "");
  llvm::errs() << "circumspect: error: unknown command '" << wanted << "'"
               << policy::suggestion(wanted, names) << "\n";
  return Exit::BadInput;
}

int main(int argc, const char** argv) {
  llvm::InitLLVM init(argc, argv);
  return static_cast<int>(run(argc, argv));
}
