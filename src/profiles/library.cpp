#include "profiles/library.h"

#include <algorithm>
#include <tuple>

#include "base/path_text.h"
#include "json/pointer.h"
#include "profiles/loader.h"
#include "profiles/search.h"
#include "profiles/text_folding.h"

namespace linecheck::profiles {
namespace {

/// The profiles below a folder in the order of their paths.
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder,
                                              std::error_code& error) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
  while (!error && it != fs::recursive_directory_iterator()) {
    std::error_code ignored;
    if (it->is_directory(ignored) && it->path().filename() == "schema") {
      it.disable_recursion_pending();
    } else if (it->path().extension() == ".json" && !it->is_directory(ignored)) {
      files.push_back(it->path());
    }
    it.increment(error);
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

Library Library::load(const Locations& locations) {
  Library library;
  library.loadFolder(locations.shipped, false);
  if (!locations.user.empty()) library.loadFolder(locations.user, true);
  std::ranges::sort(library.entries_, {}, [](const Entry& entry) {
    return std::tuple(entry.profile.kind, foldedWords(entry.profile.name()), entry.profile.id);
  });
  return library;
}

void Library::loadFolder(const std::filesystem::path& folder, bool isUsers) {
  std::error_code error;
  const bool isThere = std::filesystem::is_directory(folder, error);
  if (!isThere && isUsers) return;
  if (!isThere) {
    faults_.push_back({folder,
                       {{ErrorCode::notFound,
                         "There is no folder of device profiles here; install Linecheck again, or "
                         "name the folder in LINECHECK_PROFILES.",
                         json::place(pathText(folder), "")}}});
    return;
  }
  for (const std::filesystem::path& file : filesBelow(folder, error)) {
    ResultOrErrors<Profile> profile = loadFile(file);
    if (profile) {
      add({std::move(*profile), file, isUsers});
    } else {
      faults_.push_back({file, std::move(profile.error())});
    }
  }
  if (error) {
    faults_.push_back({folder,
                       {{ErrorCode::io, "Not all of this folder can be read: " + error.message(),
                         json::place(pathText(folder), "")}}});
  }
}

void Library::add(Entry entry) {
  const auto sameId = [&](const Entry& other) { return other.profile.id == entry.profile.id; };
  const auto it = std::ranges::find_if(entries_, sameId);
  if (it == entries_.end()) {
    entries_.push_back(std::move(entry));
  } else if (it->isUsers != entry.isUsers) {
    *it = std::move(entry);
  } else {
    faults_.push_back({entry.file,
                       {{ErrorCode::badInput,
                         "The id " + json::inQuotes(entry.profile.id) + " is taken by " +
                             pathText(it->file) + ".",
                         json::place(pathText(entry.file), "/id")}}});
  }
}

const Library::Entry* Library::find(std::string_view id) const {
  const auto it =
      std::ranges::find_if(entries_, [&](const Entry& entry) { return entry.profile.id == id; });
  return it == entries_.end() ? nullptr : &*it;
}

std::vector<const Library::Entry*> Library::ofKind(Kind kind) const {
  std::vector<const Entry*> found;
  for (const Entry& entry : entries_) {
    if (entry.profile.kind == kind) found.push_back(&entry);
  }
  return found;
}

std::vector<const Library::Entry*> Library::search(std::string_view query) const {
  struct Hit {
    const Entry* entry;
    int relevance;
    std::size_t modelWords;  // Of two equal hits the plainer name is meant: L30 before L30 II.
  };
  const bool takesAll = foldedWords(query).empty();
  std::vector<Hit> hits;
  for (const Entry& entry : entries_) {
    const int found = relevance(entry.profile, query);
    if (found > 0 || takesAll) {
      hits.push_back({&entry, found, takesAll ? 0 : foldedWords(entry.profile.model).size()});
    }
  }
  std::ranges::stable_sort(
      hits, {}, [](const Hit& hit) { return std::tuple(-hit.relevance, hit.modelWords); });
  std::vector<const Entry*> found;
  found.reserve(hits.size());
  for (const Hit& hit : hits) found.push_back(hit.entry);
  return found;
}

}  // namespace linecheck::profiles
