// OpenSSL.
#include "people.h"
#include <openssl/bio.h>
#include <openssl/buffer.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/md5.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <string.h>
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

static void hex(const unsigned char* digest, char* text) {
  for (int i = 0; i < 32; ++i) {
    text[2 * i] = "0123456789abcdef"[digest[i] >> 4];
    text[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
  }
}

void digests(struct Person* p) {
  unsigned char digest[64], text[65];
  unsigned length;
  out((char*)SHA256((unsigned char*)p->name, 3, digest)); // reaches pseudonym.digest
  out((char*)digest); // reaches pseudonym.digest
  SHA256((unsigned char*)"x", 1, digest);
  out((char*)digest);
  SHA256_CTX sha;
  SHA256_Init(&sha), SHA256_Update(&sha, p->email, 3), SHA256_Final(digest, &sha);
  out((char*)digest); // reaches pseudonym.digest
  SHA256_Init(&sha), SHA256_Final(digest, &sha);
  out((char*)digest);
  EVP_MD_CTX* md = EVP_MD_CTX_new();
  EVP_DigestInit_ex(md, EVP_sha256(), 0);
  EVP_DigestUpdate(md, p->name, strlen(p->name));
  EVP_DigestFinal_ex(md, digest, &length);
  out((char*)digest); // reaches pseudonym.digest
  out_number(length);
  EVP_DigestInit_ex(md, EVP_sha256(), 0), EVP_DigestUpdate(md, "x", 1), EVP_DigestFinal_ex(md, digest, &length);
  out((char*)digest);
  EVP_Digest(p->email, 3, digest, &length, EVP_md5(), 0);
  out((char*)digest); // reaches pseudonym.digest
  RAND_bytes(digest, 64);
  out((char*)digest);
  HMAC(EVP_sha256(), "key", 3, (unsigned char*)p->name, 3, digest, &length);
  EVP_EncodeBlock(text, digest, 32);
  out((char*)text); // reaches pseudonym.keyed
  OPENSSL_cleanse(digest, 64);
  EVP_EncodeBlock(text, digest, 32);
  out((char*)text);
  PKCS5_PBKDF2_HMAC(p->email, 4, 0, 0, 10000, EVP_sha512(), 64, digest);
  out((char*)digest); // reaches pseudonym.digest
  PKCS5_PBKDF2_HMAC_SHA1("x", 4, 0, 0, 10000, 64, digest);
  out((char*)digest);
  EVP_PBE_scrypt(p->name, 3, 0, 0, 1, 1, 1, 1, digest, 64);
  out((char*)digest); // reaches pseudonym.digest
  EVP_Q_digest(0, "SHA256", 0, p->email, 3, digest, 0);
  out((char*)digest); // reaches pseudonym.digest
  EVP_MD_CTX_free(md);
}

void prints_digest(struct Person* p) {
  unsigned char digest[32];
  char text[65];
  SHA256((unsigned char*)p->email, 3, digest);
  hex(digest, text);
  out(text); // reaches pseudonym.digest
}

void ciphers(struct Person* p, EVP_MAC_CTX* mac, HMAC_CTX* hmac) {
  unsigned char secret[100], plain[100];
  int length;
  size_t size;
  EVP_CIPHER_CTX* c = EVP_CIPHER_CTX_new();
  EVP_EncryptInit_ex(c, EVP_aes_256_gcm(), 0, secret, secret);
  EVP_EncryptUpdate(c, secret, &length, (unsigned char*)p->name, 3), EVP_EncryptFinal_ex(c, secret, &length);
  EVP_DecryptInit_ex(c, 0, 0, 0, 0);
  EVP_DecryptUpdate(c, plain, &length, secret, 3), EVP_DecryptFinal_ex(c, plain, &length);
  out((char*)plain); // reaches patron.name
  EVP_MAC_init(mac, 0, 0, 0), EVP_MAC_update(mac, (unsigned char*)p->email, 3), EVP_MAC_final(mac, plain, &size, 100);
  out((char*)plain); // reaches pseudonym.keyed
  HMAC_Init_ex(hmac, 0, 0, 0, 0), HMAC_Update(hmac, (unsigned char*)"x", 1), HMAC_Final(hmac, plain, 0);
  out((char*)plain);
  out_number(CRYPTO_memcmp(p->name, plain, 3));
  EVP_CIPHER_CTX_free(c);
}

void connections(SSL* ssl, struct Person* p) {
  char text[20];
  size_t size;
  SSL_write(ssl, p->name, 3); // reaches patron.name
  SSL_write(ssl, "x", 1);
  SSL_write_ex(ssl, p->email, 3, &size); // reaches patron.email
  strcpy(text, p->name);
  SSL_read(ssl, text, 20);
  out(text);
}

void bios(struct Person* p) {
  char text[20], *bytes;
  BUF_MEM* buffer;
  BIO* file = BIO_new_file("x", "w");
  BIO_puts(file, p->name); // reaches patron.name
  BIO_printf(file, "%d", p->branch);
  BIO_printf(BIO_new_fp(stdout, 0), "%s", p->email); // reaches patron.email
  BIO_write(BIO_new_connect("x:80"), p->name, 3); // reaches patron.name
  BIO_write(BIO_new_ssl_connect(0), p->name, 3); // reaches patron.name
  BIO *memory = BIO_new(BIO_s_mem()), *base64 = BIO_push(BIO_new(BIO_f_base64()), memory);
  BIO_write(base64, p->email, 3);
  BIO_get_mem_data(memory, &bytes);
  out(bytes); // reaches patron.email
  BIO_get_mem_ptr(memory, &buffer);
  out(buffer->data); // reaches patron.email
  BIO_read(BIO_new_mem_buf(p->name, 3), text, 20);
  out(text); // reaches patron.name
  BIO_gets(BIO_new_mem_buf("x", 1), text, 20);
  out(text);
  BIO_free_all(base64);
}

void* const rest[] = {MD5, SHA1, SHA224, SHA384, SHA512, MD5_Init, SHA1_Init, SHA224_Init, SHA384_Init, SHA512_Init, MD5_Update,
  SHA1_Update, SHA224_Update, SHA384_Update, SHA512_Update, MD5_Final, SHA1_Final, SHA224_Final, SHA384_Final, SHA512_Final,
  EVP_DigestInit, EVP_DigestInit_ex2, EVP_MD_CTX_reset, EVP_DigestSignInit, EVP_DigestSignUpdate, EVP_DigestFinal,
  EVP_DigestFinalXOF, EVP_DigestSignFinal, EVP_CipherInit_ex, EVP_CipherUpdate, EVP_CipherFinal_ex, EVP_DecodeBlock,
  RAND_priv_bytes, SSL_read_ex, SSL_peek, SSL_CTX_new, SSL_new, TLS_client_method, TLS_server_method, SSL_get1_peer_certificate,
  SSL_connect, SSL_accept, SSL_shutdown, SSL_free, SSL_CTX_free, SSL_set_fd, SSL_get_error, SSL_pending, SSL_CTX_set_verify,
  SSL_CTX_load_verify_locations, SSL_CTX_set_default_verify_paths, SSL_CTX_use_certificate_file, SSL_CTX_use_PrivateKey_file,
  SSL_set1_host, SSL_get_verify_result, BIO_new_socket, BIO_write_ex, BIO_read_ex, BIO_s_file, BIO_free, BIO_set_flags,
  HMAC_CTX_new, EVP_MAC_CTX_new, EVP_MAC_fetch, EVP_MD_fetch, EVP_sha1, EVP_aes_256_cbc, EVP_get_digestbyname, HMAC_CTX_free,
  EVP_MAC_CTX_free, EVP_MAC_free, EVP_CIPHER_CTX_ctrl, ERR_get_error, ERR_print_errors_fp, ERR_error_string, ERR_error_string_n,
  ERR_reason_error_string, OPENSSL_init_ssl, CRYPTO_free};

/* How long a digest is, the library says: it was not zero bytes that were written out. */
void writes_out(struct Person* p) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  char hex[2 * EVP_MAX_MD_SIZE + 1] = "";
  EVP_Digest(p->name, 3, digest, &length, EVP_sha256(), NULL);
  for (unsigned int i = 0; i < length; ++i)
    snprintf(hex + 2 * i, 3, "%02x", digest[i]);
  out(hex); // reaches pseudonym.digest
}
