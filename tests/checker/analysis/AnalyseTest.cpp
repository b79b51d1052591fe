#include "checker/analysis/Roots.h"
#include "tests/checker/analysis/Builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace circumspect::analysis {
namespace {

using flow::FunctionId;
using flow::Place;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> categories(const Flow& flow) {
  std::vector<std::string> result;
  for (const Datum& datum : flow.data)
    result.push_back(datum.category);
  return result;
}

std::vector<std::string> notes(const Datum& datum) {
  std::vector<std::string> result;
  for (const PathStep& step : datum.path)
    result.push_back(step.note);
  return result;
}

/// The one guard that a condition is: its atom, or nullptr if the condition is anything else.
const Atom* onlyAtom(const Result& result, ConditionId condition) {
  const Conditions::Node& node = result.conditions.nodes[condition];
  return condition > 1 && node.low == 0 && node.high == 1 ? &result.conditions.atoms[node.atom]
                                                          : nullptr;
}

struct AnalyseTest : testing::Test, ProgramBuilder {
  /// A function with a body that takes pointers to patrons.
  FunctionBuilder withPatrons(const std::string& text, std::vector<std::string> names) {
    std::vector<std::pair<std::string, flow::TypeId>> parameters;
    for (std::string& parameter : names)
      parameters.emplace_back(std::move(parameter), patronPointer);
    return {*this, function(text, parameters, nothing)};
  }
};

TEST_F(AnalyseTest, ACopiedMemberReachesTheSink) {
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place text = f.local("text", string);
  f.copy(text, arrow(f.parameter(0), email)).call(mail, {text}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Flow& flow = result.flows[0];
  EXPECT_THAT(categories(flow), ElementsAre("patron.email"));
  EXPECT_EQ(flow.recipient, "third-party.mailer");
  EXPECT_EQ(flow.sink, "mail()");
  EXPECT_EQ(flow.function, "remind()");
  EXPECT_EQ(flow.condition, 1U);
  EXPECT_EQ(flow.data[0].condition, 1U);
  EXPECT_NE(flow.data[0].subject, 0U);
  EXPECT_EQ(flow.data[0].origin, "Patron::email");
  EXPECT_EQ(flow.data[0].confidence, Confidence::High);
  EXPECT_THAT(notes(flow.data[0]),
              ElementsAre("`Patron::email` is read here", "is put into 'text'", "reaches mail()"));
}

TEST_F(AnalyseTest, AnOverwrittenVariableHoldsNothingOfWhatWasThere) {
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place text = f.local("text", string);
  f.copy(text, arrow(f.parameter(0), email))
      .copy(text, arrow(f.parameter(0), theme))
      .call(mail, {text})
      .ret();
  EXPECT_THAT(run().flows, IsEmpty());
}

TEST_F(AnalyseTest, MembersAreKeptApart) {
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place copy = f.local("copy", patron);
  Place all = f.parameter(0);
  all.path.push_back(flow::Step::deref());
  f.copy(copy, all).call(mail, {dot(copy, theme)}).call(mail, {dot(copy, name)}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.name"));
}

TEST_F(AnalyseTest, AWholeRecordIsAllItsMembers) {
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place all = f.parameter(0);
  all.path.push_back(flow::Step::deref());
  f.call(mail, {all}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.email", "patron.name"));
  EXPECT_EQ(result.flows[0].data[0].subject, result.flows[0].data[1].subject);
}

TEST_F(AnalyseTest, DataPassesThroughACallAndItsResult) {
  FunctionId quote = function("quote", {{"text", string}}, string);
  FunctionBuilder q(*this, quote);
  q.copy(q.result(), q.parameter(0)).ret();
  FunctionId send = function("send", {{"to", string}}, nothing);
  FunctionBuilder s(*this, send);
  s.call(mail, {s.parameter(0)}).ret();
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place text = f.local("text", string);
  f.call(quote, {arrow(f.parameter(0), email)}, text).call(send, {text}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_EQ(result.flows[0].function, "send()");
  EXPECT_THAT(notes(result.flows[0].data[0]),
              ElementsAre("`Patron::email` is read here", "is passed to quote() as 'text'",
                          "is returned", "is passed to send() as 'to'", "reaches mail()"));
}

TEST_F(AnalyseTest, CallsWithDifferentDataAreKeptApart) {
  FunctionId quote = function("quote", {{"text", string}}, string);
  FunctionBuilder q(*this, quote);
  q.copy(q.result(), q.parameter(0)).ret();
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place a = f.local("a", string), b = f.local("b", string);
  f.call(quote, {arrow(f.parameter(0), email)}, a)
      .call(quote, {arrow(f.parameter(0), theme)}, b)
      .call(mail, {b})
      .ret();
  EXPECT_THAT(run().flows, IsEmpty());
}

TEST_F(AnalyseTest, AGuardBeforeTheSinkIsItsCondition) {
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place may = f.local("may", boolean);
  f.call(mayMail, {f.parameter(0)}, may).branch(may, 1, 2);
  f.block(1).call(mail, {arrow(f.parameter(0), email)}).jump(2);
  f.block(2).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  const Atom* atom = onlyAtom(result, datum.condition);
  ASSERT_TRUE(atom);
  EXPECT_EQ(atom->condition, "consent");
  EXPECT_EQ(atom->text, "mayMail()");
  EXPECT_EQ(atom->subject, datum.subject);
  EXPECT_NE(atom->subject, 0U);
  EXPECT_TRUE(atom->location.valid());
}

TEST_F(AnalyseTest, AGuardAboutAnotherPatronIsAboutAnother) {
  FunctionBuilder f = withPatrons("remind", {"p", "q"});
  Place may = f.local("may", boolean);
  f.call(mayMail, {f.parameter(1)}, may).branch(may, 1, 2);
  f.block(1).call(mail, {arrow(f.parameter(0), email)}).jump(2);
  f.block(2).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  const Atom* atom = onlyAtom(result, datum.condition);
  ASSERT_TRUE(atom);
  EXPECT_NE(atom->subject, datum.subject);
  EXPECT_NE(atom->subject, 0U);
}

TEST_F(AnalyseTest, AnEarlyReturnGuardsWhatFollows) {
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place may = f.local("may", boolean), not_ = f.local("refused", boolean);
  f.call(mayMail, {f.parameter(0)}, may)
      .compute(not_, flow::Operator::Not, {may})
      .branch(not_, 1, 2);
  f.block(1).ret();
  f.block(2).call(mail, {arrow(f.parameter(0), email)}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  const Atom* atom = onlyAtom(result, datum.condition);
  ASSERT_TRUE(atom);
  EXPECT_EQ(atom->subject, datum.subject);
}

TEST_F(AnalyseTest, AGuardInTheCallerHoldsInTheCallee) {
  FunctionId send = function("send", {{"to", patronPointer}}, nothing);
  FunctionBuilder s(*this, send);
  s.call(mail, {arrow(s.parameter(0), email)}).ret();
  FunctionBuilder f = withPatrons("remind", {"other", "p"});
  Place may = f.local("may", boolean);
  f.call(mayMail, {f.parameter(1)}, may).branch(may, 1, 2);
  f.block(1).call(send, {f.parameter(1)}).jump(2);
  f.block(2).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  const Atom* atom = onlyAtom(result, datum.condition);
  ASSERT_TRUE(atom);
  EXPECT_EQ(atom->subject, datum.subject);
}

TEST_F(AnalyseTest, AGlobalCarriesDataFromOneRootToAnother) {
  flow::GlobalId last = global("lastAddress", string);
  FunctionBuilder keep = withPatrons("keep", {"p"});
  keep.copy(whole(last), arrow(keep.parameter(0), email)).ret();
  FunctionBuilder send = withPatrons("send", {"p"});
  Place may = send.local("may", boolean);
  send.call(mayMail, {send.parameter(0)}, may).branch(may, 1, 2);
  send.block(1).call(mail, {whole(last)}).jump(2);
  send.block(2).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  EXPECT_EQ(datum.category, "patron.email");
  // The patron of `keep` is not the one that `send` asks about.
  const Atom* atom = onlyAtom(result, datum.condition);
  ASSERT_TRUE(atom);
  EXPECT_NE(atom->subject, datum.subject);
  EXPECT_THAT(notes(datum),
              ElementsAre("`Patron::email` is read here", "is put into 'lastAddress'",
                          "is left in `lastAddress`, where send() may find it", "reaches mail()"));
}

TEST_F(AnalyseTest, TwoWritesOfOneFunctionToAGlobalKeepTheLast) {
  flow::GlobalId last = global("lastAddress", string);
  FunctionBuilder keep = withPatrons("keep", {"p"});
  keep.copy(whole(last), arrow(keep.parameter(0), email))
      .copy(whole(last), arrow(keep.parameter(0), theme))
      .ret();
  FunctionBuilder send(*this, function("send", {}, nothing));
  send.call(mail, {whole(last)}).ret();
  EXPECT_THAT(run().flows, IsEmpty());
}

TEST_F(AnalyseTest, RecursionEnds) {
  FunctionId walk = function("walk", {{"text", string}, {"more", boolean}}, string);
  FunctionBuilder w(*this, walk);
  w.branch(w.parameter(1), 1, 2);
  w.block(1).call(walk, {w.parameter(0), number(0)}, w.result()).ret();
  w.block(2).copy(w.result(), w.parameter(0)).ret();
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place text = f.local("text", string);
  f.call(walk, {arrow(f.parameter(0), email), number(1)}, text).call(mail, {text}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.email"));
  EXPECT_EQ(result.flows[0].data[0].condition, 1U);
}

TEST_F(AnalyseTest, ACycleThatNothingCallsIsARoot) {
  FunctionId ping = function("ping", {{"p", patronPointer}}, nothing);
  FunctionId pong = function("pong", {{"p", patronPointer}}, nothing);
  FunctionBuilder a(*this, ping), b(*this, pong);
  a.call(pong, {a.parameter(0)}).ret();
  b.branch(b.parameter(0), 1, 2);
  b.block(1).call(ping, {b.parameter(0)}).jump(2);
  b.block(2).call(mail, {arrow(b.parameter(0), email)}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
}

TEST_F(AnalyseTest, AnUnknownCalleeLosesNothingAndIsCounted) {
  FunctionId polish = function("polish", {{"text", string}}, string);
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place text = f.local("text", string);
  f.call(polish, {arrow(f.parameter(0), email)}, text).call(mail, {text}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_EQ(result.flows[0].data[0].confidence, Confidence::Medium);
  EXPECT_EQ(result.flows[0].data[0].reason, "passes through polish(), of which nothing is known");
  ASSERT_THAT(result.ledger.unmodelled, SizeIs(1));
  EXPECT_EQ(result.ledger.unmodelled[0].calls, 1U);
  EXPECT_TRUE(result.ledger.unmodelled[0].carriesData);
}

TEST_F(AnalyseTest, AnEndpointDecidesTheRecipient) {
  models.functions[0].sinks[0].recipient.clear();
  models::Port second;
  second.from = second.to = 1;
  FunctionId post = function("post", {{"body", string}, {"url", string}}, nothing);
  models::FunctionModel posts;
  posts.name = "post";
  models::Sink& sink = posts.sinks.emplace_back();
  sink.ports.emplace_back();
  sink.endpoint = second;
  models.functions.push_back(posts);
  models.endpoints.push_back({{}, "*.metrics.example", "third-party.analytics", "analytics", ""});
  FunctionBuilder f = withPatrons("remind", {"p"});
  flow::Constant url;
  url.kind = flow::Constant::Kind::String;
  url.string = program.names.intern("https://eu.metrics.example:8443/collect?x=1");
  f.call(post, {arrow(f.parameter(0), email), url}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_EQ(result.flows[0].recipient, "third-party.analytics");
  EXPECT_EQ(result.flows[0].purpose, "analytics");
  EXPECT_EQ(result.flows[0].endpoint, "https://eu.metrics.example:8443/collect?x=1");
}

TEST_F(AnalyseTest, APointerPassedToASinkIsWhatItPointsTo) {
  flow::TypeId text = pointerTo(string);
  FunctionId post = function("post", {{"body", text}}, nothing);
  models::FunctionModel posts;
  posts.name = "post";
  posts.sinks.emplace_back().ports.emplace_back();
  models.functions.push_back(posts);
  FunctionId send = function("send", {{"body", text}}, nothing);
  FunctionBuilder s(*this, send);
  s.call(post, {s.parameter(0)}).ret();
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place body = f.local("body", string), address = f.local("address", text);
  f.copy(body, arrow(f.parameter(0), email)).addressOf(address, body).call(send, {address}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.email"));
}

TEST_F(AnalyseTest, AMemberOfTheObjectCarriesDataBetweenItsMethods) {
  flow::TypeId desk = recordType("Desk", true), deskPointer = pointerTo(desk);
  flow::FieldId draft = field(desk, "draft", string);
  auto method = [&](const std::string& text) {
    FunctionId id = function(text, {{"this", deskPointer}, {"p", patronPointer}}, nothing);
    flow::Function& f = program.functions[id.index];
    f.kind = flow::FunctionKind::Method;
    f.record = program.type(desk).record;
    f.locals[0].kind = flow::LocalKind::This;
    return id;
  };
  FunctionBuilder write(*this, method("Desk::write")), send(*this, method("Desk::send"));
  write.copy(arrow(write.parameter(0), draft), arrow(write.parameter(1), name)).ret();
  send.call(mail, {arrow(send.parameter(0), draft)}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.name"));
  EXPECT_EQ(result.flows[0].function, "Desk::send()");
}

TEST_F(AnalyseTest, APartOfARecordIsAboutTheSamePerson) {
  flow::TypeId settings = recordType("Settings", true);
  flow::FieldId own = field(patron, "settings", settings);
  FunctionId allows = function("allows", {{"settings", pointerTo(settings)}}, boolean);
  models::FunctionModel asks;
  asks.name = "allows";
  asks.guards.emplace_back().condition = "consent";
  models.functions.push_back(asks);
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place part = f.local("part", pointerTo(settings)), may = f.local("may", boolean);
  f.addressOf(part, arrow(f.parameter(0), own)).call(allows, {part}, may).branch(may, 1, 2);
  f.block(1).call(mail, {arrow(f.parameter(0), email)}).jump(2);
  f.block(2).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  const Atom* atom = onlyAtom(result, datum.condition);
  ASSERT_TRUE(atom);
  EXPECT_EQ(atom->subject, datum.subject);
}

TEST_F(AnalyseTest, TwoMembersOfOneTypeAreTwoPeople) {
  flow::TypeId pair = recordType("Household", true);
  flow::FieldId first = field(pair, "first", patron), second = field(pair, "second", patron);
  FunctionBuilder f(*this, function("remind", {{"pair", pointerTo(pair)}}, nothing));
  Place other = f.local("other", patronPointer), may = f.local("may", boolean);
  f.addressOf(other, arrow(f.parameter(0), second)).call(mayMail, {other}, may).branch(may, 1, 2);
  f.block(1).call(mail, {dot(arrow(f.parameter(0), first), email)}).jump(2);
  f.block(2).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  const Atom* atom = onlyAtom(result, datum.condition);
  ASSERT_TRUE(atom);
  EXPECT_NE(atom->subject, datum.subject);
}

TEST_F(AnalyseTest, AGuardOfOneRoundOfALoopSaysNothingOfTheNext) {
  FunctionId next = function("next", {}, patronPointer);
  FunctionBuilder f(*this, function("remindAll", {{"more", boolean}}, nothing));
  Place p = f.local("p", patronPointer), may = f.local("may", boolean);
  f.copy(may, number(0)).jump(1);
  f.block(1).call(next, {}, p).branch(may, 2, 3); // asked about the one before
  f.block(2).call(mail, {arrow(p, email)}).jump(3);
  f.block(3).call(mayMail, {p}, may).branch(f.parameter(0), 1, 4);
  f.block(4).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  EXPECT_NE(datum.subject, 0U);
  for (const Atom& atom : result.conditions.atoms)
    EXPECT_TRUE(atom.condition.empty() || atom.subject != datum.subject);
}

TEST_F(AnalyseTest, AGuardInTheSameRoundOfALoopHolds) {
  FunctionId next = function("next", {}, patronPointer);
  FunctionBuilder f(*this, function("remindAll", {{"more", boolean}}, nothing));
  Place p = f.local("p", patronPointer), may = f.local("may", boolean);
  f.jump(1);
  f.block(1).call(next, {}, p).call(mayMail, {p}, may).branch(may, 2, 3);
  f.block(2).call(mail, {arrow(p, email)}).jump(3);
  f.block(3).branch(f.parameter(0), 1, 4);
  f.block(4).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  const Datum& datum = result.flows[0].data[0];
  bool isAsked = false;
  for (const Atom& atom : result.conditions.atoms)
    isAsked |= atom.condition == "consent" && atom.subject == datum.subject && atom.subject != 0;
  EXPECT_TRUE(isAsked);
  EXPECT_NE(datum.condition, 1U);
}

TEST_F(AnalyseTest, AConstantArgumentIsAQuantity) {
  FunctionId store = function("store", {{"body", string}, {"days", boolean}}, nothing);
  models::FunctionModel stores;
  stores.name = "store";
  stores.sinks.emplace_back().ports.emplace_back();
  models::Port days;
  days.from = days.to = 1;
  stores.sinks.back().quantities["retention-days"] = days;
  models.functions.push_back(stores);
  FunctionId keep = function("keep", {{"body", string}, {"days", boolean}}, nothing);
  FunctionBuilder k(*this, keep);
  k.call(store, {k.parameter(0), k.parameter(1)}).ret();
  FunctionBuilder f = withPatrons("archive", {"p"});
  f.call(keep, {arrow(f.parameter(0), email), number(45)}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_EQ(result.flows[0].quantities.at("retention-days").value, 45);
}

TEST_F(AnalyseTest, DataThatMeetsInOneCallIsOneFlow) {
  FunctionBuilder f = withPatrons("remind", {"p", "q"});
  Place text = f.local("text", string);
  f.compute(text, flow::Operator::Opaque,
            {arrow(f.parameter(0), email), arrow(f.parameter(1), name)})
      .call(mail, {text})
      .ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  ASSERT_THAT(categories(result.flows[0]), ElementsAre("patron.email", "patron.name"));
  EXPECT_NE(result.flows[0].data[0].subject, result.flows[0].data[1].subject);
}

TEST_F(AnalyseTest, DataOfOneWayHoldsUnderThatWay) {
  FunctionBuilder f = withPatrons("remind", {"p"});
  Place text = f.local("text", string), may = f.local("may", boolean);
  f.call(mayMail, {f.parameter(0)}, may).branch(may, 1, 2);
  f.block(1).copy(text, arrow(f.parameter(0), email)).jump(3);
  f.block(2).copy(text, arrow(f.parameter(0), theme)).jump(3);
  f.block(3).call(mail, {text}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_EQ(result.flows[0].condition, 1U);
  const Atom* atom = onlyAtom(result, result.flows[0].data[0].condition);
  ASSERT_TRUE(atom);
  EXPECT_EQ(atom->condition, "consent");
}

TEST_F(AnalyseTest, TheSameProgramGivesTheSameResult) {
  FunctionBuilder f = withPatrons("remind", {"p", "q"});
  f.call(mail, {arrow(f.parameter(0), email)}).call(mail, {arrow(f.parameter(1), name)}).ret();
  Result once = run(), again = run();
  ASSERT_THAT(once.flows, SizeIs(2));
  ASSERT_THAT(again.flows, SizeIs(2));
  EXPECT_LT(once.flows[0].location, once.flows[1].location);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(categories(once.flows[i]), categories(again.flows[i]));
    EXPECT_EQ(notes(once.flows[i].data[0]), notes(again.flows[i].data[0]));
    EXPECT_EQ(once.flows[i].data[0].subject, again.flows[i].data[0].subject);
  }
}

TEST_F(AnalyseTest, ALongCycleOfCallsIsFollowedAndEnds) {
  constexpr unsigned length = 3000;
  FunctionId again = function("again", {}, boolean);
  std::vector<FunctionId> all;
  for (unsigned i = 0; i < length; ++i)
    all.push_back(function("f" + std::to_string(i), {{"p", patronPointer}}, nothing));
  for (unsigned i = 0; i < length; ++i) {
    FunctionBuilder f(*this, all[i]);
    Place may = f.local("may", boolean);
    f.call(again, {}, may).branch(may, 1, 2);
    f.block(1).call(all[(i + 1) % length], {f.parameter(0)}).jump(2);
    f.block(2);
    if (i + 1 == length)
      f.call(mail, {arrow(f.parameter(0), email)});
    f.ret();
  }
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.email"));
  EXPECT_THAT(result.ledger.cuts, IsEmpty());
}

TEST_F(AnalyseTest, MoreCallsOfOneSinkThanAreKeptApartAreOneWithAllTheirData) {
  FunctionId send = function("send", {{"text", string}}, nothing);
  FunctionBuilder s(*this, send);
  s.call(mail, {s.parameter(0)}).ret();
  constexpr unsigned calls = 20;
  std::vector<std::string> expected, found;
  FunctionBuilder f = withPatrons("remind", {"p"});
  for (unsigned i = 0; i < calls; ++i) {
    std::string number = std::to_string(10 + i);
    flow::FieldId part = field(patron, "part" + number, string);
    models.fields.push_back({{}, "Patron", "part" + number, {"patron.part" + number}});
    expected.push_back("patron.part" + number);
    f.call(send, {arrow(f.parameter(0), part)});
  }
  f.ret();
  Result result = run();
  EXPECT_LT(result.flows.size(), calls);
  for (const Flow& flow : result.flows)
    for (const std::string& category : categories(flow))
      found.push_back(category);
  EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
  EXPECT_THAT(result.ledger.cuts, IsEmpty());
}

TEST_F(AnalyseTest, WhatManyFunctionsLeaveInOneGlobalIsFoundByAllAtOnce) {
  constexpr unsigned count = 30;
  flow::GlobalId shared = global("shared", string);
  for (unsigned i = 0; i < count; ++i) {
    FunctionBuilder f = withPatrons("f" + std::to_string(i), {"p"});
    f.call(mail, {whole(shared)})
        .copy(whole(shared), arrow(f.parameter(0), i == 0 ? name : email))
        .ret();
  }
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(count));
  for (const Flow& flow : result.flows) {
    EXPECT_THAT(categories(flow), testing::IsSupersetOf({"patron.email", "patron.name"}));
    EXPECT_LE(flow.data.size(), 2 * Roots::maxApart);
  }
}

TEST_F(AnalyseTest, AnUnknownCalleeMayBeAnyCallable) {
  flow::Type type;
  type.kind = flow::TypeKind::Function;
  program.types.push_back(type);
  flow::TypeId pointer = pointerTo({static_cast<uint32_t>(program.types.size() - 1)});
  FunctionId callback = function("callback", {{"text", string}}, nothing);
  program.functions[callback.index].isAddressTaken = true;
  FunctionBuilder c(*this, callback);
  c.call(mail, {c.parameter(0)}).ret();
  FunctionBuilder f(*this, function("remind", {{"p", patronPointer}}, nothing));
  Place held = f.local("held", pointer);
  f.copy(held, callback).callIndirect(held, {arrow(f.parameter(0), email)}).ret();
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.email"));
}

TEST_F(AnalyseTest, CallersThatAreTooManyToBeKeptApartAreFollowedTogether) {
  constexpr unsigned callers = 100, steps = 40;
  flow::Type type;
  type.kind = flow::TypeKind::Function;
  program.types.push_back(type);
  flow::TypeId pointer = pointerTo({static_cast<uint32_t>(program.types.size() - 1)});
  FunctionId apply = function("apply", {{"f", pointer}, {"text", string}}, nothing);
  FunctionBuilder a(*this, apply);
  Place text = a.local("text", string);
  a.copy(text, a.parameter(1));
  for (unsigned i = 1; i <= steps; ++i) // long enough that each context is some work
    a.jump(i).block(i).copy(a.local("t" + std::to_string(i), string), text);
  a.callIndirect(a.parameter(0), {text}).ret();
  for (unsigned i = 0; i < callers; ++i) {
    FunctionId callback = function("callback" + std::to_string(i), {{"text", string}}, nothing);
    FunctionBuilder c(*this, callback);
    program.functions[callback.index].isAddressTaken = true;
    if (i + 1 == callers)
      c.call(mail, {c.parameter(0)});
    c.ret();
    FunctionBuilder f = withPatrons("caller" + std::to_string(i), {"p"});
    f.call(apply, {callback, arrow(f.parameter(0), email)}).ret();
  }
  Result result = run();
  ASSERT_THAT(result.flows, SizeIs(1));
  EXPECT_THAT(categories(result.flows[0]), ElementsAre("patron.email"));
  EXPECT_EQ(result.flows[0].function, "callback99()");
  EXPECT_THAT(result.ledger.cuts, IsEmpty());
}

} // namespace
} // namespace circumspect::analysis
