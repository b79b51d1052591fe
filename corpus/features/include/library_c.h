/* What the feature files in C share: as library.h, for C. It can be included from C++ too. */
#ifndef FEATURES_LIBRARY_C_H
#define FEATURES_LIBRARY_C_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define C_DATA(term) __attribute__((annotate("circumspect:data=" term)))
#define C_TO_ANALYTICS                                                                             \
  __attribute__((annotate("circumspect:sink=third-party.analytics,action=disclose,"                \
                          "purpose=analytics,channel=network.encrypted")))

/* A registered user. */
struct patron {
  char name[64] C_DATA("patron.name");
  char email[64] C_DATA("patron.email");
  long barcode C_DATA("patron.barcode");
  int cents_owed C_DATA("circulation.fine");
  int home_branch;
};

/* What a form and a card reader give. */
C_DATA("patron.name") const char* entered_name(void);
C_DATA("patron.barcode") int scanned_card(void);
int shelf_number(void);
const char* catalogue_title(void);

/* The way out: a company that measures the use of web sites. */
C_TO_ANALYTICS void send_text(const char* text);
C_TO_ANALYTICS void send_number(long number);
C_TO_ANALYTICS void send_bytes(const void* bytes, size_t size);

#ifdef __cplusplus
}
#endif

#endif
