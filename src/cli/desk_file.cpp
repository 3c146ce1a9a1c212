#include "cli/desk_file.h"

#include <ostream>
#include <utility>

#include "chain/file.h"

namespace linecheck::cli {

DeskFile::DeskFile(std::filesystem::path file)
    : file_(std::move(file)), library_(profiles::Library::load(profiles::locations())) {}

chain::ProfileLookup DeskFile::lookup() const {
  return [this](std::string_view id) -> const profiles::Profile* {
    const profiles::Library::Entry* entry = library_.find(id);
    return entry != nullptr ? &entry->profile : nullptr;
  };
}

bool DeskFile::read(const Session& session) {
  auto loaded = chain::loadFile(file_, lookup());
  const auto tell = [&](const Errors& errors) {
    for (const Error& error : errors) session.err << "linecheck-cli: " << error.message() << '\n';
  };
  if (!loaded) {
    tell(loaded.error());
    return false;
  }
  tell(loaded->warnings);
  chain_ = std::move(loaded->chain);
  return true;
}

}  // namespace linecheck::cli
