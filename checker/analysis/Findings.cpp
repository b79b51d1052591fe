#include "checker/analysis/Findings.h"
#include "checker/analysis/Contradiction.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::analysis {

using flow::FunctionId;

void Findings::add(FunctionId root) {
  root_ = root;
  std::vector<Found> all;
  auto& formulas = program_.universe.formulas;
  const Summary& summary = program_.summary(root, {});
  for (const SinkEvent& event : summary.events) {
    Found found{&event, roots_.arrivals(root, event.data)};
    for (Arrival& arrival : found.data)
      arrival.condition = formulas.conjunction(arrival.condition, event.condition);
    std::erase_if(found.data, [&](const Arrival& a) {
      return contradictsItself(formulas, program_.universe.expressions, a.condition);
    });
    if (!found.data.empty())
      all.push_back(std::move(found));
  }
  nameSubjects(all);
  for (const Found& found : all) {
    auto& expressions = program_.universe.expressions;
    ExpressionId endpoint = found.event->endpoint;
    if (expressions[endpoint].kind != ExpressionKind::Cases) {
      addEvent(found, Formulas::yes, endpoint);
      continue;
    }
    std::vector<Case> cases = expressions.casesOf(endpoint);
    for (const auto& [when, value] : cases)
      addEvent(found, when, value);
  }
}

/// The record that a member held by value belongs to, or unknown.
ExpressionId Findings::wholeOf(ExpressionId e) const {
  auto& universe = program_.universe;
  const Expression& x = universe.expressions[e];
  if (x.kind == ExpressionKind::Member && x.b == static_cast<uint32_t>(ElementKind::Field))
    return x.a;
  return Expressions::unknown;
}

/// Equal expressions are the same person, and so are a person and a part of them. Where a record
/// has two members of one type (a lender and a borrower), its members are not it.
void Findings::nameSubjects(const std::vector<Found>& all) {
  auto& universe = program_.universe;
  SortedSet<ExpressionId> used;
  auto use = [&](ExpressionId e) { unite(used, {e}); };
  auto useFormula = [&](FormulaId f) {
    universe.formulas.mentions(f, [&](AtomId atom) {
      if (AtomKey key = universe.formulas.key(atom); key.condition)
        use(key.about);
      return false;
    });
  };
  for (const Found& found : all) {
    useFormula(found.event->condition);
    for (const Arrival& arrival : found.data) {
      use(arrival.subject);
      useFormula(arrival.condition);
    }
  }
  auto typeOf = [&](ExpressionId member) {
    const flow::Field& field = program_.flow.field(flow::FieldId{universe.expressions[member].c});
    return field.type;
  };
  // A member is its own person where the whole has another member of its type that is asked about.
  std::map<ExpressionId, SortedSet<ExpressionId>> parts;
  for (ExpressionId e : used)
    for (ExpressionId part = e; ExpressionId whole = wholeOf(part); part = whole)
      unite(parts[whole], {part});
  auto isPartOf = [&](ExpressionId part, ExpressionId whole) {
    return llvm::none_of(parts[whole], [&](ExpressionId other) {
      return other != part && typeOf(other) == typeOf(part);
    });
  };
  subjects_.clear();
  exported_.clear();
  subjects_[Expressions::unknown] = 0;
  for (ExpressionId e : used) {
    ExpressionId person = e;
    for (ExpressionId at = e; ExpressionId whole = wholeOf(at); at = whole) {
      if (!isPartOf(at, whole))
        break;
      if (std::binary_search(used.begin(), used.end(), whole))
        person = whole;
    }
    auto [known, isNew] = subjects_.try_emplace(person, nextSubject_);
    nextSubject_ += isNew;
    subjects_[e] = known->second;
  }
}

SubjectId Findings::subject(ExpressionId e) const {
  auto found = subjects_.find(e);
  return found == subjects_.end() ? 0 : found->second;
}

/// The formula over atoms that name people, in which guards about the same person are the same.
FormulaId Findings::exported(FormulaId f) {
  auto [entry, isNew] = exported_.try_emplace(f, f);
  if (isNew && f > Formulas::yes)
    entry->second = formulas_.rebuild(program_.universe.formulas, f,
                                      [&](AtomId atom) { return exportedAtom(atom); });
  return entry->second;
}

