// cpp-httplib.
#include "people.h"
#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>
#include <syslog.h>

void clients(const Person& p) {
  httplib::Client client("https://stats.example.org");
  httplib::SSLClient tls("stats.example.org");
  client.Post("/loan", p.name, "text/plain"); // reaches patron.name
  client.Post("/loan", "branch", "text/plain");
  tls.Post("/loan", p.email, "text/plain"); // reaches patron.email
  if (auto answer = client.Get("/?q=" + p.email)) // reaches patron.email
    out(answer->body);
  client.Get("/"), client.Delete("/"), client.Head("/"), client.Options("/");
  httplib::Params parameters;
  parameters.emplace("pin", std::to_string(p.pin));
  client.Post("/loan", parameters); // reaches patron.pin
  httplib::Headers headers{{"X-User", p.name}}, none{{"X-Branch", "1"}};
  client.Get("/", headers); // reaches patron.name
  client.Get("/", none);
  client.Put("/", p.name, "text/plain"), client.Patch("/", p.name, "text/plain"); // reaches patron.name
  client.set_basic_auth(p.email.c_str(), "x");
  client.Get("/"); // reaches patron.email
  tls.set_default_headers(headers);
  tls.Get("/"); // reaches patron.name
  client.set_bearer_token_auth("x"), client.set_connection_timeout(1), client.set_follow_location(true), client.set_keep_alive(true);
  auto result = tls.Get("/"); // reaches patron.name
  result.value(), *result, result.error();
}

void servers(const Person& p) {
  httplib::Server server;
  server.Get("/user", [&p](const httplib::Request& request, httplib::Response& response) {
    out(request.get_param_value("branch"));
    response.set_content(p.name, "text/plain"); // reaches patron.name
    response.set_header("X-User", p.email); // reaches patron.email
    response.set_content("x", 1, "text/plain"), response.set_redirect("/x");
    request.has_param("x"), request.has_header("x"), request.get_header_value("x");
  });
  server.set_logger([&p](const httplib::Request&, const httplib::Response&) {
    syslog(LOG_INFO, "%s", p.name.c_str()); // reaches patron.name
  });
  auto none = [](const httplib::Request&, httplib::Response&) {};
  server.Post("/", none), server.Put("/", none), server.Patch("/", none), server.Delete("/", none), server.Options("/", none);
  server.set_error_handler(none), server.set_mount_point("/", "x"), server.bind_to_port("x", 1), server.listen("x", 1), server.stop();
}
