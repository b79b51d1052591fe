// OpenSRF and Evergreen, which no package brings: what is declared here is what the models speak of.
typedef struct _jsonObjectStruct jsonObject;
typedef struct {
  jsonObject* params;
} osrfMethodContext;

const jsonObject* jsonObjectGetKeyConst(const jsonObject* obj, const char* key);
jsonObject* jsonObjectGetIndex(const jsonObject* obj, unsigned long index);
const char* jsonObjectGetString(const jsonObject* obj);
jsonObject* jsonNewObject(const char* data);
unsigned long jsonObjectSetKey(jsonObject* o, const char* key, jsonObject* newo);
unsigned long jsonObjectRemoveKey(jsonObject* o, const char* key);
char* jsonObjectToJSON(const jsonObject* obj);
void jsonObjectFree(jsonObject* o);
const char* oilsFMGetStringConst(const jsonObject* object, const char* field);
char* va_list_to_string(const char* format, ...);
void osrfLogInfo(const char* file, int line, const char* msg, ...);
void osrfLogActivity(const char* file, int line, const char* msg, ...);

void login(const jsonObject* args) {
  const char* name = jsonObjectGetString(jsonObjectGetKeyConst(args, "username"));
  const char* type = jsonObjectGetString(jsonObjectGetKeyConst(args, "type"));
  osrfLogInfo(__FILE__, __LINE__, "login %s", name); // reaches patron.username
  osrfLogInfo(__FILE__, __LINE__, "login as %s", type);
  char* key = va_list_to_string("auth_%s", name);
  osrfLogActivity(__FILE__, __LINE__, "key %s", key); // reaches patron.username
}

void user(const jsonObject* object) {
  const char* field = "dob";
  osrfLogInfo(__FILE__, __LINE__, "%s", oilsFMGetStringConst(object, field)); // reaches patron.birthdate
  osrfLogInfo(__FILE__, __LINE__, "%s", oilsFMGetStringConst(object, "home_ou"));
}

void request(const jsonObject* args) {
  jsonObject* params = jsonNewObject(0);
  jsonObjectSetKey(params, "pin", jsonNewObject(jsonObjectGetString(jsonObjectGetKeyConst(args, "password"))));
  jsonObjectSetKey(params, "org", jsonNewObject("main"));
  osrfLogInfo(__FILE__, __LINE__, "%s", jsonObjectGetString(jsonObjectGetKeyConst(params, "org")));
  osrfLogInfo(__FILE__, __LINE__, "%s", jsonObjectToJSON(params)); // reaches patron.pin
  jsonObjectRemoveKey(params, "pin");
  osrfLogInfo(__FILE__, __LINE__, "%s", jsonObjectToJSON(params));
  jsonObjectFree(params);
}

int oilsAuthInitBarcode(osrfMethodContext* ctx) {
  const char* barcode = jsonObjectGetString(jsonObjectGetIndex(ctx->params, 0));
  const char* nonce = jsonObjectGetString(jsonObjectGetIndex(ctx->params, 1));
  osrfLogInfo(__FILE__, __LINE__, "%s", barcode); // reaches patron.barcode
  osrfLogInfo(__FILE__, __LINE__, "%s", nonce);
  return 0;
}

