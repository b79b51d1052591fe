// The C++ REST SDK.
#include "people.h"
#include <cpprest/http_client.h>
#include <cpprest/json.h>
using namespace web;
using namespace web::http;

void members(const Person& p) {
  json::value all = json::value::object(), list = json::value::array();
  all["name"] = json::value::string(p.name);
  all["branch"] = json::value::number(p.branch);
  all["email"] = json::value(p.email);
  out(all["name"].as_string()); // reaches patron.name
  out(all.at("branch").as_integer());
  out(all["email"].as_string()); // reaches patron.email
  out(all.serialize()); // reaches patron.name patron.email
  all.erase("name");
  out(all.to_string()); // reaches patron.email
  list[0] = json::value::number(p.pin);
  out(list[0].as_double()); // reaches patron.pin
  out(json::value::parse(p.name).serialize()); // reaches patron.name
  out(json::value::string("x").serialize()), out(json::value("x").as_string());
  out(static_cast<int>(all.has_field("x") + all.is_string() + all.is_object() + all.is_null() + all.size()));
  out(json::value::boolean(p.branch > 1).as_bool());
}

void asks(const Person& p) {
  client::http_client client("https://stats.example.org");
  client.request(methods::GET, "/?q=" + p.email); // reaches patron.email
  client.request(methods::GET, "/");
  client.request(methods::POST, "/", json::value::string(p.name)); // reaches patron.name
  client.request(methods::POST, "/", p.name, "text/plain"); // reaches patron.name
  http_request request(methods::POST), other(methods::POST);
  request.set_body(p.name);
  client.request(request); // reaches patron.name
  other.headers().add("X-Branch", std::to_string(p.branch));
  client.request(other);
  other.headers().add("X-User", p.email);
  client.request(other); // reaches patron.email
  uri_builder builder("/");
  builder.append_query("pin", p.pin), builder.append_path("x"), builder.append("x"), builder.set_path("x"), builder.set_query("x");
  client.request(methods::GET, builder.to_string()); // reaches patron.pin
  request.set_body(json::value::number(1)), request.set_request_uri(builder.to_uri());
  out(request.request_uri().to_string()); // reaches patron.pin
  out(uri::encode_data_string(p.name)); // reaches patron.name
  out(uri("x").query() + uri("x").path() + uri("x").host() + uri::encode_uri("x") + uri::decode("x"));
  uri copied(p.branch ? std::string("x") : std::string("y"));
}

void answers(const Person& p, http_request request) {
  request.reply(status_codes::OK, p.name); // reaches patron.name
  request.reply(status_codes::OK);
  http_response response;
  response.set_body(p.email);
  request.reply(response); // reaches patron.email
  request.extract_json(), response.extract_string(), response.status_code(), response.to_string(), response.headers();
}
