// RUN: not circumspect check %s %S/Inputs/shelf_label.cpp -- -std=c++20 -I%S/include | FileCheck %s
// UI-2: users may view their own information, not each other's. The screen by the hold shelf shows
// everyone the label that Inputs/shelf_label.cpp makes, and the label has the name on it.

#include "Inputs/shelf_label.h"

#include <deque>

namespace ils {

class HoldShelf {
public:
  explicit HoldShelf(LobbyDisplay& display) : display_(display) {}

  void put(const Account& account) {
    for (const Hold& hold : account.holds)
      if (hold.position == 1)
        labels_.push_front(ShelfLabel(account.patron, hold));
    while (labels_.size() > rows)
      labels_.pop_back();
  }

  void refresh() {
    for (const ShelfLabel& label : labels_)
      // CHECK: ui2_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}LR-3{{.*}}]
      display_.show(label.text());
  }

private:
  static constexpr std::size_t rows = 12;
  LobbyDisplay& display_;
  std::deque<ShelfLabel> labels_;
};

void announce(LobbyDisplay& display, const std::vector<Account>& accounts) {
  HoldShelf shelf(display);
  for (const Account& account : accounts)
    shelf.put(account);
  shelf.refresh();
}

} // namespace ils
