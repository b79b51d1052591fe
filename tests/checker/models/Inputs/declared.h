// A standard library of declarations only, with classes for the containers' iterators, and without the
// bases and the helpers that an implementation has.
#ifndef DECLARED_H
#define DECLARED_H
#define DATA(term) [[clang::annotate("circumspect:data=" term)]]
#define SINK [[clang::annotate("circumspect:sink=public")]]

namespace std {
typedef unsigned long size_t;

template <class T> struct Position { // std::vector's
  Position();
  explicit Position(T* at);
  T& operator*() const;
  T* operator->() const;
  T& operator[](long n) const;
  Position& operator=(const Position& other);
  Position& operator++();
  Position operator++(int);
  Position& operator--();
  Position operator--(int);
  Position& operator+=(long n);
  Position& operator-=(long n);
  Position operator+(long n) const;
  Position operator-(long n) const;
  long operator-(const Position& other) const;
  bool operator==(const Position& other) const;
  bool operator!=(const Position& other) const;
  T* base() const;
  operator T*() const;
};
template <class T> Position<T> operator+(long n, const Position<T>& p);

template <class T> struct Link { // std::list's, with operators that are no members
  T& operator*() const;
  Link& operator++();
};
template <class T> bool operator==(const Link<T>& a, const Link<T>& b);
template <class T> bool operator!=(const Link<T>& a, const Link<T>& b);
template <class T> Link<T> operator+(const Link<T>& p, long n);
template <class T> Link<T> operator-(const Link<T>& p, long n);
template <class T> long operator-(const Link<T>& a, const Link<T>& b);

template <class T> class vector {
public:
  vector();
  vector(size_t n, const T& value);
  Position<T> begin();
  Position<T> end();
  void push_back(const T& value);
  void assign(size_t n, const T& value);
  Position<T> insert(Position<T> at, size_t n, const T& value);
  T& front();
};
template <class T> class list {
public:
  Link<T> begin();
  Link<T> end();
  void push_back(const T& value);
};
template <class T> class stack {
public:
  stack(const list<T>& of = list<T>());
  template <class I> stack(I first, I last);
  void push(const T& value);
  T& top();
};
template <class T> class queue {
public:
  queue(const list<T>& of = list<T>());
  template <class I> queue(I first, I last);
  T& front();
};
template <class T> class priority_queue {
public:
  priority_queue(const list<T>& of);
  template <class I> priority_queue(I first, I last);
  T& top();
};

template <class T> class unique_ptr {
public:
  explicit unique_ptr(T* to);
  T* operator->() const;
  void reset();
};
template <class T> class shared_ptr {
public:
  shared_ptr();
  explicit shared_ptr(T* to);
  T& operator*() const;
  T* operator->() const;
  T& operator[](long n) const;
  T* get() const;
  void reset();
  void reset(T* to);
  void swap(shared_ptr& other);
  bool unique() const;
  long use_count() const;
  explicit operator bool() const;
};
template <class T> class weak_ptr {
public:
  weak_ptr(const shared_ptr<T>& to);
  void reset();
  void swap(weak_ptr& other);
  bool expired() const;
  long use_count() const;
  shared_ptr<T> lock() const;
};
template <class T> class auto_ptr {
public:
  auto_ptr();
  explicit auto_ptr(T* to);
  auto_ptr(auto_ptr& other);
  template <class U> auto_ptr(auto_ptr<U>& other);
  auto_ptr& operator=(auto_ptr& other);
  T& operator*() const;
  T* operator->() const;
  T* get() const;
  T* release();
  void reset(T* to);
};

// What others make typedefs of templates.
template <class T> class initializer_list {
  const T* first;
  size_t count;
};
class string {
public:
  typedef char* iterator;
  string();
  string(const char* text);
  string(size_t n, char c);
  string(const string& other);
  string& operator=(const string& other);
  string& operator=(const char* text);
  string& append(char* first, char* last);
  string& append(initializer_list<char> letters);
  string& operator+=(initializer_list<char> letters);
  string& insert(char* at, char* first, char* last);
  string& insert(char* at, initializer_list<char> letters);
  string& replace(char* from, char* to, char* first, char* last);
  string& replace(char* from, char* to, initializer_list<char> letters);
  string& insert(char* at, char c);
  string& insert(char* at, size_t n, char c);
  char* begin();
  char* end();
  void clear();
  const char* c_str() const;
};
class ostream {
public:
  ostream& operator<<(const string& text);
  ostream& operator<<(int number);
};
class stringstream : public ostream {
public:
  stringstream();
  stringstream(const char* text);
  stringstream(const string& text);
  stringstream(stringstream&& other);
  stringstream& operator=(stringstream&& other);
  stringstream& operator=(const stringstream& other);
  void swap(stringstream& other);
  string str() const;
};
class istringstream {
public:
  istringstream(const char* text);
  istringstream(const string& text);
  istringstream(const istringstream& other);
  istringstream& operator=(const istringstream& other);
  void swap(istringstream& other);
  string str() const;
};
class ostringstream : public ostream {
public:
  ostringstream(const char* text);
  ostringstream(const string& text);
  ostringstream(const ostringstream& other);
  ostringstream& operator=(const ostringstream& other);
  void swap(ostringstream& other);
  string str() const;
};
} // namespace std

DATA("patron.pin") int pin();
DATA("patron.name") const char* name();
SINK void out(int number);
SINK void out(const char* text);
#endif
