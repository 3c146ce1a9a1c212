#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "profiles/locations.h"
#include "profiles/profile.h"

namespace linecheck::profiles {

/// All profiles there are. Does not change once loaded. Thread-safe: yes.
class Library {
 public:
  struct Entry {
    Profile profile;
    std::filesystem::path file;
    bool isUsers = false;  ///< From the user's folder, perhaps in place of a shipped one.
  };
  /// A file, or folder, that could not be used.
  struct Fault {
    std::filesystem::path file;
    Errors errors;
  };

  /// Reads every .json file below both folders, except in those named "schema". A faulty file is
  /// left out and told in `faults`; so is the later one of two in the same folder with one id. A
  /// missing folder of the user's is no fault.
  [[nodiscard]] static Library load(const Locations& locations);

  /// Ordered by kind, then by maker and model.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// Null if there is none.
  [[nodiscard]] const Entry* find(std::string_view id) const;
  [[nodiscard]] std::vector<const Entry*> ofKind(Kind kind) const;
  /// Best match first; see `relevance`. All of them for a query without words.
  [[nodiscard]] std::vector<const Entry*> search(std::string_view query) const;
  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

 private:
  void loadFolder(const std::filesystem::path& folder, bool isUsers);
  void add(Entry entry);

  std::vector<Entry> entries_;
  std::vector<Fault> faults_;
};

}  // namespace linecheck::profiles