FormulaId Findings::exportedAtom(AtomId atom) {
  auto& universe = program_.universe;
  AtomKey key = universe.formulas.key(atom), now{key.condition, subject(key.about)};
  if (!key.condition) {
    auto next = static_cast<uint32_t>(branches_.size() + 1);
    now.about = branches_.try_emplace({root_, key.about}, next).first->second;
  }
  auto [entry, isNew] = descriptions_.try_emplace({now.condition, now.about});
  if (isNew) {
    Atom& shown = entry->second;
    if (key.condition) {
      shown.condition = universe.names[flow::NameId{key.condition - 1}].str();
      shown.subject = now.about;
    }
    if (const SourceOrigin* question = universe.question(key)) {
      shown.text = universe.names[flow::NameId{question->text}].str();
      shown.location = question->location;
    }
    if (shown.text.empty())
      shown.text = expressionText(key.about);
  }
  return formulas_.atom(now);
}

ConditionId Findings::exportNode(FormulaId f) {
  if (f <= Formulas::yes)
    return f;
  if (auto done = nodes_.find(f); done != nodes_.end())
    return done->second;
  Formulas::Node node = formulas_.node(f);
  ConditionId low = exportNode(node.low), high = exportNode(node.high);
  AtomKey key = formulas_.key(node.atom);
  auto [atom, isNew] = atoms_.try_emplace({key.condition, key.about},
                                          static_cast<uint32_t>(conditions_.atoms.size()));
  if (isNew)
    conditions_.atoms.push_back(descriptions_[{key.condition, key.about}]);
  conditions_.nodes.push_back({atom->second, low, high});
  return nodes_[f] = static_cast<ConditionId>(conditions_.nodes.size() - 1);
}

static std::string hostOf(llvm::StringRef endpoint) {
  if (size_t scheme = endpoint.find("://"); scheme != llvm::StringRef::npos)
    endpoint = endpoint.drop_front(scheme + 3);
  endpoint = endpoint.take_until([](char c) { return c == '/' || c == '?' || c == '#'; });
  if (size_t user = endpoint.rfind('@'); user != llvm::StringRef::npos)
    endpoint = endpoint.drop_front(user + 1);
  return endpoint.take_until([](char c) { return c == ':'; }).lower();
}

void Findings::match(Flow& flow, const models::Sink& sink,
                     std::optional<std::string> endpoint) const {
  flow.recipient = sink.recipient;
  flow.purpose = sink.purpose;
  flow.action = sink.action;
  flow.channel = sink.channel;
  flow.endpoint = std::move(endpoint);
  if (!flow.endpoint)
    return;
  std::string host = hostOf(*flow.endpoint);
  for (const models::Endpoint& known : program_.library.endpoints()) {
    auto glob = llvm::GlobPattern::create(known.pattern);
    if (!glob) {
      llvm::consumeError(glob.takeError()); // such a pattern is only its own text
      if (known.pattern != host)
        continue;
    } else if (!glob->match(host)) {
      continue;
    }
    auto fill = [](std::string& part, const std::string& with) {
      if (part.empty())
        part = with;
    };
    fill(flow.recipient, known.recipient);
    fill(flow.purpose, known.purpose);
    fill(flow.channel, known.channel);
    return;
  }
}

std::string Findings::expressionText(ExpressionId e) const {
  auto& universe = program_.universe;
  const Expression& x = universe.expressions[e];
  switch (x.kind) {
  case ExpressionKind::Integer:
    return std::to_string(x.integer);
  case ExpressionKind::Text:
    return ("\"" + llvm::Twine(universe.names[flow::NameId{x.a}]) + "\"").str();
  case ExpressionKind::Initial:
    return roots_.cellText(root_, x.a);
  case ExpressionKind::Member:
    if (x.b == static_cast<uint32_t>(ElementKind::Field)) {
      const flow::Field& field = program_.flow.field(flow::FieldId{x.c});
      return program_.flow.text(program_.flow.record(field.record).display).str() +
             "::" + program_.flow.text(field.name).str();
    }
    return expressionText(x.a);
  case ExpressionKind::Instance:
    return expressionText(x.b);
  case ExpressionKind::Cases: {
    std::vector<std::string> texts;
    for (const auto& [when, value] : universe.expressions.casesOf(e))
      texts.push_back(expressionText(value));
    return llvm::join(texts, " or ");
  }
  default:
    return "";
  }
}

Quantity Findings::quantity(ExpressionId e) const {
  return {program_.universe.expressions.integerOf(e), expressionText(e)};
}

