// A small standard library of declarations only, as a program may bring it that is to be scanned
// without any library's headers: the interface, and nothing of an implementation. The iterators are
// classes inside the containers. With it, the sources and the way out of the files that use it.
#pragma once

namespace std {

using size_t = decltype(sizeof(0));

template <class T> struct remove_reference { using type = T; };
template <class T> struct remove_reference<T&> { using type = T; };
template <class T> struct remove_reference<T&&> { using type = T; };
template <class T> typename remove_reference<T>::type&& move(T&& value);

template <class T> class initializer_list {
  const T* first_;
  size_t count_;

public:
  const T* begin() const;
  const T* end() const;
};

template <class A, class B> struct pair {
  A first;
  B second;
  pair(const A& a, const B& b);
  template <class C, class D> pair(const pair<C, D>& other);
};
template <class A, class B> pair<A, B> make_pair(A a, B b);

template <class T> class vector {
public:
  class iterator {
  public:
    T& operator*() const;
    T* operator->() const;
    T& operator[](int n) const;
    iterator& operator++();
    iterator operator++(int);
    iterator& operator--();
    iterator operator+(int n) const;
    iterator operator-(int n) const;
    bool operator==(const iterator& other) const;
    bool operator!=(const iterator& other) const;
  };
  class const_iterator {
  public:
    const_iterator(iterator from);
    const T& operator*() const;
    const_iterator& operator++();
    bool operator!=(const const_iterator& other) const;
  };
  vector();
  explicit vector(size_t n);
  vector(size_t n, const T& value);
  vector(initializer_list<T> values);
  vector(const vector& other);
  template <class I> vector(I first, I last);
  iterator begin();
  iterator end();
  const_iterator begin() const;
  const_iterator end() const;
  T& operator[](size_t n);
  T& front();
  T& back();
  void push_back(const T& value);
  template <class... A> T& emplace_back(A&&... arguments);
  iterator insert(const_iterator at, const T& value);
  iterator insert(const_iterator at, size_t n, const T& value);
  template <class I> iterator insert(const_iterator at, I first, I last);
  iterator erase(const_iterator at);
  void assign(size_t n, const T& value);
};

template <class K, class V> class map {
public:
  using value_type = pair<const K, V>;
  class iterator {
  public:
    value_type& operator*() const;
    value_type* operator->() const;
    iterator& operator++();
    bool operator!=(const iterator& other) const;
  };
  map();
  template <class I> map(I first, I last);
  iterator begin();
  iterator end();
  iterator find(const K& key);
  V& operator[](const K& key);
  V& at(const K& key);
  template <class P> pair<iterator, bool> insert(const P& value);
  iterator insert(iterator hint, const value_type& value);
  template <class I> void insert(I first, I last);
};

template <class T> class set {
public:
  class iterator {
  public:
    const T& operator*() const;
  };
  iterator begin();
  pair<iterator, bool> insert(const T& value);
  iterator insert(iterator hint, const T& value);
};

template <class T, size_t N> struct array {
  T items[N];
  T& operator[](size_t n);
  T* begin();
  T* end();
};

template <class T> class deque {
public:
  void push_back(const T& value);
  void push_front(const T& value);
  T& front();
  T& back();
};

template <class T> class shared_ptr {
public:
  shared_ptr();
  explicit shared_ptr(T* object);
  shared_ptr(const shared_ptr& other);
  shared_ptr& operator=(const shared_ptr& other);
  T& operator*() const;
  T* operator->() const;
  T* get() const;
  void reset(T* object);
  void swap(shared_ptr& other);
};
template <class T, class... A> shared_ptr<T> make_shared(A&&... arguments);

template <class S> class function;
template <class R, class... P> class function<R(P...)> {
public:
  template <class F> function(F callable);
  R operator()(P... arguments) const;
};

// What is a typedef of a template elsewhere is a class here.
class string {
public:
  string();
  string(const char* text);
  string(const string& other);
  string(size_t n, char letter);
  string& operator=(const string& other);
  string& operator=(const char* text);
  string& operator+=(const string& other);
  char* begin();
  char* end();
  string& append(const char* first, const char* last);
  string& append(initializer_list<char> letters);
  void clear();
  const char* c_str() const;
};
class ostream {
public:
  ostream& operator<<(const char* text);
  ostream& operator<<(int number);
};
class stringstream : public ostream {
public:
  stringstream();
  explicit stringstream(const string& text);
  stringstream& operator>>(string& text);
  void swap(stringstream& other);
  string str() const;
};

} // namespace std

namespace features {

#define DATA(term) clang::annotate("circumspect:data=" term)
#define TO_ANALYTICS                                                                               \
  clang::annotate("circumspect:sink=third-party.analytics,action=disclose,purpose=analytics,"      \
                  "channel=network.encrypted")

[[DATA("patron.barcode")]] int scannedCard();
[[DATA("patron.name")]] const char* enteredName();

[[TO_ANALYTICS]] void send(int number);
[[TO_ANALYTICS]] void send(const char* text);
[[TO_ANALYTICS]] void send(const std::string& text);

} // namespace features
