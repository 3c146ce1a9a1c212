#include "json/format.h"

#include <charconv>

#include "json/pointer.h"

namespace linecheck::json {
namespace {

/// 0 if the text names no version of the format.
int versionIn(const std::string& schema, std::string_view formatName) {
  const std::string prefix = std::string(formatName) + '/';
  if (!schema.starts_with(prefix)) return 0;
  const std::string digits = schema.substr(prefix.size());
  int version = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), version);
  return version > 0 && digits == std::to_string(version) ? version : 0;
}

}  // namespace

std::string Format::schema() const {
  return std::string(name) + '/' + std::to_string(newest());
}

Result<Document> toNewest(const Document& document, const Format& format) {
  const Object* root = document.root().getIf<Object>();
  const Value* schema = root ? root->find("schema") : nullptr;
  const std::string* text = schema ? schema->getIf<std::string>() : nullptr;
  if (!text) return document;

  const std::string where = place(document.name(), "/schema");
  const std::string noun(format.noun);
  const int version = versionIn(*text, format.name);
  const int newest = format.newest();
  if (version == 0) {
    return fail(ErrorCode::badInput,
                "This is no " + noun + ": in one, \"schema\" is " + inQuotes(format.schema()) + ".",
                where);
  }
  if (version > newest) {
    return fail(ErrorCode::unsupported,
                "This " + noun + " is written in format " + std::to_string(version) +
                    "; this Linecheck reads formats up to " + std::to_string(newest) +
                    ". Update Linecheck to use it.",
                where);
  }
  if (version == newest) return document;
  Object migrated = *root;
  for (const Migration step : format.migrations.subspan(static_cast<std::size_t>(version - 1))) {
    migrated = step(std::move(migrated));
  }
  migrated.set("schema", format.schema());
  return Document(document.name() + " (read as format " + std::to_string(newest) + ")",
                  std::move(migrated), document.duplicateKeys());
}

}  // namespace linecheck::json
