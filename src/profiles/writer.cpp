#include "profiles/writer.h"

#include <fmt/format.h>

#include "json/writer.h"
#include "profiles/part_writers.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

json::Object write(const UsbId& usb, const FigureWriter& figures) {
  json::Object object{{"id", fmt::format("{:04x}:{:04x}", usb.vendor, usb.product)}};
  figures.setClaim(object, usb.claim);
  return object;
}

json::Object write(const Note& note, const FigureWriter& figures) {
  json::Object object{{"severity", wordFor(kSeverities, note.severity)},
                      {"topic", note.topic},
                      {"text", note.text}};
  figures.setClaim(object, note.claim);
  return object;
}

template <class Part>
void setList(json::Object& object, std::string_view key, const std::vector<Part>& parts,
             const FigureWriter& figures) {
  json::Array list;
  for (const Part& part : parts) list.emplace_back(write(part, figures));
  object.set(key, std::move(list));
}

}  // namespace

json::Object toJson(const Profile& profile) {
  SourceTable sources;
  const FigureWriter figures(sources);
  json::Object parts;
  setList(parts, "ports", profile.ports, figures);
  if (profile.headphones) parts.set("headphones", write(*profile.headphones, figures));
  if (!profile.controls.empty()) setList(parts, "controls", profile.controls, figures);
  if (profile.power) parts.set("power", write(*profile.power, figures));
  figures.set(parts, "needs_airflow", profile.needsAirflow);
  figures.set(parts, "figures", profile.figures);
  if (!profile.usb.empty()) setList(parts, "usb", profile.usb, figures);
  if (!profile.notes.empty()) setList(parts, "notes", profile.notes, figures);

  json::Object document{{"schema", fmt::format("linecheck.profile/{}", kFormatVersion)},
                        {"id", profile.id},
                        {"kind", wordFor(kKinds, profile.kind)},
                        {"maker", profile.maker},
                        {"model", profile.model}};
  if (!profile.alsoKnownAs.empty()) {
    document.set("also_known_as",
                 json::Array(profile.alsoKnownAs.begin(), profile.alsoKnownAs.end()));
  }
  document.set("sources", sources.json());  // Full only now that the parts are written.
  for (const json::Member& part : parts.members()) document.set(part.key, part.value);
  return document;
}

std::string toFileText(const Profile& profile) {
  return json::toText(toJson(profile), json::Layout{.indent = 2, .plainListsInline = true}) + '\n';
}

}  // namespace linecheck::profiles
