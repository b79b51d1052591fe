// What each part of the flow IR consists of, said once: `members(visit, part)` calls `visit` with
// all members of the part, in a fixed order. The archive writes and reads by it, the linker
// renumbers by it.
#pragma once

#include "checker/flow/Program.h"

#include <concepts>
#include <type_traits>

namespace circumspect::flow {

/// `T`, const or not.
template <typename T, typename Part>
concept Of = std::same_as<std::remove_const_t<T>, Part>;

void members(auto& visit, Of<Location> auto& x) {
  visit(x.file, x.line, x.column, x.endLine, x.endColumn);
}
void members(auto& visit, Of<Annotation> auto& x) {
  visit(x.text, x.location);
}
void members(auto& visit, Of<Constant> auto& x) {
  visit(x.kind, x.integer, x.floating, x.string);
}
void members(auto& visit, Of<Root> auto& x) {
  visit(x.kind, x.index);
}
void members(auto& visit, Of<Step> auto& x) {
  visit(x.kind, x.field, x.constant, x.index);
}
void members(auto& visit, Of<Place> auto& x) {
  visit(x.root, x.path);
}
void members(auto& visit, Of<Instruction> auto& x) {
  visit(x.opcode, x.op, x.dispatch, x.target, x.operands, x.callee, x.calleeOperand, x.constructs,
        x.type, x.location, x.operandLocations);
}
void members(auto& visit, Of<Terminator> auto& x) {
  visit(x.kind, x.condition, x.successors, x.cases, x.location);
}
void members(auto& visit, Of<Block> auto& x) {
  visit(x.instructions, x.terminator);
}
void members(auto& visit, Of<Local> auto& x) {
  visit(x.kind, x.name, x.type, x.isReference, x.location, x.annotations);
}
void members(auto& visit, Of<Function> auto& x) {
  visit(x.symbol, x.qualifiedName, x.display, x.kind, x.record, x.isVirtual, x.isConst,
        x.isVariadic, x.isNoReturn, x.printedFrom, x.inProject, x.isExternal, x.isAddressTaken,
        x.returnsReference, x.overrides, x.templateArguments, x.templateIntegers, x.resultType,
        x.location, x.annotations, x.locals, x.parameterCount, x.result, x.exception, x.blocks);
}
void members(auto& visit, Of<Global> auto& x) {
  visit(x.symbol, x.display, x.type, x.location, x.isConst, x.inProject, x.isThreadLocal,
        x.isExternal, x.isDefined, x.annotations);
}
void members(auto& visit, Of<Type> auto& x) {
  visit(x.kind, x.isConst, x.bits, x.isText, x.element, x.record, x.count);
}
void members(auto& visit, Of<Field> auto& x) {
  visit(x.record, x.name, x.type, x.location, x.annotations, x.offset, x.index);
}
void members(auto& visit, Of<Record> auto& x) {
  visit(x.symbol, x.qualifiedName, x.display, x.location, x.size, x.isUnion, x.isClosure,
        x.inProject, x.isInstantiated, x.bases, x.templateArguments, x.fields, x.callOperators,
        x.destructor, x.keeping);
}
void members(auto& visit, Of<File> auto& x) {
  visit(x.path, x.inProject);
}
void members(auto& visit, Of<Omission> auto& x) {
  visit(x.kind, x.detail, x.location);
}
/// The tables but for the names.
void members(auto& visit, Of<Program> auto& x) {
  visit(x.files, x.types, x.records, x.fields, x.globals, x.functions, x.initialisers, x.omissions,
        x.translationUnits);
}

} // namespace circumspect::flow
