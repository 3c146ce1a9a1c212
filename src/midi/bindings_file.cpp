#include "midi/bindings_file.h"

#include <algorithm>

#include "base/replace_file.h"
#include "json/format.h"
#include "json/writer.h"
#include "midi/vocabulary.h"

namespace linecheck::midi {
namespace {

constexpr json::Limits kLimits{.bytes = std::size_t{1} << 20U, .depth = 8};
constexpr std::int64_t kMaxOrdinal = 1000;

const json::Format& fileFormat() {
  static const json::Format kFormat{"linecheck.midi", "MIDI setup", {}};
  return kFormat;
}

template <class T, std::size_t N>
std::string_view wordFor(const std::array<Word<T>, N>& vocabulary, T meaning) {
  const auto* word = std::find_if(vocabulary.begin(), vocabulary.end(),
                                  [&](const Word<T>& each) { return each.second == meaning; });
  return word == vocabulary.end() ? std::string_view() : word->first;
}

int readInteger(const json::Cursor& at, std::int64_t lowest, std::int64_t highest) {
  const auto value = at.integer();
  if (!value) return static_cast<int>(lowest);
  if (*value >= lowest && *value <= highest) return static_cast<int>(*value);
  at.fail("This must be from " + std::to_string(lowest) + " to " + std::to_string(highest) + ".");
  return static_cast<int>(lowest);
}

PortId readPort(const json::Cursor& at) {
  json::Members members = at.members();
  PortId port;
  port.api = members.required("api").word(kApiWords).value_or(Api::alsa);
  port.name = members.required("name").text().value_or("");
  if (const json::Cursor ordinal = members.optional("ordinal")) {
    port.ordinal = readInteger(ordinal, 0, kMaxOrdinal);
  }
  return port;
}

Binding readBinding(const json::Cursor& at) {
  json::Members members = at.members();
  Binding binding;
  binding.action = members.required("action").word(kActionWords).value_or(Action::nextStep);
  binding.port = readPort(members.required("port"));
  binding.trigger.kind =
      members.required("message").word(kTriggerWords).value_or(MessageKind::noteOn);
  binding.trigger.channel = readInteger(members.required("channel"), 1, 16);
  binding.trigger.number = readInteger(members.required("number"), 0, 127);
  return binding;
}

void readBindings(const json::Cursor& list, const json::Reader& reader, Bindings& bindings) {
  for (const json::Cursor& item : list.items()) {
    const std::size_t faultsBefore = reader.errors().size();
    const Binding binding = readBinding(item);
    // What could not be read is told already and conflicts with nothing.
    if (reader.errors().size() != faultsBefore) continue;
    const auto& known = bindings.all();
    if (std::find(known.begin(), known.end(), binding) != known.end()) {
      item.fail("This binding is there already.");
    } else if (!bindings.add(binding)) {
      item.fail(
          "On one device each action has one control and each control one action; another "
          "binding has this one’s.");
    }
  }
}

json::Object written(const Binding& binding) {
  json::Object port{{"api", wordFor(kApiWords, binding.port.api)}, {"name", binding.port.name}};
  if (binding.port.ordinal != 0) port.set("ordinal", binding.port.ordinal);
  return {{"action", wordFor(kActionWords, binding.action)},
          {"port", std::move(port)},
          {"message", wordFor(kTriggerWords, binding.trigger.kind)},
          {"channel", binding.trigger.channel},
          {"number", binding.trigger.number}};
}

}  // namespace

ResultOrErrors<RemoteSetup> load(const json::Document& document) {
  const Result<json::Document> newest = json::toNewest(document, fileFormat());
  if (!newest) return tl::unexpected<Errors>({newest.error()});

  json::Reader reader(*newest);
  RemoteSetup setup;
  {
    json::Members root = reader.root().members();
    (void)root.required("schema").text();
    if (const json::Cursor api = root.optional("preferred_api"))
      setup.preferred = api.word(kApiWords);
    if (const json::Cursor lights = root.optional("lights")) {
      setup.hasLights = lights.boolean().value_or(true);
    }
    readBindings(root.required("bindings"), reader, setup.bindings);
  }
  if (Errors errors = reader.errors(); !errors.empty()) {
    return tl::unexpected<Errors>(std::move(errors));
  }
  return setup;
}

ResultOrErrors<RemoteSetup> loadFile(const std::filesystem::path& file) {
  const Result<json::Document> document = json::parseFile(file, kLimits);
  if (!document) return tl::unexpected<Errors>({document.error()});
  return load(*document);
}

std::string toText(const RemoteSetup& setup) {
  json::Object root{{"schema", fileFormat().schema()}};
  if (setup.preferred) root.set("preferred_api", wordFor(kApiWords, *setup.preferred));
  root.set("lights", setup.hasLights);
  json::Array bindings;
  for (const Binding& binding : setup.bindings.all()) bindings.emplace_back(written(binding));
  root.set("bindings", std::move(bindings));
  return json::toText(root) + '\n';
}

Result<void> saveFile(const std::filesystem::path& file, const RemoteSetup& setup) {
  return replaceFile(file, toText(setup));
}

}  // namespace linecheck::midi
