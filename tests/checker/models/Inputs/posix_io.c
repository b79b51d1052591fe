// Descriptors, sockets, syslog, threads and names of POSIX.
#include "people.h"
#include <arpa/inet.h>
#include <crypt.h>
#include <dirent.h>
#include <fcntl.h>
#include <grp.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <syslog.h>
#include <unistd.h>

static void note(const char* format, ...) {
  va_list list;
  va_start(list, format);
  vsyslog(LOG_INFO, format, list); // reaches patron.name
  va_end(list);
}

void logs(struct Person* p) {
  openlog("x", 0, 0), setlogmask(0);
  syslog(LOG_INFO, "%s", p->name); // reaches patron.name
  syslog(LOG_INFO, "%d", p->branch);
  note("%s", p->name);
  closelog();
}

void descriptors(struct Person* p) {
  write(1, p->name, 3); // reaches patron.name
  int file = open("x", O_WRONLY);
  write(file, p->email, 3); // reaches patron.email
  pwrite(openat(3, "x", 0), p->name, 3, 0); // reaches patron.name
  pwrite64(creat("x", 0), p->name, 3, 0); // reaches patron.name
  write(dup(open64("x", 0)), p->name, 3); // reaches patron.name
  write(mkstemp("x"), p->name, 3); // reaches patron.name
  int ends[2];
  pipe(ends), pipe2(ends, 0), socketpair(0, 0, 0, ends);
  write(ends[1], p->name, 3); // reaches patron.name
  dup2(file, 1);
  struct iovec parts[1] = {{p->name, 3}};
  writev(file, parts, 1); // reaches patron.name
  pwritev(file, parts, 1, 0); // reaches patron.name
}

void sockets(struct Person* p) {
  int s = socket(AF_INET, SOCK_STREAM, 0), t = accept(s, 0, 0), u = accept4(s, 0, 0, 0);
  write(s, p->name, 3); // reaches patron.name
  write(t, p->name, 3); // reaches patron.name
  write(u, p->name, 3); // reaches patron.name
  send(s, p->email, 3, 0); // reaches patron.email
  sendto(s, p->email, 3, 0, 0, 0); // reaches patron.email
  struct iovec part = {p->name, 3};
  struct msghdr message = {0};
  message.msg_iov = &part;
  sendmsg(s, &message, 0); // reaches patron.name
  struct mmsghdr messages[1] = {{message, 0}};
  sendmmsg(s, messages, 1, 0); // reaches patron.name
  char a[100];
  recv(s, p->name, 3, 0);
  out(p->name); // reaches patron.name
  recv(s, p->name, sizeof p->name, 0);
  out(p->name);
  read(s, a, 3), recvfrom(s, a, 3, 0, 0, 0), pread(s, a, 3, 0), pread64(s, a, 3, 0), readv(s, &part, 1), recvmsg(s, &message, 0), recvmmsg(s, messages, 1, 0, 0);
  out(a);
}

static void* run(void* p) {
  out(((struct Person*)p)->name); // reaches patron.name
  return ((struct Person*)p)->email;
}

static void caught(int number) {
  out_number(number);
}

static void once(void) {
}

void runs(struct Person* p) {
  pthread_t thread;
  void* result;
  pthread_create(&thread, 0, run, p);
  pthread_join(thread, &result);
  out(result); // reaches patron.email
  signal(SIGINT, caught);
  pthread_once_t flag = PTHREAD_ONCE_INIT;
  pthread_once(&flag, once);
  struct sigaction action;
  sigset_t set;
  sigaction(1, &action, 0), sigemptyset(&set), sigaddset(&set, 1), sigprocmask(0, &set, 0);
  pthread_mutex_t mutex;
  pthread_cond_t condition;
  pthread_detach(thread), pthread_mutex_init(&mutex, 0), pthread_mutex_lock(&mutex), pthread_mutex_trylock(&mutex);
  pthread_cond_init(&condition, 0), pthread_cond_wait(&condition, &mutex), pthread_cond_signal(&condition);
  pthread_cond_broadcast(&condition), pthread_cond_destroy(&condition), pthread_mutex_unlock(&mutex);
  pthread_mutex_destroy(&mutex), pthread_self();
  pthread_setspecific(0, p);
  pthread_exit(0);
}

void names(struct Person* p) {
  out_number(htons(p->pin)); // reaches patron.pin
  out_number(htonl(p->pin)); // reaches patron.pin
  out_number(ntohs(p->pin)); // reaches patron.pin
  out_number(ntohl(p->pin)); // reaches patron.pin
  struct in_addr address;
  char a[100];
  address.s_addr = inet_addr(p->name);
  out(inet_ntoa(address)); // reaches patron.name
  inet_pton(AF_INET, p->email, &address);
  out(inet_ntop(AF_INET, &address, a, 100)); // reaches patron.email patron.name
  struct addrinfo* found;
  getaddrinfo("x", "y", 0, &found), freeaddrinfo(found), gai_strerror(1);
  getnameinfo((struct sockaddr*)&address, 4, a, 100, 0, 0, 0);
  gethostbyname("x"), getservbyname("x", "y"), getpwnam("x"), getpwuid(0), getgrnam("x"), getgrgid(0), getlogin();
  DIR* folder = opendir("x");
  out(readdir(folder)->d_name);
  rewinddir(folder), closedir(folder);
  out(crypt(p->name, "x")); // reaches pseudonym.digest
  symlink(p->name, "x"); // reaches patron.name
  execl("x", p->name, 0); // reaches patron.name
  execlp("x", p->name, 0); // reaches patron.name
  char* arguments[] = {p->name, 0};
  execv("x", arguments); // reaches patron.name
  execvp("x", arguments); // reaches patron.name
  execve("x", arguments, 0); // reaches patron.name
  gethostname(a, 100);
  out(getcwd(a, 100));
  readlink("x", a, 100);
}

void rest(int fd) {
  struct stat s;
  fd_set set;
  struct pollfd one;
  struct sockaddr address;
  socklen_t size;
  int status;
  shutdown(fd, 0), bind(fd, &address, 0), listen(fd, 1), connect(fd, &address, 0), setsockopt(fd, 0, 0, 0, 0);
  getsockopt(fd, 0, 0, 0, &size), getsockname(fd, &address, &size), getpeername(fd, &address, &size);
  select(1, &set, 0, 0, 0), poll(&one, 1, 0), fcntl(fd, 0), ioctl(fd, 0), fsync(fd), fdatasync(fd), lseek(fd, 0, 0);
  ftruncate(fd, 0), truncate("x", 0), unlink("x"), access("x", 0), stat("x", &s), fstat(fd, &s), lstat("x", &s);
  mkdir("x", 0), rmdir("x"), chmod("x", 0), chown("x", 0, 0), isatty(fd), umask(0), getpid(), getppid(), getuid();
  geteuid(), getgid(), fork(), wait(&status), waitpid(1, &status, 0), kill(1, 1), alarm(1), pause(), usleep(1), sysconf(1);
  close(fd);
  _exit(0);
}
