#include "profiles/loader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "json/pointer.h"
#include "json/reader.h"
#include "profiles/part_readers.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

constexpr std::string_view kSchemaPrefix = "linecheck.profile/";
constexpr json::Limits kLimits{.bytes = std::size_t{1} << 20U, .depth = 16};

/// Tells if the document is in a newer format, or none of a profile. False then: no other fault
/// would mean anything.
bool isKnownFormat(const json::Cursor& schema) {
  const std::optional<std::string> name = schema.text();
  if (!name) return true;  // Told already; the rest may still be a profile.
  int version = 0;
  if (name->starts_with(kSchemaPrefix)) {
    const std::string digits = name->substr(kSchemaPrefix.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (digits != std::to_string(version)) version = 0;
  }
  const std::string newest = std::to_string(kFormatVersion);
  if (version > kFormatVersion) {
    schema.fail("This profile is written in format " + std::to_string(version) +
                    "; this Linecheck reads formats up to " + newest +
                    ". Update Linecheck to use it.",
                ErrorCode::unsupported);
  } else if (version < 1) {
    schema.fail("This is no device profile: in one, \"schema\" is \"" + std::string(kSchemaPrefix) +
                newest + "\".");
  }
  return version >= 1 && version <= kFormatVersion;
}

std::map<std::string, Source> readSources(const json::Cursor& place) {
  std::map<std::string, Source> sources;
  json::Members members = place.members();
  for (const auto& [key, cursor] : members.all()) {
    json::Members source = cursor.members();
    sources[key] = {source.required("citation").text().value_or(""),
                    source.optional("url").text().value_or("")};
  }
  return sources;
}

std::optional<int> readHex16(std::string_view digits) {
  unsigned number = 0;  // Unsigned takes no minus sign.
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, number, 16);
  if (digits.size() != 4 || error != std::errc() || rest != end) return std::nullopt;
  return static_cast<int>(number);
}

std::vector<UsbId> readUsb(const json::Cursor& place, const FigureReader& figures) {
  std::vector<UsbId> ids;
  for (const json::Cursor& item : place.items()) {
    json::Members members = item.members();
    const json::Cursor id = members.required("id");
    const std::string text = id.text().value_or("0000:0000");
    const bool isPair = text.size() == 9 && text[4] == ':';
    const auto vendor = isPair ? readHex16(std::string_view(text).substr(0, 4)) : std::nullopt;
    const auto product = isPair ? readHex16(std::string_view(text).substr(5)) : std::nullopt;
    if (!vendor || !product) {
      id.fail("A USB id is the vendor and product in hexadecimal, as in \"23e5:a015\".");
    }
    ids.push_back({vendor.value_or(0), product.value_or(0), figures.claim(members)});
  }
  return ids;
}

std::vector<Note> readNotes(const json::Cursor& place, const FigureReader& figures) {
  std::vector<Note> notes;
  for (const json::Cursor& item : place.items()) {
    json::Members members = item.members();
    Note note;
    note.severity = members.required("severity").word(kSeverities).value_or(Note::Severity::info);
    note.topic = members.required("topic").text().value_or("");
    note.text = members.required("text").text().value_or("");
    note.claim = figures.claim(members);
    notes.push_back(std::move(note));
  }
  return notes;
}

Profile readProfile(json::Members& root) {
  (void)root.optional("$schema").text();  // For editors.
  Profile profile;
  profile.id = readId(root.required("id"));
  const std::optional<Kind> kind = root.required("kind").word(kKinds);
  profile.kind = kind.value_or(Kind::audioInterface);
  profile.maker = root.required("maker").text().value_or("");
  profile.model = root.required("model").text().value_or("");
  for (const json::Cursor& item : root.optional("also_known_as").items()) {
    profile.alsoKnownAs.push_back(item.text().value_or(""));
  }

  const FigureReader figures(readSources(root.required("sources")));
  profile.ports = readPorts(root.required("ports"), figures);
  std::set<std::string> portIds;
  for (const Port& port : profile.ports) portIds.insert(port.id);
  profile.controls = readControls(root.optional("controls"), figures, portIds);
  profile.power = readPower(root.optional("power"), figures);
  profile.needsAirflow = figures.claimAt(root.optional("needs_airflow"));
  profile.figures = figures.figures(root.optional("figures"));
  const bool isHeadphones = kind == Kind::headphones;
  const json::Cursor headphones =
      isHeadphones ? root.required("headphones") : root.optional("headphones");
  if (headphones && kind && !isHeadphones) {
    headphones.fail("Only a profile of the kind \"headphones\" has this part.");
  }
  profile.headphones = readHeadphones(headphones, figures);
  profile.usb = readUsb(root.optional("usb"), figures);
  profile.notes = readNotes(root.optional("notes"), figures);
  return profile;
}

}  // namespace

std::string readId(const json::Cursor& place) {
  std::string id = place.text().value_or("");
  const auto isAllowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  const bool isId = std::ranges::all_of(id, isAllowed) && !id.starts_with('-') &&
                    !id.ends_with('-') && id.find("--") == std::string::npos;
  if (!isId) {
    place.fail(json::inQuotes(id) +
               " is no id: it may hold lower-case letters, digits and single hyphens.");
  }
  return id;
}

std::string readNewId(const json::Cursor& place, std::set<std::string>& taken) {
  std::string id = readId(place);
  if (!id.empty() && !taken.insert(id).second) {
    place.fail("The id " + json::inQuotes(id) + " is taken already.");
  }
  return id;
}

ResultOrErrors<Profile> load(const json::Document& document) {
  json::Reader reader(document);
  Profile profile;
  {
    json::Members root = reader.root().members();
    if (isKnownFormat(root.required("schema"))) {
      profile = readProfile(root);
    } else {
      root.ignoreRest();
      return tl::unexpected<Errors>(reader.errors());
    }
  }
  if (Errors errors = reader.errors(); !errors.empty()) {
    return tl::unexpected<Errors>(std::move(errors));
  }
  return profile;
}

ResultOrErrors<Profile> loadFile(const std::filesystem::path& file) {
  const Result<json::Document> document = json::parseFile(file, kLimits);
  if (!document) return tl::unexpected<Errors>({document.error()});
  return load(*document);
}

Errors validateFile(const std::filesystem::path& file) {
  const ResultOrErrors<Profile> profile = loadFile(file);
  return profile ? Errors{} : profile.error();
}

}  // namespace linecheck::profiles
