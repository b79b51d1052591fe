// POCO.
#include "people.h"
#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Dynamic/Var.h>
#include <Poco/Format.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <Poco/LogStream.h>
#include <Poco/Logger.h>
#include <Poco/MD5Engine.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/MailRecipient.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/NumberFormatter.h>
#include <Poco/SHA1Engine.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>
#include <iostream>
#include <sstream>
using Poco::Data::Keywords::bind, Poco::Data::Keywords::into, Poco::Data::Keywords::now, Poco::Data::Keywords::use;
using namespace Poco::Net;

void logs(const Person& p) {
  Poco::Logger& logger = Poco::Logger::get("main");
  logger.information("user " + p.name); // reaches patron.name
  logger.warning("branch %d", p.branch);
  logger.error("cannot log in %s", p.email); // reaches patron.email
  poco_information(logger, p.name); // reaches patron.name
  poco_error_f1(logger, "user %s", p.email); // reaches patron.email
  Poco::LogStream stream(logger);
  stream << "pin " << p.pin; // reaches patron.pin
  stream.information() << p.branch;
  logger.fatal("x"), logger.critical("x"), logger.notice("x"), logger.trace("x"), logger.dump("x", "y", 1);
  logger.debug(), logger.log(Poco::Exception("x")), Poco::Logger::root(), stream.error(), stream.warning(), stream.debug();
}

void texts(const Person& p) {
  out(Poco::format("%s", p.name)); // reaches patron.name
  out(Poco::cat(p.email, std::string("x"))); // reaches patron.email
  out(Poco::NumberFormatter::format(p.pin)); // reaches patron.pin
  out(Poco::NumberFormatter::formatHex(p.branch));
  Poco::SHA1Engine sha;
  sha.update(p.email), sha.update("x", 1);
  out(Poco::DigestEngine::digestToHex(sha.digest())); // reaches pseudonym.digest
  Poco::MD5Engine md5;
  out(Poco::DigestEngine::digestToHex(md5.digest()));
  Poco::JSON::Object object, other;
  object.set("name", p.name), object.set("branch", p.branch), other.set("branch", "x");
  out(object.get("name").toString()); // reaches patron.name
  out(object.getValue<int>("branch"));
  out(object.optValue<std::string>("name", "x")); // reaches patron.name
  object.stringify(std::cout); // reaches patron.name
  other.stringify(std::cout);
  std::ostringstream memory;
  object.stringify(memory);
  out(memory.str()); // reaches patron.name
  Poco::JSON::Array array;
  array.add(p.email);
  array.stringify(std::cout); // reaches patron.email
  Poco::JSON::Parser parser;
  out(parser.parse(p.name).toString()); // reaches patron.name
  object.remove("name"), object.has("x"), array.size();
  out(object.get("name").convert<std::string>()), object.get("x").extract<std::string>();
  std::string converted = object.get("branch");
  out(converted);
  Poco::URI uri("https://example.org"), read(p.email), copied(std::string("x"));
  out(uri.toString());
  uri.addQueryParameter("name", p.name);
  out(uri.getPathAndQuery()); // reaches patron.name
  out(read.getQuery()); // reaches patron.email
  std::string encoded;
  Poco::URI::encode(p.name, "", encoded);
  out(encoded); // reaches patron.name
  uri.setQuery("x"), uri.setPath("x"), uri.getHost(), uri.getPath();
}

void asks(const Person& p) {
  HTTPClientSession session("stats.example.org", 80);
  HTTPRequest request("POST", "/loan"), asked("GET", "/?q=" + p.email);
  session.sendRequest(request) << p.name; // reaches patron.name
  session.sendRequest(request) << p.branch;
  request.set("X-User", p.email);
  session.sendRequest(request); // reaches patron.email
  session.sendRequest(asked); // reaches patron.email
  HTTPSClientSession tls("stats.example.org", 443);
  HTTPRequest other;
  other.setURI("/?pin=" + std::to_string(p.pin));
  tls.sendRequest(other); // reaches patron.pin
  HTTPResponse response;
  std::string text;
  Poco::StreamCopier::copyToString(session.receiveResponse(response), text);
  out(text);
  HTMLForm form;
  form.set("name", p.name);
  HTTPRequest submit;
  form.prepareSubmit(submit);
  std::ostream& to = session.sendRequest(submit); // reaches patron.name
  form.write(to); // reaches patron.name
  out(form.get("name", "x")); // reaches patron.name
  form.add("x", "y"), request.setContentType("x"), request.setContentLength(1), request.setKeepAlive(true);
  request.setChunkedTransferEncoding(true), response.setStatus("x"), response.getStatus(), response.getReason(), session.setHost("x");
  StreamSocket socket;
  socket.sendBytes(p.name.data(), 3); // reaches patron.name
}

void answers(const Person& p, HTTPServerResponse& response) {
  response.send() << p.name; // reaches patron.name
  response.send() << p.branch;
  response.sendBuffer(p.email.data(), 3); // reaches patron.email
  response.redirect("/?name=" + p.name); // reaches patron.name
}

void mails(const Person& p) {
  SMTPClientSession session("mail.example.org");
  MailMessage message, other;
  other.setSender("library@example.org"), other.setSubject("Closed"), other.setContent("x");
  session.sendMessage(other);
  message.addRecipient(MailRecipient(MailRecipient::PRIMARY_RECIPIENT, p.email));
  session.sendMessage(message); // reaches patron.email
  other.setContent("Dear " + p.name);
  session.sendMessage(other); // reaches patron.name
  session.login(), session.close();
}

void stores(Poco::Data::Session& session, Person& p) {
  session << "INSERT INTO person VALUES (?, ?)", use(p.name), use(p.branch), now; // reaches patron.name
  session << "INSERT INTO branch VALUES (?)", use(p.branch), now;
  std::string name = p.name;
  session << "SELECT name FROM branch", into(name), now;
  out(name);
  Poco::Data::Statement statement(session);
  statement << "UPDATE person SET email = ?", bind(p.email); // reaches patron.email
  statement.execute();
}

void columns(Poco::Data::Session& session, Person& p) {
  std::string first, second, third;
  session << "SELECT branchcode, surname, email FROM borrowers WHERE cardnumber = ?", into(first), into(second), use(p.pin), into(third), now; // reaches patron.pin
  out(first);
  out(second); // reaches patron.name
  out(third); // reaches patron.email
  Poco::Data::Statement statement(session);
  statement << "SELECT cardnumber, branchcode FROM borrowers", into(second), into(first);
  statement.execute();
  out(second); // reaches patron.barcode
  out(first);
  Poco::Data::RecordSet rows(statement), asked(session, "SELECT surname FROM borrowers");
  out(rows["cardnumber"].toString()); // reaches patron.barcode
  out(rows.value("branchcode").toString());
  out(rows[0].toString()); // reaches patron.barcode
  out(asked.value(0, 0).toString()); // reaches patron.name
  Poco::Data::Row row;
  row.get(0), row["x"], rows.moveFirst(), rows.moveNext(), rows.rowCount(), rows.columnCount();
  const std::string sql = "SELECT email FROM borrowers";
  session << sql, into(first), now;
  out(first); // reaches patron.email
  session << std::string("DELETE FROM borrowers WHERE surname = '") + p.name + "'", now; // reaches patron.name
  statement << std::string("SELECT 1"), now;
}