/// The flow but for its path, with people numbered by the order in which it mentions them: what one
/// sink call does is reported once, however many roots lead to it.
std::string Findings::shape(const Flow& flow) const {
  std::string text;
  llvm::raw_string_ostream out(text);
  std::map<SubjectId, size_t> people;
  auto person = [&](SubjectId s) {
    return s ? people.try_emplace(s, people.size() + 1).first->second : 0;
  };
  std::map<ConditionId, size_t> seen;
  auto formula = [&](auto& self, ConditionId f) -> void {
    if (f <= Formulas::yes) {
      out << f;
      return;
    }
    auto [entry, isNew] = seen.try_emplace(f, seen.size());
    if (!isNew) {
      out << '#' << entry->second;
      return;
    }
    const Conditions::Node& node = conditions_.nodes[f];
    const Atom& atom = conditions_.atoms[node.atom];
    out << '(' << atom.condition << ' ' << person(atom.subject) << ' ' << atom.text << ' '
        << atom.location.line << ':' << atom.location.column << ' ';
    self(self, node.low);
    out << ' ';
    self(self, node.high);
    out << ')';
  };
  auto& names = program_.flow;
  llvm::StringRef file =
      flow.location.file ? names.text(names.files[flow.location.file.index].path) : "";
  out << file << ':' << llvm::format("%08u:%08u", flow.location.line, flow.location.column) << '|'
      << flow.sink << '|' << flow.recipient << '|' << flow.purpose << '|' << flow.action << '|'
      << flow.channel << '|' << flow.endpoint.value_or("") << '|';
  for (const auto& [name, quantity] : flow.quantities)
    out << name << '=' << quantity.text << ';';
  for (const Datum& datum : flow.data) {
    out << '|' << datum.category << ' ' << person(datum.subject) << ' ' << datum.origin << ' ';
    formula(formula, datum.condition);
  }
  return text;
}

void Findings::addEvent(const Found& found, FormulaId when, ExpressionId endpoint) {
  auto& universe = program_.universe;
  const SinkEvent& event = *found.event;
  Flow flow;
  flow.location = event.call->location;
  flow.sink = program_.flow.text(program_.flow.function(event.callee).display).str();
  flow.function = program_.flow.text(program_.flow.function(event.function).display).str();
  std::optional<std::string> text;
  if (const Expression& x = universe.expressions[endpoint]; x.kind == ExpressionKind::Text)
    text = universe.names[flow::NameId{x.a}].str();
  match(flow, *event.sink, std::move(text));
  for (const auto& [name, e] : event.quantities)
    flow.quantities[name] = quantity(e);

  FormulaId reached = formulas_.conjunction(exported(event.condition), exported(when));
  flow.condition = exportNode(reached);
  // One datum for each category of each person; the shortest way is the one to show.
  std::map<std::pair<std::string, SubjectId>, std::pair<FormulaId, const Arrival*>> data;
  auto isBetter = [&](const Arrival& a, const Arrival& b) {
    auto isReadHere = [&](const Arrival& x) { // what a pointer leads to is read by the sink itself
      return universe.origins[x.origin].location == flow.location;
    };
    auto length = [](const Arrival& x) { return x.trace ? x.trace->length : 0; };
    return std::pair(isReadHere(a), length(a)) < std::pair(isReadHere(b), length(b));
  };
  for (const Arrival& arrival : found.data) {
    FormulaId condition = formulas_.conjunction(exported(arrival.condition), reached);
    if (condition == Formulas::no)
      continue;
    std::string category = universe.names[flow::NameId{arrival.category}].str();
    auto [entry, isNew] =
        data.try_emplace({std::move(category), subject(arrival.subject)}, condition, &arrival);
    if (isNew)
      continue;
    auto& [either, shown] = entry->second;
    either = formulas_.disjunction(either, condition);
    if (isBetter(arrival, *shown))
      shown = &arrival;
  }
  for (auto& [key, value] : data) {
    Datum datum;
    datum.category = key.first;
    datum.subject = key.second;
    datum.condition = exportNode(value.first);
    narration_.tell(*value.second, event, datum);
    flow.data.push_back(std::move(datum));
  }
  if (!flow.data.empty()) {
    std::string key = shape(flow);
    flows_.try_emplace(std::move(key), std::move(flow));
  }
}

Result Findings::take() {
  Result result;
  for (auto& [shape, flow] : flows_)
    result.flows.push_back(std::move(flow));
  result.conditions = std::move(conditions_);
  result.ledger = program_.takeLedger();
  return result;
}

} // namespace circumspect::analysis
