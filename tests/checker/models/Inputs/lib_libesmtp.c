// libESMTP.
#include "people.h"
#include <stddef.h>
#include <auth-client.h>
#include <libesmtp.h>
#include <stdio.h>

void sends(struct Person* p) {
  char text[200];
  smtp_session_t session = smtp_create_session(), plain = smtp_create_session(), third = smtp_create_session();
  smtp_set_server(session, "mail.example.org:587");
  smtp_message_t message = smtp_add_message(session), other = smtp_add_message(plain);
  smtp_add_recipient(message, p->email);
  smtp_start_session(session); // reaches patron.email
  smtp_add_recipient(other, "desk@example.org");
  smtp_set_reverse_path(other, "library@example.org");
  smtp_set_header(other, "Subject", "Closed today");
  smtp_start_session(plain);
  smtp_set_header(other, "To", p->name, "desk@example.org");
  smtp_start_session(plain); // reaches patron.name
  snprintf(text, sizeof text, "Your pin: %d", p->pin);
  smtp_set_message_str(smtp_add_message(third), text);
  smtp_start_session(third); // reaches patron.pin
  smtp_destroy_session(third);
}

void* const rest[] = {smtp_auth_set_context, smtp_starttls_enable, smtp_strerror, smtp_errno,
  smtp_message_transfer_status, smtp_set_header_option, smtp_set_eventcb, smtp_set_hostname};
