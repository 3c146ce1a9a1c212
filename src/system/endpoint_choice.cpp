#include "system/endpoint_choice.h"

#include <algorithm>
#include <functional>
#include <string>

namespace linecheck::system {
namespace {

using Endpoints = std::vector<const Endpoint*>;

/// ASCII only: other letters have to be typed as they are.
std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string list(const Endpoints& endpoints) {
  std::string text;
  for (const Endpoint* endpoint : endpoints) {
    text += (text.empty() ? "\"" : ", \"") + endpoint->name + '"';
  }
  return text;
}

Endpoints where(const std::vector<Endpoint>& endpoints,
                const std::function<bool(const Endpoint&)>& fits) {
  Endpoints found;
  for (const Endpoint& endpoint : endpoints) {
    if (fits(endpoint)) found.push_back(&endpoint);
  }
  return found;
}

/// Both directions of one device are one thing to the user.
Endpoints outputsFirst(Endpoints found) {
  if (found.size() == 2 && found[0]->name == found[1]->name &&
      found[0]->id.direction != found[1]->id.direction) {
    const bool firstIsOutput = found[0]->id.direction == Direction::output;
    return {firstIsOutput ? found[0] : found[1]};
  }
  return found;
}

/// Letters beyond ASCII are of the word, too.
bool isOfWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Both in lower case.
bool hasWords(std::string_view text, std::string_view words) {
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const auto end = at + words.size();
    const bool beginsWord = at == 0 || !isOfWord(text[at - 1]) || !isOfWord(words.front());
    const bool endsWord = end == text.size() || !isOfWord(text[end]) || !isOfWord(words.back());
    if (beginsWord && endsWord) return true;
  }
  return false;
}

const Endpoint* defaultOrFirst(const Endpoints& endpoints) {
  for (const Endpoint* endpoint : endpoints) {
    if (endpoint->isDefault) return endpoint;
  }
  return endpoints.empty() ? nullptr : endpoints.front();
}

Result<Endpoint> defaultOf(const std::vector<Endpoint>& endpoints, Direction direction,
                           std::string_view text) {
  const auto found = where(endpoints, [direction](const Endpoint& endpoint) {
    return endpoint.isDefault && endpoint.id.direction == direction;
  });
  if (!found.empty()) return *found.front();
  return fail(ErrorCode::notFound, "The system has no default " + std::string(text) + ".");
}

}  // namespace

Result<Endpoint> findEndpoint(const std::vector<Endpoint>& endpoints, std::string_view text) {
  if (text == "output") return defaultOf(endpoints, Direction::output, text);
  if (text == "input") return defaultOf(endpoints, Direction::input, text);
  const std::string lower = lowerCase(text);
  const std::function<bool(const Endpoint&)> ways[] = {
      [text](const Endpoint& e) { return e.id.key == text; },
      [text](const Endpoint& e) { return e.name == text; },
      [&lower](const Endpoint& e) { return lowerCase(e.name).find(lower) != std::string::npos; },
  };
  for (const auto& fits : ways) {
    const Endpoints found = outputsFirst(where(endpoints, fits));
    if (found.size() == 1) return *found.front();
    if (found.size() > 1) {
      return fail(ErrorCode::usage, "Several fit; name one of " + list(found) + ".",
                  std::string(text));
    }
  }
  const Endpoints all = where(endpoints, [](const Endpoint&) { return true; });
  if (all.empty()) return fail(ErrorCode::notFound, "The system lists no output and no input.");
  return fail(ErrorCode::notFound, "There is no such output or input; there is " + list(all) + ".",
              std::string(text));
}

const Endpoint* outputCalled(const std::vector<Endpoint>& endpoints, std::string_view device) {
  if (device.empty()) return nullptr;
  const std::string words = lowerCase(device);
  return defaultOrFirst(where(endpoints, [&words](const Endpoint& endpoint) {
    return endpoint.id.direction == Direction::output && hasWords(lowerCase(endpoint.name), words);
  }));
}

const Endpoint* usualOutput(const std::vector<Endpoint>& endpoints) {
  return defaultOrFirst(where(endpoints, [](const Endpoint& endpoint) {
    return endpoint.id.direction == Direction::output;
  }));
}

}  // namespace linecheck::system
