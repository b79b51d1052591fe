// libxml2.
// flags: -I/usr/include/libxml2
#include "people.h"
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>
#include <libxml/xpath.h>
#include <stdio.h>

void trees(struct Person* p) {
  xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0"), *other = xmlNewDoc(BAD_CAST "1.0");
  xmlNode *root = xmlNewNode(0, BAD_CAST "user"), *plain = xmlNewNode(0, BAD_CAST "branch");
  xmlDocSetRootElement(doc, root), xmlDocSetRootElement(other, plain);
  xmlNewChild(root, 0, BAD_CAST "name", BAD_CAST p->name);
  out((char*)xmlNodeGetContent(root)); // reaches patron.name
  out((char*)xmlNodeGetContent(plain));
  xmlSetProp(plain, BAD_CAST "id", BAD_CAST "1");
  out((char*)xmlGetProp(plain, BAD_CAST "id"));
  xmlSaveFormatFile("x", doc, 1); // reaches patron.name
  xmlSaveFile("x", other);
  xmlDocDump(stdout, doc); // reaches patron.name
  xmlChar *text, *clean;
  int size;
  xmlDocDumpMemory(doc, &text, &size), xmlDocDumpMemory(other, &clean, &size);
  out((char*)text); // reaches patron.name
  out((char*)clean);
  xmlSetProp(plain, BAD_CAST "email", BAD_CAST p->email);
  out((char*)xmlGetProp(plain, BAD_CAST "email")); // reaches patron.email
  xmlNode *leaf = xmlNewText(BAD_CAST p->email), *parent = xmlNewNode(0, BAD_CAST "x");
  xmlAddChild(parent, leaf);
  xmlBuffer *buffer = xmlBufferCreate(), *second = xmlBufferCreate();
  xmlNodeDump(buffer, doc, parent, 0, 0);
  out((char*)xmlBufferContent(buffer)); // reaches patron.email
  xmlBufferCat(second, BAD_CAST "x");
  out((char*)xmlBufferContent(second));
  xmlNodeSetContent(leaf, BAD_CAST p->name), xmlFreeDoc(doc), xmlBufferFree(buffer);
}

void reads(struct Person* p) {
  xmlDoc *doc = xmlReadMemory(p->name, 3, 0, 0, 0), *file = xmlReadFile("x", 0, 0);
  out((char*)xmlNodeGetContent(xmlDocGetRootElement(doc))); // reaches patron.name
  out((char*)xmlNodeGetContent(xmlDocGetRootElement(file)));
  out((char*)xmlEncodeSpecialChars(doc, BAD_CAST p->email)); // reaches patron.email
  xmlChar* text = xmlStrdup(BAD_CAST "x");
  text = xmlStrcat(text, BAD_CAST p->name);
  out((char*)text); // reaches patron.name
  xmlStrPrintf(text, 9, "%d", p->branch);
  out((char*)text);
  out_number(xmlStrlen(BAD_CAST p->name) + xmlStrcmp(text, BAD_CAST p->name));
}

void writers(struct Person* p) {
  xmlTextWriter* file = xmlNewTextWriterFilename("x", 0);
  xmlTextWriterStartDocument(file, 0, 0, 0), xmlTextWriterStartElement(file, BAD_CAST "user");
  xmlTextWriterWriteElement(file, BAD_CAST "name", BAD_CAST p->name); // reaches patron.name
  xmlTextWriterWriteAttribute(file, BAD_CAST "branch", BAD_CAST "1");
  xmlTextWriterWriteString(file, BAD_CAST p->email); // reaches patron.email
  xmlTextWriterWriteFormatElement(file, BAD_CAST "pin", "%d", p->pin); // reaches patron.pin
  xmlTextWriterWriteFormatString(file, "%d", p->branch);
  xmlTextWriterEndElement(file), xmlTextWriterEndDocument(file), xmlFreeTextWriter(file);
  xmlBuffer* buffer = xmlBufferCreate();
  xmlTextWriter* memory = xmlNewTextWriterMemory(buffer, 0);
  xmlTextWriterWriteElement(memory, BAD_CAST "name", BAD_CAST p->name);
  out((char*)xmlBufferContent(buffer)); // reaches patron.name
}

void* const rest[] = {xmlParserInputBufferCreateFilename, xmlNewCDataBlock, xmlNewTextChild, xmlNewProp, xmlNodeAddContent,
  xmlNodeAddContentLen, xmlNodeSetContentLen, xmlGetNoNsProp, xmlNodeListGetString, xmlEncodeEntitiesReentrant, xmlCharStrdup,
  xmlStrndup, xmlStrncat, xmlDocDumpFormatMemory, xmlDocDumpMemoryEnc, xmlDocDumpFormatMemoryEnc, xmlBufferAdd, xmlBufferCCat,
  xmlBufferWriteChar, xmlSaveFileEnc, xmlSaveFormatFileEnc, xmlDocFormatDump, xmlParseMemory, xmlParseDoc, xmlReadDoc,
  htmlReadMemory, htmlReadDoc, xmlParseFile, xmlTextWriterWriteRaw, xmlTextWriterWriteCDATA, xmlTextWriterWriteComment,
  xmlTextWriterWriteFormatAttribute, xmlTextWriterFlush, xmlFreeNode, xmlCleanupParser, xmlStrEqual, xmlBufferLength,
  xmlInitParser, xmlCheckVersion, xmlXPathNewContext, xmlXPathEvalExpression};
