#include "policy/load/Schema.h"

#include "policy/model/Outcome.h"

namespace circumspect::policy {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

namespace {

Object text(std::string description) {
  return Object{{"type", "string"}, {"description", std::move(description)}};
}

Object oneOf(Array values) {
  return Object{{"enum", std::move(values)}};
}

// One of a thing, or a list of them.
Object oneOrMore(const Object& item, std::string description) {
  Object list{{"type", "array"}, {"items", Object(item)}, {"minItems", 1}, {"uniqueItems", true}};
  return Object{{"description", std::move(description)},
                {"oneOf", Array{Object(item), std::move(list)}}};
}

Object record(Object properties, Array required) {
  return Object{{"type", "object"},
                {"properties", std::move(properties)},
                {"required", std::move(required)},
                {"additionalProperties", false}};
}

Object listOf(Object item) {
  return Object{{"type", "array"}, {"items", std::move(item)}};
}

// Terms with their meanings, which editors show beside a completion.
Object terms(const Taxonomy& taxonomy) {
  Array alternatives;
  for (const Term& term : taxonomy.terms())
    alternatives.push_back(Object{{"const", term.name}, {"description", term.says}});
  return Object{{"oneOf", std::move(alternatives)}};
}

// What rules, properties and limits have in common, and what one of them has more.
Object scope(Object more) {
  for (Kind kind : kinds)
    more[name(kind)] = oneOrMore(Object{{"$ref", "#/$defs/" + name(kind).str()}},
                                 ("terms of " + name(kind) + "; left out for any").str());
  more["when"] = text("an expression over conditions, quantities, contains(…) and links(…, …)");
  more["cites"] = oneOrMore(text("the ID of a clause"), "the clauses that say so");
  more["says"] = text("in plain words");
  more["id"] = text("a name of its own");
  more["<<"] = Object{{"description", "what is merged from elsewhere"}};
  return more;
}

Object definitions(const Vocabulary& vocabulary) {
  Object all;
  for (Kind kind : kinds)
    all[name(kind)] = terms(vocabulary[kind]);
  return all;
}

Object rule() {
  return record(
      scope(Object{{"effect", oneOf(Array{"permit", "forbid"})},
                   {"overrides", oneOrMore(text("the ID of a rule"), "the rules it defeats")},
                   {"duty", text("what the permission obliges to")}}),
      Array{"id", "effect"});
}

Object property() {
  Array names;
  for (Outcome outcome : outcomes)
    names.push_back(name(outcome));
  Object outcome = oneOf(std::move(names));
  return record(scope(Object{{"always", Object(outcome)},
                             {"never", Object(outcome)},
                             {"possible", Object(outcome)}}),
                Array{"id"});
}

Object limit(const Vocabulary& vocabulary) {
  Array quantities;
  for (const Quantity& quantity : vocabulary.quantities)
    quantities.push_back(quantity.name);
  return record(scope(Object{{"quantity", oneOf(std::move(quantities))},
                             {"at-most", Object{{"type", Array{"integer", "string"}}}}}),
                Array{"id", "quantity", "at-most"});
}

Object clauses(const Vocabulary& vocabulary) {
  Object parts{{"kind", oneOf(Array{"rule", "limit", "duty", "info"})},
               {"says", text("the clause, paraphrased")}};
  Array principles;
  for (const Principle& principle : vocabulary.principles)
    principles.push_back(principle.name);
  if (!principles.empty())
    parts["principle"] = oneOrMore(oneOf(std::move(principles)), "what reports put it under");
  Object clause = record(std::move(parts), Array{"kind", "says"});
  return Object{{"type", "object"}, {"additionalProperties", std::move(clause)}};
}

// A mapping of names to one thing each.
Object named(Object item) {
  return Object{
      {"type", "object"}, {"minProperties", 1}, {"additionalProperties", std::move(item)}};
}

Object term(Kind kind) {
  Object parts{{"says", text("its meaning, in a line")},
               {"dpv", text("its name in the W3C Data Privacy Vocabulary")},
               {"reads", text("how a sentence has it: `the user's name`")},
               {"under", oneOrMore(text("a term"), "parents besides the one in its name")}};
  if (kind == Kind::Action)
    parts["preposition"] = text("what goes between data and recipient, if it is not `to`");
  if (kind == Kind::Data)
    parts["about-subject"] =
        Object{{"type", "boolean"}, {"description", "is it about one person? It is, if not said"}};
  return Object{
      {"oneOf", Array{text("its meaning, in a line"), record(std::move(parts), Array{})}}};
}

Object condition() {
  Object clauses{{"type", "array"},
                 {"items", text("a clause of a sentence")},
                 {"minItems", 2},
                 {"maxItems", 2},
                 {"description", "how it is said that it holds, and that it does not"}};
  return record(Object{{"says", text("its meaning, in a line")},
                       {"about-subject", Object{{"type", "boolean"}}},
                       {"reads", std::move(clauses)}},
                Array{});
}

Object quantity() {
  return record(Object{{"says", text("its meaning, in a line")},
                       {"unit", text("what it is counted in")},
                       {"reads", text("what is said before `at most 30 days`")}},
                Array{"unit"});
}

} // namespace

Value packSchema(const Vocabulary& vocabulary) {
  Object fallback = oneOf(Array{"permit", "forbid"});
  fallback["description"] = "what decides a request that no rule decides";
  Object pack = record(
      Object{{"pack", text("the pack's name")},
             {"says", text("what it is")},
             {"vocabulary", text("the file that has its words")},
             {"imports", oneOrMore(text("a pack"), "packs whose rules become part of this one")},
             {"refines", oneOrMore(text("a pack"), "the layers above, which this one must keep")},
             {"default", std::move(fallback)},
             {"clauses", clauses(vocabulary)},
             {"rules", listOf(rule())},
             {"properties", listOf(property())},
             {"limits", listOf(limit(vocabulary))}},
      Array{"pack", "vocabulary", "rules"});
  pack["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  pack["title"] = "A pack in the words of the vocabulary '" + vocabulary.name + "'";
  pack["$defs"] = definitions(vocabulary);
  return Value(std::move(pack));
}

Value vocabularySchema() {
  Object parts{{"vocabulary", text("the vocabulary's name")},
               {"says", text("what it is")},
               {"conditions", named(condition())},
               {"quantities", named(quantity())},
               {"principles", named(text("its meaning, in a line"))},
               {"constraints", listOf(text("an expression that always holds"))}};
  Array required{"vocabulary"};
  for (Kind kind : kinds) {
    parts[name(kind)] = named(term(kind));
    required.push_back(name(kind));
  }
  Object root = record(std::move(parts), std::move(required));
  root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  root["title"] = "A vocabulary of library policies";
  return Value(std::move(root));
}

} // namespace circumspect::policy
