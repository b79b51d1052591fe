/* Tokens that say: somebody with a card of this library is at the door. They hold a random number,
 * a time and a signature. */
#ifndef LECTERN_ECONTENT_TOKEN_H
#define LECTERN_ECONTENT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

bool token_make(const char* audience, char* out, size_t size);

#endif
