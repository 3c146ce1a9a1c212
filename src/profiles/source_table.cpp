#include "profiles/source_table.h"

#include <algorithm>

#include "profiles/text_folding.h"

namespace linecheck::profiles {
namespace {

constexpr std::size_t kUsualWords = 4;

/// The author, or whatever else stands before the first comma or colon.
std::string_view firstPart(std::string_view citation) {
  return citation.substr(0, citation.find_first_of(",;:("));
}

std::string joined(const std::vector<std::string>& words, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < std::min(count, words.size()); ++i) {
    if (i > 0) text += '-';
    text += words[i];
  }
  return text;
}

}  // namespace

std::string SourceTable::keyOf(const Source& source) {
  const auto it = std::ranges::find(entries_, source, &std::pair<std::string, Source>::second);
  if (it != entries_.end()) return it->first;
  entries_.emplace_back(newKey(source), source);
  return entries_.back().first;
}

json::Object SourceTable::json() const {
  json::Object table;
  for (const auto& [key, source] : entries_) {
    json::Object entry;
    entry.set("citation", source.citation);
    if (!source.url.empty()) entry.set("url", source.url);
    table.set(key, std::move(entry));
  }
  return table;
}

bool SourceTable::isTaken(const std::string& key) const {
  return std::ranges::find(entries_, key, &std::pair<std::string, Source>::first) != entries_.end();
}

std::string SourceTable::newKey(const Source& source) const {
  const std::vector<std::string> words = foldedWords(source.citation);
  const std::size_t author = foldedWords(firstPart(source.citation)).size();
  std::string key = "source";
  for (std::size_t count = std::clamp<std::size_t>(author, 1, kUsualWords); count <= words.size();
       ++count) {
    key = joined(words, count);
    if (!isTaken(key)) return key;
  }
  std::string numbered = key;
  for (int number = 2; isTaken(numbered); ++number) numbered = key + '-' + std::to_string(number);
  return numbered;
}

}  // namespace linecheck::profiles
