#include "chain/file.h"

#include <array>

#include "base/replace_file.h"
#include "chain/file_parts.h"
#include "chain/followed_faults.h"
#include "chain/legality.h"
#include "json/pointer.h"
#include "json/writer.h"

namespace linecheck::chain {
namespace {

constexpr json::Limits kLimits{.bytes = std::size_t{4} << 20U, .depth = 16};

// One for each format before the newest: the first leads from format 1 to format 2.
constexpr std::array<json::Migration, kFormatVersion - 1> kMigrations{};

/// The place that a pointer names, or the nearest around it that is there.
json::Cursor cursorAt(json::Cursor at, std::string_view pointer) {
  while (!pointer.empty()) {
    const std::size_t end = pointer.find('/', 1);
    const std::string_view step = pointer.substr(0, end);
    pointer.remove_prefix(step.size());
    std::optional<json::Cursor> next;
    const auto isNext = [&](const std::string& found) {
      return found.size() == at.pointer().size() + step.size() && found.ends_with(step);
    };
    if (at.isList()) {
      for (const json::Cursor& item : at.items()) {
        if (isNext(item.pointer())) next = item;
      }
    } else if (!at.isText()) {
      for (const auto& [key, member] : at.members().all()) {
        if (isNext(member.pointer())) next = member;
      }
    }
    if (!next) break;
    at = *next;
  }
  return at;
}

}  // namespace

const json::Format& fileFormat() {
  static const json::Format kFormat{"linecheck.chain", "chain", kMigrations};
  return kFormat;
}

ResultOrErrors<LoadedChain> load(const json::Document& document, const ProfileLookup& lookup,
                                 const json::Format& format) {
  const Result<json::Document> newest = json::toNewest(document, format);
  if (!newest) return tl::unexpected<Errors>({newest.error()});

  json::Reader reader(*newest);
  Chain chain;
  {
    json::Members root = reader.root().members();
    (void)root.required("schema").text();
    chain = readChain(root);
  }
  const std::vector<Fault> faults =
      findFaults(chain, [&](const Device& device) { return lookup(device.profile); });
  const FollowedFaults followed(chain, reader.errors(), newest->name());
  json::Reader warnings(*newest);
  for (const Fault& fault : faults) {
    if (followed.contains(fault)) continue;
    cursorAt((fault.isOfProfile ? warnings : reader).root(), fault.pointer)
        .fail(fault.what, fault.code);
  }
  if (Errors errors = reader.errors(); !errors.empty()) {
    return tl::unexpected<Errors>(std::move(errors));
  }
  return LoadedChain{std::move(chain), warnings.errors()};
}

ResultOrErrors<LoadedChain> loadFile(const std::filesystem::path& file,
                                     const ProfileLookup& lookup) {
  const Result<json::Document> document = json::parseFile(file, kLimits);
  if (!document) return tl::unexpected<Errors>({document.error()});
  return load(*document, lookup);
}

std::string toText(const Chain& chain) {
  return json::toText(toJson(chain, fileFormat().schema())) + '\n';
}

Result<void> saveFile(const std::filesystem::path& file, const Chain& chain) {
  return replaceFile(file, toText(chain));
}

}  // namespace linecheck::chain
