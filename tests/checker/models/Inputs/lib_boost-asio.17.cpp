// Boost.Asio and Beast.
#include "people.h"
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <array>
#include <iostream>
namespace asio = boost::asio;
namespace http = boost::beast::http;
using Socket = asio::ip::tcp::socket;
using Code = boost::system::error_code;

void sockets(const Person& p, Socket& socket, asio::ssl::stream<Socket>& tls, asio::ip::udp::socket& udp) {
  asio::write(socket, asio::buffer(p.name)); // reaches patron.name
  asio::write(socket, asio::buffer("x", 1));
  asio::write(socket, asio::buffer(p.name.data(), 3)); // reaches patron.name
  asio::write(tls, asio::buffer(p.email)); // reaches patron.email
  asio::write(socket, asio::const_buffer(p.name.data(), 3)); // reaches patron.name
  std::array<asio::const_buffer, 2> both{asio::buffer(p.email), asio::buffer("x", 1)};
  asio::write(socket, both); // reaches patron.email
  socket.send(asio::buffer(p.name)); // reaches patron.name
  socket.write_some(asio::buffer(p.email)); // reaches patron.email
  tls.write_some(asio::buffer(p.email)); // reaches patron.email
  udp.send_to(asio::buffer(p.name), asio::ip::udp::endpoint()); // reaches patron.name
  udp.send(asio::buffer("x", 1));
  asio::async_write(socket, asio::buffer(p.name), [](Code, size_t) {}); // reaches patron.name
  asio::async_write(tls, asio::buffer(p.name), [name = p.name](Code, size_t) { out(name); }); // reaches patron.name
  socket.async_send(asio::buffer(p.email), [](Code, size_t) {}); // reaches patron.email
  socket.async_write_some(asio::buffer("x", 1), [&](Code, size_t) {
    out(p.name); // reaches patron.name
  });
  asio::streambuf buffer;
  std::ostream stream(&buffer);
  stream << p.email;
  asio::write(socket, buffer); // misses patron.email
}

void reads(const Person& p, Socket& socket) {
  std::string text = p.name, line = p.name;
  socket.read_some(asio::buffer(text));
  out(text);
  asio::read(socket, asio::dynamic_buffer(line));
  out(line);
  asio::streambuf buffer;
  asio::read_until(socket, buffer, '\n');
  std::string all(asio::buffers_begin(buffer.data()), asio::buffers_end(buffer.data()));
  out(all);
  socket.receive(asio::mutable_buffer(text.data(), 3));
  asio::async_read(socket, asio::buffer(text), [](Code, size_t) {});
  asio::async_read_until(socket, buffer, '\n', [&](Code, size_t) {
    out(p.email); // reaches patron.email
  });
  socket.async_read_some(asio::buffer(text), [](Code, size_t) {});
  socket.async_receive(asio::buffer(text), [](Code, size_t) {});
}

void handlers(asio::io_context& context, const Person& p) {
  asio::post(context, [name = p.name] {
    out(name); // reaches patron.name
  });
  asio::dispatch(context, [] {}), asio::defer(context, [] {});
  asio::post([&p] {
    out(p.email); // reaches patron.email
  });
  asio::dispatch([] {}), asio::defer([] {});
  asio::steady_timer timer(context);
  timer.async_wait([&p](Code) {
    out(p.pin); // reaches patron.pin
  });
}

void requests(const Person& p, boost::beast::tcp_stream& stream, boost::beast::ssl_stream<boost::beast::tcp_stream>& tls) {
  http::request<http::string_body> request{http::verb::post, "/loan", 11}, other{http::verb::get, "/?q=" + p.email, 11};
  request.set(http::field::host, "stats.example.org");
  request.set(http::field::user_agent, "x");
  request.set("X-Branch", std::to_string(p.branch));
  http::write(stream, request);
  request.body() = p.name;
  request.prepare_payload(), request.keep_alive(), request.method(), request.version();
  http::write(stream, request); // reaches patron.name
  http::write(tls, other); // reaches patron.email
  out(std::string(other.target())); // reaches patron.email
  http::request<http::empty_body> empty;
  empty.target("/?pin=" + std::to_string(p.pin));
  http::async_write(stream, empty, [](Code, size_t) {}); // reaches patron.pin
  http::async_write(tls, empty, [](Code, size_t) {}); // reaches patron.pin
  empty.insert("X-User", p.name), empty.insert(http::field::accept, "x");
  out(std::string(empty["X-User"])); // reaches patron.name
  out(std::string(empty.at("X-User"))); // reaches patron.name
  boost::beast::flat_buffer buffer;
  http::response<http::string_body> response;
  response.body() = p.name;
  http::read(stream, buffer, response);
  out(response.body());
  out(boost::beast::buffers_to_string(asio::buffer(p.name))); // reaches patron.name
}
