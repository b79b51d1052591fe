// Functions that are kept under a key or an index and called by it, as tables of commands, event
// buses and queues of tasks do, and what keeps any value: a lambda becomes the std::function that
// it is put into.
#include "library.h"

#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace features {

using Command = std::function<std::string(const std::string&)>;

class Shell {
public:
  void define(const std::string& name, Command command) { commands_[name] = std::move(command); }
  std::string run(const std::string& name, const std::string& text) const {
    return commands_.at(name)(text);
  }

private:
  std::map<std::string, Command> commands_;
};

void byName() {
  Shell shell;
  shell.define("same", [](const std::string& text) { return text; });
  shell.define("count", [](const std::string& text) { return std::to_string(text.size()); });
  send(shell.run("same", enteredName()));  // FLOW
  send(shell.run("count", enteredName())); // NO-FLOW
}

class Bus {
public:
  using Handler = std::function<void(const std::string&)>;
  void subscribe(int topic, Handler handler) { handlers_[topic].push_back(handler); }
  void publish(int topic, const std::string& text) {
    for (const Handler& handler : handlers_[topic])
      handler(text);
  }

private:
  std::map<int, std::vector<Handler>> handlers_;
};

void byTopic() {
  Bus bus;
  std::string seen, other;
  bus.subscribe(1, [&seen](const std::string& text) { seen = text; });
  bus.subscribe(2, [&other](const std::string& text) { other = text; });
  bus.publish(1, enteredEmail());
  bus.publish(2, "opening hours");
  send(seen);  // FLOW
  send(other); // NO-FLOW
}

struct Filters {
  std::vector<std::function<std::string(std::string)>> all;
  std::string run(size_t index, const std::string& text) { return all[index](text); }
};

void byIndex() {
  Filters filters;
  filters.all.push_back([](std::string text) { return text; });
  filters.all.push_back([](std::string) { return std::string("hidden"); });
  send(filters.run(0, enteredEmail())); // FLOW
  send(filters.run(1, enteredEmail())); // NO-FLOW
}

void constructedInPlace() {
  std::string a, b, c;
  std::vector<std::function<void()>> tasks;
  tasks.emplace_back([&a] { a = enteredName(); });
  for (auto& task : tasks)
    task();
  send(a); // FLOW
  std::map<int, std::function<void(const std::string&)>> handlers;
  handlers.emplace(1, [&b](const std::string& text) { b = text; });
  handlers.try_emplace(2, [&c](const std::string&) { c = "done"; });
  handlers.at(1)(enteredEmail());
  handlers.at(2)(enteredEmail());
  send(b); // FLOW
  send(c); // NO-FLOW
}

void shared() {
  auto task = std::make_shared<std::packaged_task<std::string()>>([] { return enteredEmail(); });
  auto result = task->get_future();
  (*task)();
  send(result.get()); // FLOW
}

struct Options {
  std::optional<Command> format;
};

void optional() {
  Options options, none;
  options.format = [](const std::string& text) { return "<" + text + ">"; };
  none.format = [](const std::string&) { return std::string("<>"); };
  send((*options.format)(enteredName())); // FLOW
  send((*none.format)(enteredName()));    // NO-FLOW
}

void routes() {
  std::vector<std::pair<std::string, Command>> table;
  table.emplace_back("echo", [](const std::string& text) { return text; });
  for (const auto& [path, handler] : table)
    if (path == "echo")
      send(handler(enteredName())); // FLOW
}

void pairs() {
  std::deque<std::pair<std::string, std::string>> entries;
  entries.emplace_front("greeting", enteredName());
  send(entries.front().first);  // NO-FLOW
  send(entries.front().second); // FLOW
}

// A register that static objects fill before main.
static std::map<std::string, std::function<std::string()>>& makers() {
  static std::map<std::string, std::function<std::string()>> all;
  return all;
}

struct Registered {
  Registered(const std::string& name, std::function<std::string()> maker) {
    makers()[name] = std::move(maker);
  }
};
static const Registered title("title", [] { return catalogueTitle(); });
static const Registered email("email", [] { return enteredEmail(); });

void registered() {
  send(makers().at("title")()); // NO-FLOW
  send(makers().at("email")()); // FLOW
}

// A handler that is captured by a task, which is called later.
class Loop {
public:
  using Handler = std::function<void(const std::string&)>;
  void deliver(Handler handler, const std::string& text) {
    post([handler, text] { handler(text); });
  }
  void run() {
    std::vector<std::function<void()>> now;
    std::swap(now, tasks_);
    for (auto& task : now)
      task();
  }

private:
  void post(std::function<void()> task) { tasks_.push_back(std::move(task)); }
  std::vector<std::function<void()>> tasks_;
};

void posted() {
  Loop loop, other;
  std::string seen, idle = "none";
  loop.deliver([&seen](const std::string& text) { seen = text; }, enteredName());
  other.deliver([&idle](const std::string& text) { idle = text; }, catalogueTitle());
  loop.run();
  other.run();
  send(seen); // FLOW
  send(idle); // NO-FLOW
}

void inATuple() {
  std::string mail, title;
  using Receiver = std::function<void(const std::string&)>;
  std::tuple<int, Receiver> one{1, [&](const std::string& text) { mail = text; }};
  std::tuple<int, Receiver> other{1, [&](const std::string& text) { title = text; }};
  std::get<1>(one)(enteredEmail());
  std::get<1>(other)(catalogueTitle());
  send(mail);  // FLOW
  send(title); // NO-FLOW
}

} // namespace features
