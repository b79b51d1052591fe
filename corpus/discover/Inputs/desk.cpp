// A desk that classifies nothing, and sends all that it has to someone else.
#include <map>
#include <string>

#define SENDS [[clang::annotate("circumspect:sink=third-party.other,action=disclose,purpose=outreach")]]

extern "C" {
struct PGconn;
struct PGresult;
PGresult* PQexec(PGconn* connection, const char* query);
char* PQgetvalue(const PGresult* result, int row, int column);
}

struct Member {
  const char* email;
  const char* colour;
  bool hasEmail;
};

void post(SENDS const char* text);

void greet(const Member& member) {
  post(member.email);
  post(member.colour);
}

void remind(const char* patronPhone) {
  post(patronPhone);
}

void list(PGconn* connection) {
  PGresult* rows = PQexec(connection, "SELECT surname, shelf FROM readers WHERE pin = 1");
  post(PQgetvalue(rows, 0, 0));
  post(PQgetvalue(rows, 0, 1));
}

void look(std::map<std::string, std::string>& patron) {
  post(patron["barcode"].c_str());
  post(patron["colour"].c_str());
}

const char* sipField(const char* message, const char* code);

void answer(const char* message) {
  post(sipField(message, "AE"));
  post(sipField(message, "ZZ"));
}

struct {
  char surname[20];
} last;

int put(char* record, const char* key, const char* value);

void keep(char* patron) {
  put(patron, "email", "none"); // nothing is read by this key
}
