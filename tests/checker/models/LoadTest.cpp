// Models are read as they are written; what cannot be understood is named with its position.
#include "checker/models/Load.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <gmock/gmock.h>

using namespace circumspect;
using namespace circumspect::models;
using testing::HasSubstr;

namespace {

struct Loaded {
  Models models;
  std::string mistakes;
};

Loaded load(llvm::StringRef functions) {
  llvm::SmallString<128> path;
  int file = 0;
  EXPECT_FALSE(llvm::sys::fs::createTemporaryFile("models", "yaml", file, path));
  {
    llvm::raw_fd_ostream out(file, /*shouldClose=*/true);
    out << "models: test\n" << functions;
  }
  policy::Diagnostics diagnostics;
  Loaded result{loadModels({path.str().str()}, diagnostics), ""};
  for (policy::Diagnostic& diagnostic : diagnostics)
    diagnostic.position.file = "test.yaml";
  llvm::raw_string_ostream out(result.mistakes);
  policy::print(out, diagnostics);
  llvm::sys::fs::remove(path);
  return result;
}

TEST(LoadModels, GivesEachNameTheModel) {
  Loaded loaded =
      load("functions:\n"
           "  - names: [strcpy, stpcpy]\n"
           "    flows: [\"Argument[*1] -> Argument[*0]\", \"Argument[0] => ReturnValue\"]\n"
           "    see: ISO C 17 § 7.24.2\n");
  EXPECT_EQ(loaded.mistakes, "");
  ASSERT_EQ(loaded.models.functions.size(), 2u);
  const FunctionModel& model = loaded.models.functions[1];
  EXPECT_EQ(model.name, "stpcpy");
  EXPECT_EQ(model.origin.line, 3u);
  EXPECT_EQ(model.origin.column, 21u);
  EXPECT_EQ(model.documentation, "ISO C 17 § 7.24.2");
  ASSERT_EQ(model.flows.size(), 2u);
  EXPECT_EQ(model.flows[0].kind, Flow::Kind::Taint);
  EXPECT_EQ(model.flows[0].from[0].from, 1u);
  EXPECT_EQ(model.flows[0].from[0].path[0].kind, PortStep::Kind::Pointee);
  EXPECT_EQ(model.flows[1].kind, Flow::Kind::Value);
  EXPECT_EQ(model.flows[1].to->root, Port::Root::ReturnValue);
}

TEST(LoadModels, TellsParametersByTheirKinds) {
  Loaded loaded = load("containers: [std::vector]\n"
                       "functions:\n"
                       "  - name: assign\n"
                       "    kinds: [number, any, rest]\n"
                       "    pure: true\n"
                       "  - name: assign\n"
                       "    kinds: [iterator, same]\n"
                       "    pure: true\n");
  EXPECT_EQ(loaded.mistakes, "");
  ASSERT_EQ(loaded.models.functions.size(), 2u);
  EXPECT_THAT(loaded.models.functions[0].kinds,
              testing::ElementsAre(ParameterKind::Number, ParameterKind::Any, ParameterKind::Rest));
  EXPECT_THAT(loaded.models.functions[1].kinds,
              testing::ElementsAre(ParameterKind::Iterator, ParameterKind::Same));
  ASSERT_EQ(loaded.models.containers.size(), 1u);
  EXPECT_EQ(loaded.models.containers[0].name, "std::vector");
  EXPECT_THAT(load("functions:\n  - name: f\n    kinds: [size_t]\n    pure: true\n").mistakes,
              HasSubstr("a parameter's kind is any, number, iterator, same or rest"));
}

TEST(LoadModels, NamesTheMembersOfAClass) {
  Loaded loaded = load("functions:\n"
                       "  - of: [std::vector, stack]\n"
                       "    names: [constructor, destructor, push]\n"
                       "    parameters: 1\n"
                       "    types: [size_t]\n"
                       "    pure: true\n");
  EXPECT_EQ(loaded.mistakes, "");
  std::vector<std::string> names;
  for (const FunctionModel& model : loaded.models.functions)
    names.push_back(model.name);
  EXPECT_THAT(names, testing::ElementsAre("std::vector::vector", "std::vector::~vector",
                                          "std::vector::push", "stack::stack", "stack::~stack",
                                          "stack::push"));
  EXPECT_EQ(loaded.models.functions[0].parameters, 1u);
  EXPECT_THAT(loaded.models.functions[0].types, testing::ElementsAre("size_t"));
}

TEST(LoadModels, ReadsSinksWithConditions) {
  Loaded loaded = load("functions:\n"
                       "  - name: setopt\n"
                       "    sinks:\n"
                       "      ports: [\"Argument[2..]\"]\n"
                       "      endpoint: Argument[*0].Field[url]\n"
                       "      recipient: library.employee\n"
                       "      channel: log\n"
                       "      quantities: { retention-days: \"Argument[3]\" }\n"
                       "      when: { \"Argument[1]\": [10002, \"text\", true] }\n");
  EXPECT_EQ(loaded.mistakes, "");
  const Sink& sink = loaded.models.functions.at(0).sinks.at(0);
  EXPECT_EQ(sink.ports.at(0).to, Port::last);
  EXPECT_EQ(sink.endpoint->path.at(1).name, "url");
  EXPECT_EQ(sink.recipient, "library.employee");
  EXPECT_EQ(sink.channel, "log");
  EXPECT_EQ(sink.action, "");
  EXPECT_EQ(sink.quantities.at("retention-days").from, 3u);
  EXPECT_THAT(sink.when.at(0).values,
              testing::ElementsAre(Literal{10002}, Literal{"text"}, Literal{1}));
}

TEST(LoadModels, ReadsSourcesTransformsAndGuards) {
  Loaded loaded =
      load("functions:\n"
           "  - name: check\n"
           "    sources: { port: ReturnValue, data: [patron.email, patron.name] }\n"
           "    transforms: { to: ReturnValue, becomes: nothing }\n"
           "    guards: { condition: consent, subject: \"Argument[0]\", answers: [1, 2], "
           "negated: true, on-return: true }\n");
  EXPECT_EQ(loaded.mistakes, "");
  const FunctionModel& model = loaded.models.functions.at(0);
  EXPECT_THAT(model.sources.at(0).data, testing::ElementsAre("patron.email", "patron.name"));
  EXPECT_EQ(model.transforms.at(0).term, "");
  EXPECT_EQ(model.guards.at(0).condition, "consent");
  EXPECT_EQ(model.guards.at(0).answers.size(), 2u);
  EXPECT_TRUE(model.guards.at(0).negated);
  EXPECT_TRUE(model.guards.at(0).onReturn);
}

TEST(LoadModels, ReadsFieldsObjectsAndEndpoints) {
  Loaded loaded = load("fields: { \"ils::Patron::email\": patron.email }\n"
                       "objects: { \"std::cout\": { destination: terminal } }\n"
                       "endpoints: { \"*.example.org\": { recipient: third-party.other } }\n");
  EXPECT_EQ(loaded.mistakes, "");
  EXPECT_EQ(loaded.models.fields.at(0).record, "ils::Patron");
  EXPECT_EQ(loaded.models.fields.at(0).field, "email");
  EXPECT_EQ(loaded.models.objects.at(0).slots.at("destination"), Literal{"terminal"});
  EXPECT_EQ(loaded.models.endpoints.at(0).recipient, "third-party.other");
}

TEST(LoadModels, NamesTheNearestKey) {
  EXPECT_EQ(load("functions:\n  - name: f\n    flow: Argument[0] -> ReturnValue\n    pure: true\n")
                .mistakes,
            "test.yaml:4:5: error: unknown key 'flow'; did you mean 'flows'?\n");
}

TEST(LoadModels, PointsIntoAPort) {
  EXPECT_EQ(load("functions:\n  - name: f\n    flows: \"Argument[0] -> Agument[1]\"\n").mistakes,
            "test.yaml:4:28: error: a port begins with Argument[…], ReturnValue, "
            "Static[…] or a constant\n");
  EXPECT_EQ(load("functions:\n  - name: f\n    flows: Argument[0] = ReturnValue\n").mistakes,
            "test.yaml:4:24: error: '->' or '=>' is expected here\n");
}

TEST(LoadModels, RejectsAModelThatIsDescribedTwice) {
  std::string mistakes = load("functions:\n  - { name: f, pure: true }\n"
                              "  - { name: f, parameters: 1, pure: true }\n"
                              "  - { names: [g, f], pure: true }\n")
                             .mistakes;
  EXPECT_THAT(mistakes, HasSubstr("test.yaml:5:18: error: 'f' is described twice; first at "));
  EXPECT_THAT(mistakes, HasSubstr(".yaml:3:13\n"));
}

TEST(LoadModels, KnowsOfOneLanguageThatHasItsOwnLinkage) {
  EXPECT_THAT(load("language: D\nfunctions:\n  - { name: f, pure: true }\n").mistakes,
              HasSubstr("test.yaml:2:11: error: `language` is C, or is left out"));
}

TEST(LoadModels, RejectsAModelThatSaysNothing) {
  EXPECT_THAT(load("functions:\n  - name: f\n").mistakes,
              HasSubstr("a model says at least one of"));
  EXPECT_THAT(load("functions:\n  - pure: true\n").mistakes, HasSubstr("needs the key 'name'"));
}

TEST(LoadModels, ConnectsWholeArguments) {
  EXPECT_EQ(load("functions:\n  - name: f\n    connects: { sender: \"Argument[0]\", signal: "
                 "\"Argument[1]\", receiver: \"Argument[this]\", slot: \"Argument[2]\" }\n")
                .mistakes,
            "");
  EXPECT_THAT(load("functions:\n  - name: f\n    connects: { slot: \"Argument[*1]\" }\n").mistakes,
              HasSubstr("what is connected is a whole argument, or Argument[this]"));
  EXPECT_THAT(load("functions:\n  - name: f\n    connects: { signal: \"Argument[1]\" }\n").mistakes,
              HasSubstr("needs the key 'slot'"));
}

} // namespace
