// Coroutines: what is yielded, awaited and returned, through a promise; parameters live on in the
// coroutine.
#include "library.h"

#include <coroutine>
#include <utility>

namespace features {

template <class T> class Generator {
public:
  struct promise_type {
    T value{};
    Generator get_return_object() {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T next) {
      value = std::move(next);
      return {};
    }
    void return_void() {}
    void unhandled_exception() {}
  };
  explicit Generator(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  ~Generator() { handle_.destroy(); }
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;
  bool next() {
    handle_.resume();
    return !handle_.done();
  }
  const T& value() const { return handle_.promise().value; }

private:
  std::coroutine_handle<promise_type> handle_;
};

static Generator<std::string> emails(int count) {
  for (int i = 0; i < count; ++i)
    co_yield enteredEmail();
  co_yield "last";
}

static Generator<int> shelves(int first) {
  co_yield first;
  co_yield first + 1;
}

void yielded() {
  auto email = emails(2);
  while (email.next())
    send(email.value()); // FLOW
  auto shelf = shelves(shelfNumber());
  while (shelf.next())
    send(shelf.value()); // NO-FLOW
  auto card = shelves(scannedCard());
  while (card.next())
    send(card.value()); // FLOW
}

template <class T> class Task {
public:
  struct promise_type {
    T result{};
    Task get_return_object() {
      return Task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T value) { result = std::move(value); }
    void unhandled_exception() {}
  };
  explicit Task(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  bool await_ready() const { return handle_.done(); }
  void await_suspend(std::coroutine_handle<>) const {}
  T await_resume() const { return handle_.promise().result; }

private:
  std::coroutine_handle<promise_type> handle_;
};

static Task<std::string> fetchEmail() {
  co_return enteredEmail();
}
static Task<std::string> fetchTitle() {
  co_return catalogueTitle();
}

static Task<int> report() {
  std::string email = co_await fetchEmail();
  send(email); // FLOW
  std::string title = co_await fetchTitle();
  send(title); // NO-FLOW
  co_return 0;
}

static Task<std::string> relayed(std::string text) {
  co_return text;
}

static Task<int> relay() {
  send(co_await relayed(enteredEmail())); // FLOW
  send(co_await relayed("desk"));         // NO-FLOW
  co_return 0;
}

void start() {
  report();
  relay();
}

} // namespace features
