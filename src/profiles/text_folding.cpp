#include "profiles/text_folding.h"

#include <cstdint>

namespace linecheck::profiles {
namespace {

/// The letters below U+00C0…U+017F; a space where there is none.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Takes the first character off; U+0020 for bytes that are not UTF-8.
char32_t takeCharacter(std::string_view& text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(0);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  char32_t character = length < 2 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) {
      text.remove_prefix(i);
      return U' ';
    }
    character = (character << 6U) | (byte(i) & 0x3FU);
  }
  text.remove_prefix(length == 0 ? 1 : length);
  return length == 0 ? U' ' : character;
}

bool isBetween(char32_t character, char32_t first, char32_t last) {
  return character >= first && character <= last;
}

bool isAccent(char32_t character) {
  return isBetween(character, 0x300, 0x36F);
}

/// Lower case without accents, U+0020 for what is neither letter nor digit.
char32_t folded(char32_t c) {
  if (isBetween(c, U'A', U'Z')) return c + 0x20;
  if (c < 0x80) return isBetween(c, U'a', U'z') || isBetween(c, U'0', U'9') ? c : U' ';
  if (isBetween(c, 0xC0, 0x17F)) return static_cast<unsigned char>(kLatin[c - 0xC0]);
  if (c < 0xC0 || isBetween(c, 0x2000, 0x2BFF) || isBetween(c, 0x3000, 0x303F)) return U' ';
  if (isBetween(c, 0x391, 0x3A9) || isBetween(c, 0x410, 0x42F)) return c + 0x20;
  if (isBetween(c, 0x400, 0x40F)) return c + 0x50;
  return c;
}

void append(std::string& text, char32_t c) {
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0U | (c >> 6U));
    add(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    add(0xE0U | (c >> 12U));
    add(0x80U | ((c >> 6U) & 0x3FU));
    add(0x80U | (c & 0x3FU));
  } else {
    add(0xF0U | (c >> 18U));
    add(0x80U | ((c >> 12U) & 0x3FU));
    add(0x80U | ((c >> 6U) & 0x3FU));
    add(0x80U | (c & 0x3FU));
  }
}

}  // namespace

std::vector<std::string> foldedWords(std::string_view text) {
  std::vector<std::string> words;
  bool inWord = false;
  while (!text.empty()) {
    const char32_t character = takeCharacter(text);
    if (isAccent(character)) continue;
    const char32_t letter = folded(character);
    if (letter == U' ') {
      inWord = false;
      continue;
    }
    if (!inWord) words.emplace_back();
    inWord = true;
    append(words.back(), letter);
  }
  return words;
}

}  // namespace linecheck::profiles
