#include "checker/discover/Idl.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <libxml/xmlreader.h>

#include <memory>

namespace circumspect::discover {

namespace {

std::string attribute(xmlTextReader* reader, const char* name) {
  std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

std::string tableOf(xmlTextReader* reader) {
  std::string table = attribute(reader, "oils_persist:tablename");
  if (!table.empty())
    return llvm::StringRef(table).lower();
  std::string result;
  for (char c : attribute(reader, "oils_obj:fieldmapper"))
    if (c != ':')
      result += llvm::toLower(c);
    else if (!llvm::StringRef(result).ends_with("."))
      result += '.';
  return result;
}

// As a database would keep it; a link is the number of what it leads to.
llvm::StringRef typeOf(llvm::StringRef datatype) {
  return llvm::StringSwitch<llvm::StringRef>(datatype)
      .Cases("link", "id", "int", "org_unit", "integer")
      .Cases("money", "float", "numeric")
      .Case("interval", "interval")
      .Default(datatype); // text, bool, timestamp
}

} // namespace

llvm::Expected<std::vector<sql::Declared>> idlColumns(llvm::StringRef text) {
  std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      xmlFreeTextReader);
  std::vector<sql::Declared> result;
  std::string table;
  int state = reader ? 1 : -1;
  while (state == 1 && (state = xmlTextReaderRead(reader.get())) == 1) {
    if (xmlTextReaderNodeType(reader.get()) != XML_READER_TYPE_ELEMENT)
      continue;
    llvm::StringRef element(
        reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader.get())));
    if (element == "class")
      table = tableOf(reader.get());
    if (element != "field" || table.empty())
      continue;
    auto line = static_cast<unsigned>(xmlGetLineNo(xmlTextReaderCurrentNode(reader.get())));
    if (std::string name = attribute(reader.get(), "name"); !name.empty())
      result.push_back({{table, llvm::StringRef(name).lower()},
                        typeOf(attribute(reader.get(), "reporter:datatype")).str(),
                        line,
                        1});
  }
  if (state == -1) {
    const xmlError* error = xmlGetLastError();
    std::string message = error && error->message ? error->message : "not XML";
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "line %d: %s",
                                   error ? error->line : 0,
                                   llvm::StringRef(message).rtrim().str().c_str());
  }
  if (result.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "no class of an IDL, as fm_IDL.xml has them");
  return result;
}

} // namespace circumspect::discover
