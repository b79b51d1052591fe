// Coroutine handles.
#include "people.h"
#include <coroutine>

struct Promise {
  std::string held;
};

void handles(const Person& p, Promise& promise) {
  using Handle = std::coroutine_handle<Promise>;
  promise.held = p.name;
  Handle handle = Handle::from_promise(promise), empty, null(nullptr);
  out(handle.promise().held); // reaches patron.name
  std::coroutine_handle<> any = handle, same = std::coroutine_handle<>::from_address(handle.address());
  Handle back = Handle::from_address(any.address());
  out(handle.done() + (handle ? 1 : 0) + (any == same));
  handle.resume(), handle(), back.destroy();
  std::suspend_always always;
  std::suspend_never never;
  always.await_suspend(any), always.await_resume(), never.await_suspend(any), never.await_resume();
}
