#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "json/reader.h"
#include "profiles/sensitivity.h"

namespace linecheck::cli {

/// The meanings of a file format's words.
template <class T, std::size_t N>
[[nodiscard]] std::map<std::string, T> meanings(const std::array<json::Word<T>, N>& words) {
  std::map<std::string, T> map;
  for (const auto& [word, meaning] : words) map.emplace(word, meaning);
  return map;
}

/// An option whose value is one of the words of the file format.
template <class T, std::size_t N>
CLI::Option* addWord(CLI::App& command, const std::string& name, std::optional<T>& meaning,
                     const std::array<json::Word<T>, N>& words, const std::string& help) {
  const auto map = meanings(words);
  return command
      .add_option_function<std::string>(
          name, [&meaning, map](const std::string& word) { meaning = map.at(word); }, help)
      ->check(CLI::IsMember(map));
}

inline constexpr std::array<json::Word<profiles::Sensitivity::Reference>, 2> kReferenceWords{{
    {"mw", profiles::Sensitivity::Reference::milliwatt},
    {"v", profiles::Sensitivity::Reference::volt},
}};

}  // namespace linecheck::cli
