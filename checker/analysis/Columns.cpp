// Statements in SQL: whether they read or change, and which columns of people's data they give.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

// The SQL that a value is, or that it points to; with `$1` for what is not known of it.
std::optional<llvm::StringRef> FunctionAnalysis::sqlIn(State& state, const Ref& ref) {
  Value value = readRef(state, ref);
  decisive(value);
  ExpressionId text = value.expression;
  if (!isText(text))
    text = constantText(state, {ref});
  if (!isText(text))
    return std::nullopt;
  return universe_.names[flow::NameId{universe_.expressions[text].a}];
}

// What the SQL in texts does, as constants; of a text that is not known, nothing.
Refs FunctionAnalysis::statements(State& state, const Refs& texts) {
  Refs result;
  for (const Ref& ref : texts)
    if (auto text = sqlIn(state, ref))
      result = constantRefs(state, literal({sql::name(library_.statement(*text).kind).str()}));
  return result;
}

// Each column that holds data is a source of its own, about somebody whom this call found.
void FunctionAnalysis::giveColumns(State& state, State& before, const Call& call,
                                   const models::Flow& flow) {
  ExpressionId somebody = universe_.expressions.make(ExpressionKind::Site, site_);
  for (const Ref& ref : portRefs(before, call, flow.from.front())) {
    auto text = sqlIn(before, ref);
    if (!text)
      continue;
    for (const auto& column : library_.selected(*text)) {
      Taints taints;
      for (const std::string& category : column.data)
        addTaint(
            universe_, taints,
            sourceTaint(category, somebody, "the column " + column.name, instruction_->location));
      Refs elements;
      for (const Ref& to : portRefs(state, call, *flow.to)) {
        elements.push_back(member(to, elementOf(literal({column.name}))));
        if (column.number)
          elements.push_back(
              member(to, elementOf(literal({int64_t{*column.number + flow.first}}))));
      }
      addContentTaints(state, elements, taints);
    }
  }
}

} // namespace circumspect::analysis
