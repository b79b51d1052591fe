// Loops that overwrite all of a text or a sequence, however long it is; and others that leave some of it.
#include "library.h"
#include <cstdio>
#include <new>
#include <string>
#include <vector>

using namespace features;

static void maskInPlace(std::string& text) {
  for (char& c : text)
    c = '#';
}

static void maskWords(std::string& text) {
  for (char& c : text)
    if (c != ' ')
      c = '#';
}

void textsOfAnyLength() {
  std::string mail = enteredEmail();
  maskInPlace(mail);
  send(mail); // NO-FLOW
  mail = enteredEmail();
  maskWords(mail);
  send(mail); // FLOW
  mail = enteredEmail();
  for (std::size_t i = 0; i < mail.size(); ++i)
    mail[i] = 'x';
  send(mail); // NO-FLOW
  mail = enteredEmail();
  for (std::size_t i = 1; i < mail.size(); ++i)
    mail[i] = 'x';
  send(mail); // FLOW
  mail = enteredEmail();
  for (auto at = mail.begin(); at != mail.end(); ++at)
    *at = '*';
  send(mail); // NO-FLOW
  mail = enteredEmail();
  for (auto at = mail.begin() + 1; at != mail.end(); ++at)
    *at = '*';
  send(mail); // FLOW
  mail = enteredEmail();
  for (char& c : mail)
    c = static_cast<char>(c + 1);
  send(mail); // FLOW
}

void measuredBefore() {
  std::string mail = "to: ";
  const std::size_t length = mail.size();
  mail += enteredEmail();
  for (std::size_t i = 0; i < length; ++i)
    mail[i] = 'x';
  send(mail); // FLOW
  std::string other = "n";
  mail = enteredEmail();
  for (std::size_t i = 0; i < other.size(); ++i)
    mail[i] = 'x';
  send(mail); // FLOW
}

static void hideAll(std::vector<std::string>& texts) {
  for (auto& text : texts)
    text = "hidden";
}

static void fillAll(std::vector<std::string>& texts, const std::string& with) {
  for (auto& text : texts)
    text = with;
}

struct Entry {
  std::string name, shelf;
};

void sequencesOfAnyLength(std::size_t count) {
  std::vector<std::string> texts(count, enteredEmail());
  hideAll(texts);
  send(texts[0]); // NO-FLOW
  fillAll(texts, enteredName());
  send(texts[1]); // FLOW
  fillAll(texts, "x");
  send(texts[1]); // NO-FLOW
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < count; ++i)
    entries.push_back({enteredName(), "shelf"});
  send(entries[0].name); // FLOW
  for (Entry& e : entries)
    e.name.clear();
  send(entries[0].name); // NO-FLOW
}

void skippedAtTheEnd(std::size_t count) {
  std::vector<std::string> texts(count, enteredEmail());
  for (auto at = texts.begin(); at != texts.end(); ++at) {
    if (at->empty())
      continue;
    *at = "x";
  }
  send(texts[0]); // FLOW
}

void oneOrTheOther(bool isFirst) {
  char a[64], b[64];
  std::snprintf(a, sizeof a, "%s", enteredName());
  std::snprintf(b, sizeof b, "%s", enteredName());
  for (std::size_t i = 0; i < sizeof a; ++i) {
    char* at = isFirst ? a + i : b + i;
    *at = '*';
  }
  send(a); // FLOW
  send(b); // FLOW
}

void madeInPlace(std::size_t count) {
  auto* raw = static_cast<std::string*>(::operator new(count * sizeof(std::string)));
  for (std::size_t i = 0; i < count; ++i)
    new (raw + i) std::string(enteredEmail());
  send(raw[1]); // FLOW
  for (std::size_t i = 0; i < count; ++i)
    (raw + i)->~basic_string();
  ::operator delete(raw);
}