// The rest is named, so that each model has its declaration.
int safe_malloc(), safe_calloc(), uescape(), md5sum(), shasum(), xml_escape(), osrf_buffer_init();
int buffer_init(), osrf_buffer_add(), osrf_buffer_add_n(), buffer_add(), buffer_add_n();
int osrf_buffer_fadd(), buffer_fadd(), osrf_buffer_add_char(), buffer_add_char();
int osrf_buffer_reset(), buffer_reset(), osrf_buffer_data(), osrf_buffer_release(), buffer_data();
int buffer_release(), osrf_buffer_free(), buffer_free(), jsonObjectFreeUnused();
int jsonIteratorFree(), osrfListFree(), jsonNewNumberStringObject(), jsonNewObjectFmt();
int jsonParseFmt(), jsonNewObjectType(), jsonNewNumberObject(), jsonNewBoolObject(), jsonParse();
int jsonParseRaw(), jsonXMLToJSONObject(), jsonObjectClone(), jsonObjectDecodeClass();
int jsonObjectEncodeClass(), jsonObjectToSimpleString(), jsonObjectToJSONRaw(), jsonObjectToXML();
int jsonObjectGetNumber(), jsonObjectSetString(), jsonObjectSetNumberString();
int jsonObjectSetNumber(), jsonSetBool(), jsonObjectGetClass(), jsonBoolIsTrue(), jsonIsNumeric();
int jsonIteratorHasNext(), jsonObjectGetKey(), jsonObjectExtractIndex(), jsonObjectSetIndex();
int jsonObjectPush(), jsonObjectRemoveIndex(), jsonNewIterator(), jsonIteratorNext();
int osrfNewHash(), osrfNewList(), osrfNewListSize(), osrfNewStringArray(), osrfHashSet();
int osrfHashGet(), osrfHashGetFmt(), osrfHashExtract(), osrfListGetIndex(), osrfListExtract();
int osrfListPush(), osrfListPushFirst(), osrfListSet(), osrfListPop(), osrfNewHashIterator();
int osrfNewListIterator(), osrfHashIteratorNext(), osrfListIteratorNext(), osrfHashKeys();
int osrfStringArrayTokenize(), osrfStringArrayAdd(), osrfStringArrayGetString(), osrfListClear();
int osrfHashFree(), osrfHashGetCount(), osrfHashIteratorHasNext(), osrfHashIteratorFree();
int osrfHashIteratorReset(), osrfHashRemove(), osrfListFind(), osrfListGetCount();
int osrfListRemove(), osrfListIteratorFree(), osrfListIteratorReset(), osrfStringArrayFree();
int osrfStringArrayContains(), osrfAppSessionSendRequest(), osrfAppSessionMakeRequest();
int osrfAppSessionRequestFinish(), osrfAppSessionFree(), osrfAppSessionRequestRecv();
int osrfMessageGetResult(), osrfLogError(), osrfLogWarning(), osrfLogDebug(), osrfLogInternal();
int oilsFMGetString(), oilsFMGetObject(), oilsAuthInitUsername(), oilsAuthInit();
int oilsUtilsFetchUserByUsername(), oilsUtilsFetchUserByBarcode();
void* const rest[] = {
    (void*)safe_malloc, (void*)safe_calloc, (void*)uescape, (void*)md5sum, (void*)shasum,
    (void*)xml_escape, (void*)osrf_buffer_init, (void*)buffer_init, (void*)osrf_buffer_add,
    (void*)osrf_buffer_add_n, (void*)buffer_add, (void*)buffer_add_n, (void*)osrf_buffer_fadd,
    (void*)buffer_fadd, (void*)osrf_buffer_add_char, (void*)buffer_add_char,
    (void*)osrf_buffer_reset, (void*)buffer_reset, (void*)osrf_buffer_data,
    (void*)osrf_buffer_release, (void*)buffer_data, (void*)buffer_release, (void*)osrf_buffer_free,
    (void*)buffer_free, (void*)jsonObjectFreeUnused, (void*)jsonIteratorFree, (void*)osrfListFree,
    (void*)jsonNewNumberStringObject, (void*)jsonNewObjectFmt, (void*)jsonParseFmt,
    (void*)jsonNewObjectType, (void*)jsonNewNumberObject, (void*)jsonNewBoolObject,
    (void*)jsonParse, (void*)jsonParseRaw, (void*)jsonXMLToJSONObject, (void*)jsonObjectClone,
    (void*)jsonObjectDecodeClass, (void*)jsonObjectEncodeClass, (void*)jsonObjectToSimpleString,
    (void*)jsonObjectToJSONRaw, (void*)jsonObjectToXML, (void*)jsonObjectGetNumber,
    (void*)jsonObjectSetString, (void*)jsonObjectSetNumberString, (void*)jsonObjectSetNumber,
    (void*)jsonSetBool, (void*)jsonObjectGetClass, (void*)jsonBoolIsTrue, (void*)jsonIsNumeric,
    (void*)jsonIteratorHasNext, (void*)jsonObjectGetKey, (void*)jsonObjectExtractIndex,
    (void*)jsonObjectSetIndex, (void*)jsonObjectPush, (void*)jsonObjectRemoveIndex,
    (void*)jsonNewIterator, (void*)jsonIteratorNext, (void*)osrfNewHash, (void*)osrfNewList,
    (void*)osrfNewListSize, (void*)osrfNewStringArray, (void*)osrfHashSet, (void*)osrfHashGet,
    (void*)osrfHashGetFmt, (void*)osrfHashExtract, (void*)osrfListGetIndex, (void*)osrfListExtract,
    (void*)osrfListPush, (void*)osrfListPushFirst, (void*)osrfListSet, (void*)osrfListPop,
    (void*)osrfNewHashIterator, (void*)osrfNewListIterator, (void*)osrfHashIteratorNext,
    (void*)osrfListIteratorNext, (void*)osrfHashKeys, (void*)osrfStringArrayTokenize,
    (void*)osrfStringArrayAdd, (void*)osrfStringArrayGetString, (void*)osrfListClear,
    (void*)osrfHashFree, (void*)osrfHashGetCount, (void*)osrfHashIteratorHasNext,
    (void*)osrfHashIteratorFree, (void*)osrfHashIteratorReset, (void*)osrfHashRemove,
    (void*)osrfListFind, (void*)osrfListGetCount, (void*)osrfListRemove,
    (void*)osrfListIteratorFree, (void*)osrfListIteratorReset, (void*)osrfStringArrayFree,
    (void*)osrfStringArrayContains, (void*)osrfAppSessionSendRequest,
    (void*)osrfAppSessionMakeRequest, (void*)osrfAppSessionRequestFinish,
    (void*)osrfAppSessionFree, (void*)osrfAppSessionRequestRecv, (void*)osrfMessageGetResult,
    (void*)osrfLogError, (void*)osrfLogWarning, (void*)osrfLogDebug, (void*)osrfLogInternal,
    (void*)oilsFMGetString, (void*)oilsFMGetObject, (void*)oilsAuthInitUsername,
    (void*)oilsAuthInit, (void*)oilsUtilsFetchUserByUsername, (void*)oilsUtilsFetchUserByBarcode};
