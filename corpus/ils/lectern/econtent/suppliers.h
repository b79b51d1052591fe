#ifndef LECTERN_ECONTENT_SUPPLIERS_H
#define LECTERN_ECONTENT_SUPPLIERS_H

#include "supplier.h"

bool shelfstream_log_in(const struct patron* reader, const char* pin, char* location, size_t size);
bool shelfstream_create_profile(const struct patron* reader);
bool shelfstream_recommend(const struct patron* reader, char* titles, size_t size);
bool paperhall_log_in(const struct patron* reader, const char* pin, char* location, size_t size);
bool tonewood_log_in(const struct patron* reader, const char* pin, char* location, size_t size);

#endif
