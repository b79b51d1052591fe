// The language of ports and flows: what each form becomes, and where a mistake in one is.
#include "checker/models/Port.h"

#include <gmock/gmock.h>

using namespace circumspect::models;

namespace {

Port port(llvm::StringRef text) {
  auto result = parsePort(text);
  EXPECT_TRUE(static_cast<bool>(result)) << text.str();
  return result ? *result : Port();
}

Flow flow(llvm::StringRef text) {
  auto result = parseFlow(text);
  EXPECT_TRUE(static_cast<bool>(result)) << text.str();
  return result ? *result : Flow();
}

std::pair<size_t, std::string> mistake(llvm::StringRef text) {
  std::pair<size_t, std::string> result;
  auto parsed = parseFlow(text);
  if (parsed)
    return result;
  llvm::handleAllErrors(parsed.takeError(),
                        [&](const PortError& error) { result = {error.offset, error.message}; });
  return result;
}

TEST(Port, CountsArguments) {
  Port all = port("Argument[1..]");
  EXPECT_EQ(all.from, 1u);
  EXPECT_EQ(all.to, Port::last);
  Port some = port("Argument[ 1..3 ]");
  EXPECT_EQ(some.from, 1u);
  EXPECT_EQ(some.to, 3u);
  EXPECT_EQ(port("Argument[this]").root, Port::Root::This);
}

TEST(Port, LooksThroughPointers) {
  Port twice = port("Argument[**2]");
  EXPECT_EQ(twice.from, 2u);
  EXPECT_EQ(twice.path.size(), 2u);
  EXPECT_EQ(twice.path[1].kind, PortStep::Kind::Pointee);
  Port result = port("ReturnValue[*].Pointee");
  EXPECT_EQ(result.root, Port::Root::ReturnValue);
  EXPECT_EQ(result.path.size(), 2u);
}

TEST(Port, NamesMembersAndElements) {
  Port one = port("Argument[this].Element[\"key\"].Field[second]");
  EXPECT_EQ(one.path[0].kind, PortStep::Kind::ElementAt);
  EXPECT_EQ(one.path[0].literal, Literal{"key"});
  EXPECT_EQ(one.path[1].name, "second");
  EXPECT_EQ(port("ReturnValue.Element[3]").path[0].literal, Literal{3});
  EXPECT_EQ(port("ReturnValue.Element").path[0].kind, PortStep::Kind::Element);
  Port chosen = port("Argument[this].Element[Argument[1]]");
  EXPECT_EQ(chosen.path[0].kind, PortStep::Kind::ElementOf);
  EXPECT_EQ(chosen.path[0].number, 1u);
  Port pair = port("Argument[this].Element[Argument[*0].Element[0]]");
  EXPECT_EQ(pair.path[0].path.size(), 2u);
  EXPECT_EQ(port("Argument[0].Element[Template[0]]").path[0].kind,
            PortStep::Kind::ElementOfTemplate);
  Port kept = port("Static[environment].Element[Argument[0]]");
  EXPECT_EQ(kept.root, Port::Root::Static);
  EXPECT_EQ(kept.constant, Literal{"environment"});
}

TEST(Flow, HasEachKind) {
  EXPECT_EQ(flow("Argument[0] -> ReturnValue").kind, Flow::Kind::Taint);
  EXPECT_EQ(flow("Argument[0] => ReturnValue").kind, Flow::Kind::Value);
  EXPECT_EQ(flow("&Argument[this].Element => ReturnValue").kind, Flow::Kind::Address);
  EXPECT_EQ(flow("clear Argument[this]").kind, Flow::Kind::Clear);
  EXPECT_EQ(flow("into Argument[0] => ReturnValue").kind, Flow::Kind::Into);
  Flow filled =
      flow("fill Argument[*0] with Argument[1] up to Argument[2] times Argument[3] bytes");
  EXPECT_EQ(filled.kind, Flow::Kind::Clear);
  EXPECT_EQ(filled.limit.size(), 2u);
  EXPECT_EQ(flow("Argument[*1] => Argument[*0] up to Argument[2] characters").unit,
            Flow::Unit::Characters);
  EXPECT_EQ(flow("clear Argument[*0] up to Argument[2] elements").unit, Flow::Unit::Elements);
  Flow constant = flow("\"file\" => ReturnValue[*].Field[destination]");
  EXPECT_EQ(constant.from[0].root, Port::Root::Constant);
  EXPECT_EQ(constant.from[0].constant, Literal{"file"});
}

TEST(Flow, SaysWhatBecomesOfASequence) {
  EXPECT_EQ(flow("grow Argument[this]").edit, SequenceEdit::Grow);
  EXPECT_EQ(flow("empty Argument[this]").edit, SequenceEdit::Empty);
  Flow closed = flow("close Argument[this] at Argument[0] up to Argument[1]");
  EXPECT_EQ(closed.kind, Flow::Kind::Edit);
  EXPECT_EQ(closed.edit, SequenceEdit::Close);
  EXPECT_EQ(closed.from.size(), 2u);
  EXPECT_EQ(flow("Argument[0] => Argument[this].End").to->path[0].kind, PortStep::Kind::End);
  Flow moved = flow("move Argument[this] back by 1 => Argument[this]");
  EXPECT_EQ(moved.kind, Flow::Kind::Move);
  EXPECT_TRUE(moved.isBack);
  EXPECT_EQ(flow("meet Argument[0] with Argument[1] -> ReturnValue").kind, Flow::Kind::Meet);
  EXPECT_EQ(flow("clear from Argument[0] up to Argument[1]").kind, Flow::Kind::ClearBetween);
  EXPECT_EQ(flow("pair Argument[0].Element => Argument[this]").kind, Flow::Kind::Pair);
}

TEST(Flow, Throws) {
  EXPECT_TRUE(flow("throw Argument[0]").isSure);
  EXPECT_FALSE(flow("perhaps throw Argument[0].Field[nested]").isSure);
  EXPECT_EQ(flow("Exception => ReturnValue").from[0].root, Port::Root::Exception);
}

TEST(Flow, PointsToWhatMayBeThere) {
  Flow perhaps = flow("perhaps &Argument[*0].Field[held] => ReturnValue");
  EXPECT_EQ(perhaps.kind, Flow::Kind::Address);
  EXPECT_FALSE(perhaps.isSure);
  EXPECT_TRUE(flow("&Argument[*0].Field[held] => ReturnValue").isSure);
}

TEST(Flow, ComparesTexts) {
  Flow whole = flow("equal Argument[0] with Argument[*1] -> ReturnValue");
  EXPECT_EQ(whole.kind, Flow::Kind::Equal);
  EXPECT_EQ(whole.from.size(), 2u);
  EXPECT_FALSE(whole.ignoresCase);
  Flow part =
      flow("compare Argument[*0] with Argument[*1] up to Argument[2] ignoring case -> ReturnValue");
  EXPECT_EQ(part.kind, Flow::Kind::Compare);
  EXPECT_EQ(part.from.size(), 3u);
  EXPECT_TRUE(part.ignoresCase);
}

TEST(Flow, JoinsTexts) {
  Flow join = flow("join Argument[this] with Argument[*0] -> Argument[this]");
  EXPECT_EQ(join.kind, Flow::Kind::Join);
  EXPECT_EQ(join.from.size(), 2u);
  EXPECT_EQ(flow("join Argument[*2] -> Argument[*0]").from.size(), 1u);
}

TEST(Flow, CallsACallable) {
  Flow call = flow("call Argument[2](Argument[0].Element, 3) -> ReturnValue");
  EXPECT_EQ(call.kind, Flow::Kind::Call);
  EXPECT_EQ(call.callable.from, 2u);
  EXPECT_EQ(call.from.size(), 2u);
  EXPECT_TRUE(call.to.has_value());
  EXPECT_FALSE(flow("call Argument[0]()").to.has_value());
}

TEST(Flow, MayCallAndMayJump) {
  Flow perhaps = flow("perhaps call Argument[1](Argument[2])");
  EXPECT_EQ(perhaps.kind, Flow::Kind::Call);
  EXPECT_FALSE(perhaps.isSure);
  EXPECT_TRUE(flow("call Argument[1]()").isSure);
  EXPECT_EQ(flow("jump").kind, Flow::Kind::Jump);
  EXPECT_EQ(flow("land").kind, Flow::Kind::Land);
}

TEST(Flow, StartsACallThatGoesOn) {
  Flow start =
      flow("start Argument[0](Argument[1]) as Argument[this].Field[thread] -> ReturnValue");
  EXPECT_EQ(start.kind, Flow::Kind::Call);
  EXPECT_TRUE(start.isStarted);
  EXPECT_EQ(start.handle->path[0].name, "thread");
  EXPECT_TRUE(start.to.has_value());
  EXPECT_FALSE(flow("start Argument[0]()").handle.has_value());
  EXPECT_FALSE(flow("call Argument[0]()").isStarted);
  EXPECT_EQ(flow("finish Argument[this].Field[thread]").kind, Flow::Kind::Finish);
}

TEST(Flow, SaysWhereAMistakeIs) {
  using testing::Pair;
  EXPECT_THAT(mistake("Argument[0] ReturnValue"), Pair(12, "'->' or '=>' is expected here"));
  EXPECT_THAT(mistake("Argument[x] -> ReturnValue"), Pair(9, "a number is expected here"));
  EXPECT_THAT(mistake("Argument[0].Elem -> ReturnValue"),
              Pair(12, "a step is .Element, .Field[…], .Pointee, .Range, .Front, .Back, .End, "
                       ".Behind or .Statement"));
  EXPECT_THAT(mistake("compare Argument[0] -> ReturnValue"),
              testing::Pair(20, "'with' is expected here"));
  EXPECT_THAT(mistake("Argument[0] -> \"x\""), Pair(18, "a constant cannot be written to"));
  EXPECT_THAT(mistake("Argument[0] -> ReturnValue and"), Pair(27, "'and' is not expected here"));
  EXPECT_THAT(mistake("Argument[0].Element[Argument[1..]] -> ReturnValue"),
              Pair(33, "a key is what one argument or the object holds"));
  EXPECT_THAT(mistake("Argument[3..1] -> ReturnValue"),
              Pair(13, "a range of arguments ends before it begins"));
}

} // namespace
