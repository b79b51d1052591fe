// Threads that were started before what they work on was there: pools, loggers and services run
// beside what follows, and see what is stored until they are joined.
#include "library.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace features {

class Queue {
public:
  void put(std::string text) {
    std::lock_guard lock(mutex_);
    items_.push_back(std::move(text));
    ready_.notify_one();
  }
  std::string take() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return !items_.empty(); });
    std::string text = std::move(items_.front());
    items_.pop_front();
    return text;
  }

private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::string> items_;
};

void startedBeforeItsData() {
  Queue in, out;
  std::thread worker([&] {
    std::string text = in.take();
    send(text); // FLOW
    out.put("<" + text + ">");
  });
  in.put(enteredName());
  send(out.take()); // FLOW
  worker.join();
}

void startedBeforeOtherData() {
  Queue in, out;
  std::thread worker([&] {
    std::string text = in.take();
    send(text); // NO-FLOW
    out.put("<" + text + ">");
  });
  in.put(catalogueTitle());
  send(out.take()); // NO-FLOW
  worker.join();
}

void storedAfterItsEnd() {
  std::string one, other;
  std::thread first([&] { send(one); }); // NO-FLOW
  first.join();
  one = enteredName();
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i)
    workers.emplace_back([&] { send(other); }); // NO-FLOW
  for (std::thread& worker : workers)
    worker.join();
  other = enteredName();
}

void waitsForAFlag() {
  std::string text;
  std::atomic<bool> isReady{false};
  std::thread worker([&] {
    while (!isReady)
      std::this_thread::yield();
    send(text); // FLOW
  });
  text = enteredName();
  isReady = true;
  worker.join();
}

class Pool {
public:
  explicit Pool(int count) {
    for (int i = 0; i < count; ++i)
      workers_.emplace_back([this] { run(); });
  }
  ~Pool() {
    isDone_ = true;
    ready_.notify_all();
    for (std::thread& worker : workers_)
      worker.join();
  }
  void post(std::function<void()> task) {
    std::lock_guard<std::mutex> lock(mutex_);
    tasks_.push(std::move(task));
    ready_.notify_one();
  }
  template <typename F> auto submit(F f) -> std::future<decltype(f())> {
    auto task = std::make_shared<std::packaged_task<decltype(f())()>>(std::move(f));
    auto result = task->get_future();
    post([task] { (*task)(); });
    return result;
  }

private:
  void run() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        ready_.wait(lock, [this] { return isDone_ || !tasks_.empty(); });
        if (isDone_ && tasks_.empty())
          return;
        task = std::move(tasks_.front());
        tasks_.pop();
      }
      task();
    }
  }
  std::vector<std::thread> workers_;
  std::queue<std::function<void()>> tasks_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::atomic<bool> isDone_{false};
};

void pool() {
  std::string name;
  {
    Pool pool(2);
    pool.post([&] { name = enteredName(); });
    std::string mail = enteredEmail();
    pool.post([mail] { send(mail); }); // FLOW
    auto card = pool.submit([] { return scannedCard(); });
    send(card.get()); // FLOW
  }
  send(name); // FLOW
}

class Logger {
public:
  void start() { thread_ = std::thread(&Logger::run, this); }
  void stop() {
    isDone_ = true;
    thread_.join();
  }
  void log(std::string line) {
    std::lock_guard lock(mutex_);
    lines_.push_back(std::move(line));
  }

private:
  void run() {
    while (!isDone_) {
      std::lock_guard lock(mutex_);
      for (const std::string& line : lines_)
        send(line); // FLOW
      lines_.clear();
    }
  }
  std::thread thread_;
  std::mutex mutex_;
  std::vector<std::string> lines_;
  std::atomic<bool> isDone_{false};
};

void logger() {
  Logger logger;
  logger.start();
  logger.log(enteredName());
  logger.stop();
}

class Echo {
public:
  Echo() : thread_([this] { answer(); }) { thread_.detach(); }
  std::string ask(std::string text) {
    {
      std::lock_guard lock(mutex_);
      question_ = std::move(text);
    }
    for (;;) {
      std::lock_guard lock(mutex_);
      if (!answer_.empty())
        return answer_;
    }
  }

private:
  void answer() { // never returns
    for (;;) {
      std::lock_guard lock(mutex_);
      if (question_.empty())
        continue;
      answer_ = question_ + "!";
      question_.clear();
    }
  }
  std::mutex mutex_;
  std::string question_, answer_;
  std::thread thread_;
};

void askedAndAnswered() {
  Echo echo, other;
  send(echo.ask(enteredName()));     // FLOW
  send(other.ask(catalogueTitle())); // NO-FLOW
}

void promisesFromElsewhere() {
  auto promise = std::make_shared<std::promise<std::string>>();
  auto other = std::make_shared<std::promise<std::string>>();
  auto later = promise->get_future(), plain = other->get_future();
  std::thread worker([promise, other] {
    promise->set_value(enteredName());
    other->set_value("desk");
  });
  worker.join();
  send(later.get()); // FLOW
  send(plain.get()); // NO-FLOW
}

} // namespace features
