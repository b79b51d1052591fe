// Signals and slots, as Qt has them: what a signal is connected to is called whenever it is
// emitted, with what it was given. A model says of a function that it connects (`connects:`); here
// a signal gets a body that calls all that it is connected to anywhere in the program, so that the
// analysis sees ordinary calls. Which object emits it makes no difference, and neither does
// disconnecting.
#pragma once

#include "checker/flow/Program.h"
#include "checker/models/Model.h"

namespace circumspect::models {

/// Gives every signal that is connected in the program such a body. A receiver, or an object that
/// is called, is kept in a global of its own.
void connectSignals(flow::Program& program, const Models& models);

} // namespace circumspect::models
