// A function that is given a name, and a key as well.
const char* detail(const char* patronName, const char* field) {
  return field ? field : patronName;
}

const char* use(const char* given) {
  return detail(given, "email");
}
