#include "profiles/search.h"

#include <algorithm>
#include <numeric>

#include "profiles/text_folding.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

using Words = std::vector<std::string>;

std::string squashed(const Words& words) {
  return std::accumulate(words.begin(), words.end(), std::string());
}

/// `weight` for the whole word, less for a part of it.
int match(std::string_view wanted, std::string_view word, int weight) {
  if (word == wanted) return weight;
  if (word.starts_with(wanted)) return weight * 6 / 10;
  if (wanted.size() > 1 && word.find(wanted) != std::string_view::npos) return weight * 2 / 10;
  return 0;
}

int bestMatch(std::string_view wanted, const Words& words, int weight) {
  int best = match(wanted, squashed(words), weight);
  for (const std::string& word : words) best = std::max(best, match(wanted, word, weight));
  return best;
}

}  // namespace

int relevance(const Profile& profile, std::string_view query) {
  std::vector<Words> models{foldedWords(profile.model)};
  for (const std::string& name : profile.alsoKnownAs) models.push_back(foldedWords(name));
  const Words maker = foldedWords(profile.maker);
  const Words kind = foldedWords(wordFor(kKinds, profile.kind));

  int total = 0;
  for (const std::string& wanted : foldedWords(query)) {
    int best = std::max(bestMatch(wanted, maker, 80), bestMatch(wanted, kind, 40));
    for (const Words& model : models) best = std::max(best, bestMatch(wanted, model, 100));
    if (best == 0) return 0;
    total += best;
  }
  return total;
}

}  // namespace linecheck::profiles
