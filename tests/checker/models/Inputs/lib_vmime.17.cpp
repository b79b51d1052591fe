// VMime.
#include "people.h"
#include <vmime/vmime.hpp>

static vmime::shared_ptr<vmime::net::transport> transport() {
  return vmime::net::session::create()->getTransport(vmime::utility::url("smtp://mail.example.org"));
}

void mails(const Person& p) {
  vmime::messageBuilder builder, plain, third;
  vmime::shared_ptr<vmime::net::transport> to = transport();
  to->connect();
  vmime::addressList list;
  list.appendAddress(vmime::make_shared<vmime::mailbox>(vmime::emailAddress(p.email)));
  builder.setRecipients(list);
  vmime::shared_ptr<vmime::message> message = builder.construct();
  to->send(message); // reaches patron.email
  out(message->generate()); // reaches patron.email
  plain.setSubject(vmime::text("Closed")), plain.setExpeditor(vmime::mailbox(vmime::emailAddress("desk@example.org")));
  to->send(plain.construct());
  third.getTextPart()->setText(vmime::make_shared<vmime::stringContentHandler>(p.name));
  to->send(third.construct()); // reaches patron.name
  plain.setCopyRecipients(list), plain.setBlindCopyRecipients(list);
  to->disconnect();
}
