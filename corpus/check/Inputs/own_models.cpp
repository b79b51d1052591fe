struct Patron {
  const char* email;
};
struct Mailer {
  void post(const char* text);
};
void advertise(Mailer& mailer, const Patron& patron) {
  mailer.post(patron.email);
}
