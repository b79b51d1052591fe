// YAZ.
#include <yaz/log.h>
#include <yaz/nmem.h>
#include <yaz/odr.h>
#include <yaz/proto.h>
#include <yaz/srw.h>
#include <yaz/wrbuf.h>

void user(Z_SRW_PDU* request) {
  yaz_log(YLOG_LOG, "user %s", request->username); // reaches patron.username
  yaz_log(YLOG_LOG, "version %s", request->srw_version);
}

void open(Z_IdAuthentication* who) {
  yaz_log(YLOG_LOG, "user %s", who->u.idPass->userId); // reaches patron.username
}

void term(Z_Term* term, NMEM memory) {
  WRBUF text = wrbuf_alloc();
  wrbuf_printf(text, "term %s", nmem_strdup(memory, term->u.characterString));
  yaz_log(YLOG_LOG, "%s", wrbuf_cstr(text)); // reaches search.history
  wrbuf_rewind(text);
  yaz_log(YLOG_LOG, "%s", wrbuf_cstr(text));
  wrbuf_destroy(text);
}

void general(Z_Term* term, Z_ElementSetNames* names) {
  yaz_log(YLOG_LOG, "%.*s", term->u.general->len, term->u.general->buf); // reaches search.history
  yaz_log(YLOG_LOG, "%p", (void*)term);
  yaz_log(YLOG_LOG, "%s", names->u.generic);
}

void encoded(ODR stream, ODR other, Z_IdAuthentication* who) {
  odr_cstring(stream, &who->u.open, 0, 0);
  odr_cstring(other, 0, 0, 0);
  yaz_log(YLOG_LOG, "%s", odr_getbuf(stream, 0, 0)); // reaches patron.username patron.pin
  yaz_log(YLOG_LOG, "%s", odr_getbuf(other, 0, 0));
  odr_reset(stream);
  yaz_log(YLOG_LOG, "%s", odr_getbuf(stream, 0, 0));
}

// The rest is named, so that each model has its declaration.
void* const rest[] = {(void*)odr_integer,
                      (void*)odr_bool,
                      (void*)odr_enum,
                      (void*)odr_null,
                      (void*)odr_any,
                      (void*)odr_oid,
                      (void*)odr_external,
                      (void*)odr_octetstring,
                      (void*)odr_bitstring,
                      (void*)odr_cstring,
                      (void*)odr_iconv_string,
                      (void*)odr_visiblestring,
                      (void*)odr_generalstring,
                      (void*)odr_graphicstring,
                      (void*)odr_generalizedtime,
                      (void*)odr_choice,
                      (void*)odr_sequence_of,
                      (void*)odr_set_of,
                      (void*)odr_implicit_settag,
                      (void*)odr_sequence_begin,
                      (void*)odr_sequence_end,
                      (void*)odr_set_begin,
                      (void*)odr_set_end,
                      (void*)odr_initmember,
                      (void*)odr_constructed_begin,
                      (void*)odr_constructed_end,
                      (void*)odr_choice_enable_bias,
                      (void*)odr_choice_bias,
                      (void*)odr_setbuf,
                      (void*)odr_write,
                      (void*)odr_seek,
                      (void*)odr_total,
                      (void*)odr_offset,
                      (void*)odr_destroy,
                      (void*)odr_malloc,
                      (void*)nmem_malloc,
                      (void*)wrbuf_alloc,
                      (void*)odr_createmem,
                      (void*)nmem_create,
                      (void*)odr_strdup,
                      (void*)odr_strdupn,
                      (void*)odr_strdup_null,
                      (void*)nmem_strdup,
                      (void*)nmem_strdupn,
                      (void*)nmem_strdup_null,
                      (void*)wrbuf_puts,
                      (void*)wrbuf_write,
                      (void*)wrbuf_xmlputs,
                      (void*)wrbuf_xmlputs_n,
                      (void*)wrbuf_puts_escaped,
                      (void*)wrbuf_write_escaped,
                      (void*)wrbuf_puts_replace_char,
                      (void*)wrbuf_puts_replace_str,
                      (void*)wrbuf_iconv_write,
                      (void*)wrbuf_iconv_write_cdata,
                      (void*)wrbuf_iconv_puts,
                      (void*)wrbuf_iconv_puts_cdata,
                      (void*)wrbuf_printf,
                      (void*)wrbuf_cstr,
                      (void*)wrbuf_rewind,
                      (void*)wrbuf_destroy,
                      (void*)wrbuf_grow,
                      (void*)nmem_destroy,
                      (void*)nmem_reset,
                      (void*)nmem_total};
