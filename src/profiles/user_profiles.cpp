#include "profiles/user_profiles.h"

#include <fmt/format.h>

#include "base/path_text.h"
#include "base/replace_file.h"
#include "profiles/new_profile.h"
#include "profiles/vocabulary.h"
#include "profiles/writer.h"

namespace linecheck::profiles {
namespace {

namespace fs = std::filesystem;

bool isSameDevice(const Profile& a, const Profile& b) {
  return a.kind == b.kind && a.maker == b.maker && a.model == b.model;
}

/// A path at which nothing is yet, not even a file that could not be read.
fs::path freePath(const fs::path& folder, const std::string& id) {
  fs::path file = folder / (id + ".json");
  std::error_code ignored;
  for (int number = 2; fs::exists(fs::symlink_status(file, ignored)); ++number) {
    file = folder / fmt::format("{}-{}.json", id, number);
  }
  return file;
}

tl::unexpected<Errors> one(ErrorCode code, std::string what, std::string where) {
  return tl::unexpected<Errors>(Errors{{code, std::move(what), std::move(where)}});
}

}  // namespace

std::string clashOf(const Profile& profile, const Library& library, Clash clash) {
  const Library::Entry* known = library.find(profile.id);
  if (known == nullptr || clash == Clash::replaceAny) return {};
  if (!isSameDevice(known->profile, profile)) {
    return fmt::format("The id “{}” is that of the {}. Give this device another id.", profile.id,
                       known->profile.name());
  }
  if (known->isUsers && clash == Clash::refuse) {
    return fmt::format("You have a profile of the {} already.", known->profile.name());
  }
  return {};
}

ResultOrErrors<fs::path> saveProfile(const Profile& profile, const Library& library,
                                     const Locations& locations, Clash clash) {
  if (Errors faults = faultsOf(profile); !faults.empty()) {
    return tl::unexpected<Errors>(std::move(faults));
  }
  if (std::string why = clashOf(profile, library, clash); !why.empty()) {
    return one(ErrorCode::usage, std::move(why), profile.id);
  }
  if (locations.user.empty()) {
    return one(ErrorCode::notFound, "There is no home folder to keep your profiles in.", "");
  }
  const Library::Entry* known = library.find(profile.id);
  const fs::path folder = locations.user / std::string(wordFor(kKinds, profile.kind));
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return one(ErrorCode::io, "This folder cannot be made: " + error.message() + ".",
               pathText(folder));
  }
  const fs::path file =
      known != nullptr && known->isUsers ? known->file : freePath(folder, profile.id);
  if (const Result<void> written = replaceFile(file, toFileText(profile)); !written) {
    return tl::unexpected<Errors>(Errors{written.error()});
  }
  return file;
}

Result<void> removeProfile(const std::string& id, const Library& library) {
  const Library::Entry* known = library.find(id);
  if (known == nullptr) return fail(ErrorCode::notFound, "There is no profile with this id.", id);
  if (!known->isUsers) {
    return fail(ErrorCode::usage,
                "This profile comes with Linecheck and stays. To correct it, save one of your own "
                "with the same id.",
                id);
  }
  std::error_code error;
  if (!std::filesystem::remove(known->file, error) || error) {
    return fail(ErrorCode::io, "This file cannot be deleted: " + error.message() + ".",
                pathText(known->file));
  }
  return {};
}

Result<void> exportProfile(const Profile& profile, const fs::path& file, bool mayReplace) {
  std::error_code ignored;
  if (!mayReplace && fs::exists(fs::symlink_status(file, ignored))) {
    return fail(ErrorCode::usage, "There is a file of this name already; choose another name.",
                pathText(file));
  }
  return replaceFile(file, toFileText(profile));
}

}  // namespace linecheck::profiles
