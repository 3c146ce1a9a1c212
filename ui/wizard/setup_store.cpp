#include "wizard/setup_store.h"

#include "base/path_text.h"
#include "base/replace_file.h"
#include "chain/file.h"
#include "json/document.h"
#include "json/writer.h"
#include "setup/progress_json.h"

namespace linecheck::ui {
namespace {

constexpr const char* kProgress = "setup.json";
constexpr const char* kDesk = "setup.chain.json";

}  // namespace

ResultOrErrors<std::optional<setup::Progress>> SetupStore::load() {
  if (folder_.empty()) return std::nullopt;
  const auto document = json::parseFile(folder_ / kProgress);
  if (!document && document.error().code == ErrorCode::notFound) return std::nullopt;
  if (!document) {
    isBroken_ = true;
    return tl::unexpected<Errors>(Errors{document.error()});
  }
  auto progress = setup::readProgress(*document);
  if (!progress) {
    isBroken_ = true;
    return tl::unexpected<Errors>(progress.error());
  }
  return std::optional(*std::move(progress));
}

Result<void> SetupStore::makeFolder() const {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (!error) return {};
  return fail(ErrorCode::io, "This folder cannot be made: " + error.message() + ".",
              pathText(folder_));
}

Result<void> SetupStore::save(const setup::Progress& progress) {
  if (folder_.empty() || isBroken_) return {};
  if (auto made = makeFolder(); !made) return made;
  return replaceFile(folder_ / kProgress, json::toText(setup::toJson(progress)));
}

std::optional<chain::Chain> SetupStore::loadDesk(const chain::ProfileLookup& lookup) const {
  if (folder_.empty()) return std::nullopt;
  auto loaded = chain::loadFile(folder_ / kDesk, lookup);
  if (!loaded) return std::nullopt;
  return std::move(loaded->chain);
}

Result<void> SetupStore::saveDesk(const chain::Chain& chain) {
  if (folder_.empty() || chain.devices.empty()) return {};
  if (auto made = makeFolder(); !made) return made;
  return chain::saveFile(folder_ / kDesk, chain);
}

}  // namespace linecheck::ui
