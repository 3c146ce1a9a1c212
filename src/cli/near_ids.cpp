#include "cli/near_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace linecheck::cli {
namespace {

/// Letters to change, put in or leave out (Levenshtein 1966).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::vector<std::string> nearWords(std::string_view typed, const std::vector<std::string>& among) {
  constexpr std::size_t kMost = 3;
  const std::size_t tolerated = std::max<std::size_t>(2, typed.size() / 4);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& word : among) {
    // A part of an id, such as the model without its maker, is as near as a slip of the finger.
    const bool isPart = typed.size() >= 3 && word.find(typed) != std::string::npos;
    const std::size_t far = isPart ? 1 : distance(typed, word);
    if (far <= tolerated) near.emplace_back(far, word);
  }
  std::sort(near.begin(), near.end());
  near.resize(std::min(near.size(), kMost));
  std::vector<std::string> words;
  words.reserve(near.size());
  for (auto& [far, word] : near) words.push_back(std::move(word));
  return words;
}

std::string nearIdsText(std::string_view typed,
                        const std::vector<const profiles::Library::Entry*>& among) {
  std::vector<std::string> ids;
  ids.reserve(among.size());
  for (const profiles::Library::Entry* entry : among) ids.push_back(entry->profile.id);
  const auto near = nearWords(typed, ids);
  if (near.empty()) return "`linecheck-cli profiles list` names them all.";
  return fmt::format("Did you mean {}?", fmt::join(near, " or "));
}

}  // namespace linecheck::cli
