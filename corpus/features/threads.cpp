// Threads and futures: what a thread is given it uses, what it writes is seen after, what it
// returns comes out of the future.
#include "library.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace features {

static void report(const std::string& text) {
  send(text); // FLOW
}
static void reportPlain(const std::string& text) {
  send(text); // NO-FLOW
}
static void fill(std::string& into) {
  into = enteredEmail();
}

void arguments() {
  std::thread one(report, enteredEmail());
  std::thread other(reportPlain, catalogueTitle());
  one.join();
  other.join();
}

void results() {
  std::string text, other;
  std::thread worker(fill, std::ref(text));
  worker.join();
  send(text);  // FLOW
  send(other); // NO-FLOW
}

void captured() {
  int card = 0, shelf = 0;
  std::thread worker([&card, &shelf] {
    card = scannedCard();
    shelf = shelfNumber();
  });
  worker.join();
  send(card);  // FLOW
  send(shelf); // NO-FLOW
}

void futures() {
  std::future<int> card = std::async(scannedCard);
  std::future<int> shelf = std::async(std::launch::async, [] { return shelfNumber(); });
  send(card.get());  // FLOW
  send(shelf.get()); // NO-FLOW
}

void promises() {
  std::promise<std::string> promise, other;
  std::future<std::string> future = promise.get_future();
  std::future<std::string> plain = other.get_future();
  promise.set_value(enteredEmail());
  other.set_value("desk");
  send(future.get()); // FLOW
  send(plain.get());  // NO-FLOW
}

void tasks() {
  std::packaged_task<int(int)> task([](int number) { return number + 1; });
  std::future<int> future = task.get_future();
  task(scannedCard());
  send(future.get()); // FLOW
}

void atomics() {
  std::atomic<int> number{0}, other{1};
  number.store(scannedCard());
  send(number.load()); // FLOW
  send(other.load());  // NO-FLOW
  number = 0;
  send(number.load());                 // NO-FLOW
  send(other.exchange(scannedCard())); // NO-FLOW
  send(other.load());                  // FLOW
}

void promisesMovedToThreads() {
  std::promise<int> card, shelf;
  auto cardLater = card.get_future(), shelfLater = shelf.get_future();
  std::thread first([](std::promise<int> into) { into.set_value(scannedCard()); }, std::move(card));
  std::thread second([into = std::move(shelf)]() mutable { into.set_value(shelfNumber()); });
  first.join();
  second.join();
  send(cardLater.get());  // FLOW
  send(shelfLater.get()); // NO-FLOW
  std::packaged_task<int(int)> task([](int number) { return number; });
  auto later = task.get_future();
  std::thread third(std::move(task), scannedCard());
  third.join();
  send(later.get()); // FLOW
}

class Mailbox {
public:
  void put(std::string text) {
    std::lock_guard<std::mutex> lock(mutex_);
    text_ = std::move(text);
  }
  std::string take() {
    std::unique_lock lock(mutex_);
    return std::exchange(text_, "");
  }

private:
  std::mutex mutex_;
  std::string text_;
};

void locked() {
  Mailbox mailbox, other;
  mailbox.put(enteredEmail());
  send(mailbox.take()); // FLOW
  send(mailbox.take()); // NO-FLOW
  send(other.take());   // NO-FLOW
}

class Registry {
public:
  static Registry& get() {
    static std::unique_ptr<Registry> registry;
    static std::once_flag flag;
    std::call_once(flag, [] { registry = std::make_unique<Registry>(); });
    return *registry;
  }
  std::string text, other;
};

void calledOnce() {
  Registry::get().text = enteredName();
  Registry::get().other = "desk";
  send(Registry::get().text);  // FLOW
  send(Registry::get().other); // NO-FLOW
}

} // namespace features
