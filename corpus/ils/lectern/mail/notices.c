/* What is sent, in plain text. */
#include "../base/journal.h"
#include "mail.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>

/* UI-2: readers are told what waits for them. */
bool send_hold_notice(struct smtp* smtp, const struct hold_notice* notice) {
  char text[2048];
  if (!patron_consented(notice->reader) || !smtp_envelope(smtp, notice->reader->email))
    return false;
  snprintf(text, sizeof text,
           "To: %s\r\nSubject: Your hold is ready\r\n\r\n%s,\r\n%s waits on shelf %d.\r\n.\r\n",
           notice->reader->email, notice->reader->name, notice->title, notice->shelf);
  bool ok = smtp_say(smtp, text) == 250;
  journal(LOG_INFO, "mail: a notice was %s", ok ? "sent" : "refused");
  return ok;
}

/* The link by which one renews without logging in: a token that only we can make, and not the
 * card's number. It still stands for one reader, and the agent may see it as much as the rest. */
bool send_renewal(struct smtp* smtp, const struct patron* reader) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  char token[TOKEN_SIZE], text[1024];
  if (!patron_consented(reader) || !smtp_envelope(smtp, reader->email))
    return false;
  HMAC(EVP_sha256(), smtp->secret, sizeof smtp->secret, (const unsigned char*)reader->barcode,
       sizeof reader->barcode, digest, &length);
  for (unsigned int i = 0; i < length && i < (TOKEN_SIZE - 1) / 2; ++i)
    snprintf(token + 2 * i, 3, "%02x", digest[i]);
  snprintf(text, sizeof text,
           "To: %s\r\nSubject: Three days left\r\n\r\n"
           "https://ridgefield.example/renew?t=%s\r\n.\r\n",
           reader->email, token);
  return smtp_say(smtp, text) == 250;
}
