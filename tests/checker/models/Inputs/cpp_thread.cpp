// Threads, futures, atomics and locks.
#include "people.h"
#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <shared_mutex>
#include <thread>

static void show(const std::string& text, int number) {
  out(text); // reaches patron.name
  out(number);
}

void threads(const Person& p) {
  std::thread a(show, p.name, 3), b, c([&p] { out(p.email); }); // reaches patron.email
  a.swap(b);
  b.joinable(), b.get_id(), b.join(), c.detach();
  std::jthread d(show, std::cref(p.name), 3), e;
  e.swap(d);
  e.joinable(), e.get_id(), e.join(), e.detach();
}

void threadsThatMove(const Person& p) {
  std::string late, early;
  std::thread a([&] { out(late); }), b(std::move(a)), c; // reaches patron.name
  c = std::move(b);
  late = p.name;
  c.join();
  std::jthread d([&] { out(early); }), e(std::move(d)), f;
  f = std::move(e);
  f.join();
  early = p.name;
}

void futuresThatMove(const Person& p) {
  std::promise<std::string> name;
  std::future<std::string> a = name.get_future(), b(std::move(a)), c;
  c = std::move(b);
  name.set_value(p.name);
  std::shared_future<std::string> d(std::move(c)), e(d), f;
  f = e;
  out(f.get()); // reaches patron.name
}

void futures(const Person& p) {
  auto a = std::async([&p] { return p.name; });
  out(a.get()); // reaches patron.name
  auto b = std::async(std::launch::async, [](const Person& q) { return q.email; }, p);
  out(b.get()); // reaches patron.email
  std::promise<std::string> c;
  std::future<std::string> d = c.get_future();
  c.set_value(p.name);
  out(d.get()); // reaches patron.name
  std::packaged_task<int(const Person&)> e([](const Person& q) { return q.pin; });
  auto f = e.get_future();
  e(p);
  f.wait(), f.valid(), f.wait_for(std::chrono::seconds(1));
  out(f.get()); // reaches patron.pin
  std::shared_future<std::string> g = std::async([&p] { return p.email; }).share();
  out(g.get()); // reaches patron.email
}

void handedOver(const Person& p) {
  std::promise<std::string> a;
  auto b = a.get_future();
  std::promise<std::string> c(std::move(a)), d;
  d = std::move(c);
  d.set_value(p.email);
  out(b.get()); // reaches patron.email
  std::packaged_task<int(const Person&)> e([](const Person& q) { return q.pin; }), g;
  auto f = e.get_future();
  std::packaged_task<int(const Person&)> h(std::move(e));
  g = std::move(h);
  g(p);
  out(f.get()); // reaches patron.pin
}

void shared(const Person& p) {
  std::atomic<int> a(p.pin), b;
  out(a.load()); // reaches patron.pin
  b.store(p.pin);
  out(b.exchange(1)); // reaches patron.pin
  out(b.load());
  b = p.pin;
  out(b); // reaches patron.pin
  b += p.pin, b -= p.pin, ++b, --b, b.fetch_sub(1);
  out(b.fetch_add(1)); // reaches patron.pin
  std::atomic<Person*> q(nullptr);
  q.store(nullptr), q.load(), q.exchange(nullptr), q = nullptr;
  Person* r = q;
  std::once_flag once;
  std::call_once(once, show, p.name, 1);
  std::mutex m;
  std::recursive_mutex rm;
  std::shared_mutex s;
  m.lock(), m.try_lock(), m.unlock(), rm.lock(), rm.try_lock(), rm.unlock(), s.lock(), s.try_lock(), s.unlock();
  std::lock_guard<std::mutex> guard(m);
  std::unique_lock<std::mutex> lock(m);
  std::scoped_lock scoped(m, rm);
  std::shared_lock<std::shared_mutex> reader(s);
  std::condition_variable ready;
  ready.wait(lock), ready.notify_one(), ready.notify_all();
  ready.wait(lock, [&p] {
    out(p.name); // reaches patron.name
    return true;
  });
}
