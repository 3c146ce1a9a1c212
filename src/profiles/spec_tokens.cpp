#include "profiles/spec_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "profiles/text_folding.h"

namespace linecheck::profiles::spec {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// What is written, and the symbol that it means; the longer ones first.
constexpr std::array<Pair, 30> kSymbols{{
    {"+/-", "±"}, {"+/−", "±"}, {"...", ".."}, {"+-", "±"}, {"..", ".."}, {"<=", "<"},
    {">=", ">"},  {"±", "±"},   {"…", ".."},   {"≤", "<"},  {"≥", ">"},   {"≈", "~"},
    {"∼", "~"},   {"‐", "-"},   {"‑", "-"},    {"‒", "-"},  {"–", "-"},   {"—", "-"},
    {"―", "-"},   {"−", "-"},   {"×", "x"},    {"·", ";"},  {"•", ";"},   {"|", ";"},
    {"\n", ";"},  {"\r", ";"},  {"“", "\""},   {"”", "\""}, {"：", ":"},  {"，", ","},
}};

constexpr std::array<std::string_view, 5> kSpaces{"\u00a0", "\u2009", "\u202f", "\u2002", "\u2003"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t spaceAt(std::string_view rest) {
  if (rest.starts_with(' ') || rest.starts_with('\t')) return 1;
  for (const std::string_view space : kSpaces) {
    if (rest.starts_with(space)) return space.size();
  }
  return 0;
}

const Pair* symbolAt(std::string_view rest) {
  const auto it = std::ranges::find_if(
      kSymbols, [&](const Pair& symbol) { return rest.starts_with(symbol.first); });
  return it == kSymbols.end() ? nullptr : &*it;
}

/// Digits in groups of three after the first group of one to three.
bool areThousands(const std::vector<std::string>& groups) {
  if (groups.front().empty() || groups.front().size() > 3) return false;
  return std::all_of(groups.begin() + 1, groups.end(),
                     [](const std::string& group) { return group.size() == 3; });
}

std::vector<std::string> splitAt(const std::string& digits, char separator) {
  std::vector<std::string> groups(1);
  for (const char c : digits) {
    if (c == separator) {
      groups.emplace_back();
    } else {
      groups.back() += c;
    }
  }
  return groups;
}

std::string joined(const std::vector<std::string>& groups) {
  std::string text;
  for (const std::string& group : groups) text += group;
  return text;
}

/// Whether one separator can be a decimal point as well as one of thousands. "0,125" cannot, and
/// nobody writes "1.125" for a thousand in a text with decimal points, but "1.000" many do.
bool isAmbiguous(const std::string& whole, char separator, const std::string& rest) {
  if (rest.size() != 3 || whole.empty() || whole.size() > 3 || whole == "0") return false;
  return separator == ',' || rest.ends_with('0');
}

/// The number without separators, or nothing and why.
std::string plainDigits(const std::string& digits, std::string& fault) {
  const auto points = std::ranges::count(digits, '.');
  const auto commas = std::ranges::count(digits, ',');
  if (points + commas == 0) return digits;
  const char last = digits[digits.find_last_of(".,")];
  if (points + commas == 1) {
    const auto parts = splitAt(digits, last);
    if (isAmbiguous(parts[0], last, parts[1])) {
      fault = digits + " can be " + parts[0] + "." + parts[1] + " or " + parts[0] + parts[1] +
              "; write it without the separator of thousands.";
      return {};
    }
    return parts[0] + '.' + parts[1];
  }
  if (points == 0 || commas == 0) {
    const auto groups = splitAt(digits, last);
    if (areThousands(groups)) return joined(groups);
  } else if ((last == '.' ? points : commas) == 1) {
    const std::size_t at = digits.find_last_of(".,");
    const auto groups = splitAt(digits.substr(0, at), last == '.' ? ',' : '.');
    if (areThousands(groups)) return joined(groups) + '.' + digits.substr(at + 1);
  }
  fault = digits + " is no number.";
  return {};
}

class Scanner {
 public:
  explicit Scanner(std::string_view line) : line_(line) {}

  std::vector<Token> scan() {
    while (at_ < line_.size()) {
      const std::string_view rest = line_.substr(at_);
      if (const std::size_t space = spaceAt(rest); space > 0) {
        at_ += space;
      } else if (isDigit(rest[0]) || (rest[0] == '.' && rest.size() > 1 && isDigit(rest[1]))) {
        takeNumber();
      } else if (const Pair* symbol = symbolAt(rest)) {
        add(Token::Kind::symbol, symbol->first.size(), symbol->second);
      } else if (isLetter(rest[0]) || static_cast<unsigned char>(rest[0]) >= 0x80) {
        takeWord();
      } else {
        add(Token::Kind::symbol, 1, rest.substr(0, 1));
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(Token::Kind kind, std::size_t length, std::string_view text) {
    Token token{.kind = kind,
                .begin = at_,
                .length = length,
                .text = std::string(text),
                .folded = std::string(text),
                .fault = {}};
    tokens_.push_back(std::move(token));
    at_ += length;
  }

  void takeNumber() {
    std::size_t end = at_;
    std::string digits;
    while (end < line_.size()) {
      const bool separates = (line_[end] == '.' || line_[end] == ',') && end + 1 < line_.size() &&
                             isDigit(line_[end + 1]);
      const std::size_t space = thinSpaceBetweenDigits(end);
      if (!isDigit(line_[end]) && !separates && space == 0) break;
      if (space == 0) digits += line_[end];
      end += std::max<std::size_t>(space, 1);
    }
    add(Token::Kind::number, end - at_, line_.substr(at_, end - at_));
    Token& token = tokens_.back();
    const std::string plain = plainDigits(digits, token.fault);
    if (!token.fault.empty()) return;
    const auto result = std::from_chars(plain.data(), plain.data() + plain.size(), token.value);
    if (result.ec != std::errc()) token.fault = token.text + " is no number.";
  }

  /// Length of a space that groups thousands; an ordinary one rather parts two figures.
  [[nodiscard]] std::size_t thinSpaceBetweenDigits(std::size_t at) const {
    const std::size_t space = spaceAt(line_.substr(at));
    if (space < 2 || at + space + 3 > line_.size()) return 0;
    const std::string_view group = line_.substr(at + space, 4);
    const bool isGroup = std::ranges::all_of(group.substr(0, 3), isDigit);
    return isGroup && (group.size() < 4 || !isDigit(group[3])) ? space : 0;
  }

  void takeWord() {
    std::size_t end = at_;
    while (end < line_.size()) {
      const std::string_view rest = line_.substr(end);
      const bool isOther = static_cast<unsigned char>(rest[0]) >= 0x80;
      if (!isLetter(rest[0]) && !isDigit(rest[0]) && !isOther) break;
      if (isOther && (spaceAt(rest) > 0 || symbolAt(rest) != nullptr)) break;
      ++end;
    }
    std::string text(line_.substr(at_, end - at_));
    for (const std::string_view sign : {"Ω", "\u2126", "ω"}) {
      if (const auto found = text.find(sign); found != std::string::npos) {
        text.replace(found, sign.size(), "ohm");
      }
    }
    add(Token::Kind::word, end - at_, text);
    const auto folded = foldedWords(text);
    tokens_.back().folded = folded.size() == 1 ? folded.front() : text;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens(std::string_view line) {
  return Scanner(line).scan();
}

}  // namespace linecheck::profiles::spec
