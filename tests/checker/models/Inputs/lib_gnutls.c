// GnuTLS.
#include "people.h"
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>

void records(gnutls_session_t session, struct Person* p) {
  char answer[64];
  gnutls_record_send(session, p->name, strlen(p->name)); // reaches patron.name
  gnutls_record_recv(session, answer, sizeof answer);
  gnutls_record_send(session, answer, sizeof answer);
  gnutls_server_name_set(session, GNUTLS_NAME_DNS, p->email, 8); // reaches patron.email
}

void certificates(gnutls_x509_crt_t certificate, gnutls_session_t session) {
  char name[64];
  size_t size = sizeof name;
  gnutls_datum_t text;
  gnutls_x509_crt_get_dn(certificate, name, &size);
  gnutls_x509_crt_print(certificate, GNUTLS_CRT_PRINT_FULL, &text);
  gnutls_record_send(session, name, size);
}

// The rest is named, so that each model has its declaration.
void* const rest[] = {(void*)gnutls_record_send2,
                      (void*)gnutls_record_send_early_data,
                      (void*)gnutls_record_recv_seq,
                      (void*)gnutls_record_recv_early_data,
                      (void*)gnutls_init,
                      (void*)gnutls_deinit,
                      (void*)gnutls_bye,
                      (void*)gnutls_handshake,
                      (void*)gnutls_handshake_get_last_in,
                      (void*)gnutls_handshake_get_last_out,
                      (void*)gnutls_record_get_direction,
                      (void*)gnutls_record_check_pending,
                      (void*)gnutls_record_cork,
                      (void*)gnutls_record_uncork,
                      (void*)gnutls_error_is_fatal,
                      (void*)gnutls_strerror,
                      (void*)gnutls_strerror_name,
                      (void*)gnutls_perror,
                      (void*)gnutls_alert_get,
                      (void*)gnutls_alert_get_name,
                      (void*)gnutls_alert_send,
                      (void*)gnutls_global_init,
                      (void*)gnutls_global_deinit,
                      (void*)gnutls_check_version,

                      (void*)gnutls_credentials_set,
                      (void*)gnutls_credentials_clear,
                      (void*)gnutls_set_default_priority,
                      (void*)gnutls_priority_set,
                      (void*)gnutls_priority_set_direct,
                      (void*)gnutls_certificate_allocate_credentials,
                      (void*)gnutls_certificate_free_credentials,
                      (void*)gnutls_certificate_set_x509_key_file,
                      (void*)gnutls_certificate_set_x509_trust_file,
                      (void*)gnutls_certificate_set_x509_system_trust,
                      (void*)gnutls_certificate_type_get,
                      (void*)gnutls_certificate_get_peers,
                      (void*)gnutls_certificate_verify_peers2,
                      (void*)gnutls_certificate_verify_peers3,
                      (void*)gnutls_transport_set_int2,

                      (void*)gnutls_transport_set_ptr,
                      (void*)gnutls_transport_set_ptr2,
                      (void*)gnutls_x509_crt_init,
                      (void*)gnutls_x509_crt_deinit,
                      (void*)gnutls_x509_crt_import,
                      (void*)gnutls_x509_crt_get_activation_time,
                      (void*)gnutls_x509_crt_get_expiration_time,
                      (void*)gnutls_x509_crt_get_version,
                      (void*)gnutls_x509_crt_get_pk_algorithm,
                      (void*)gnutls_x509_crt_get_serial,
                      (void*)gnutls_pk_algorithm_get_name,
                      (void*)gnutls_x509_crt_get_issuer_dn};
