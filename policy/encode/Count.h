// How many requests a claim is about, exactly. The claim is compiled into a binary decision diagram
// (Bryant 1986) over the atoms of a slice, with the definitions of its session unfolded, so that
// the meaning of rules is not written down a further time; its models are then counted with the
// number of leaves that each block stands for.
#pragma once

#include "policy/encode/Slice.h"

#include "llvm/ADT/APInt.h"

#include <optional>

namespace circumspect::policy {

/// The number of requests of a slice that satisfy a formula: a set of categories, a purpose, a
/// channel, the conditions, and for each quantity one of the ranges that rules tell apart, for each
/// action and recipient of the slice. Nothing where the diagram would grow beyond reason.
std::optional<llvm::APInt> count(const Quotient& quotient, Slice& slice, const z3::expr& formula);

/// A number with its thousands apart: `1,048,576`.
std::string inWords(const llvm::APInt& number);

/// The sum of two counts, of whatever widths.
llvm::APInt sum(const llvm::APInt& a, const llvm::APInt& b);

} // namespace circumspect::policy
