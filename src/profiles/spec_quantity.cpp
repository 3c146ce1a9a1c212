#include "profiles/spec_quantity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace linecheck::profiles::spec {
namespace {

struct UnitSpelling {
  std::string_view spelling;
  bool isCaseSensitive;
  Dimension dimension;
  std::string_view word;  ///< Of the profile format; empty where it has none.
};

// "MW" and "dBv" are left out: each means two things, depending on who writes.
constexpr std::array<UnitSpelling, 46> kUnits{{
    {"ohm", false, Dimension::resistance, "ohm"},
    {"ohms", false, Dimension::resistance, "ohm"},
    {"kohm", false, Dimension::resistance, "kohm"},
    {"kohms", false, Dimension::resistance, "kohm"},
    {"mohm", true, Dimension::resistance, "mohm"},
    {"mOhm", true, Dimension::resistance, "mohm"},
    {"Mohm", true, Dimension::resistance, "Mohm"},
    {"MOhm", true, Dimension::resistance, "Mohm"},
    {"db", false, Dimension::decibels, "dB"},
    {"dbspl", false, Dimension::decibels, "dB"},
    {"dba", false, Dimension::decibels, "dB"},
    {"dbu", false, Dimension::level, "dBu"},
    {"dBV", true, Dimension::level, "dBV"},
    {"w", false, Dimension::power, "W"},
    {"watt", false, Dimension::power, "W"},
    {"watts", false, Dimension::power, "W"},
    {"wrms", false, Dimension::power, "W"},
    {"mW", true, Dimension::power, "mW"},
    {"mw", true, Dimension::power, "mW"},
    {"mWrms", true, Dimension::power, "mW"},
    {"mwatt", false, Dimension::power, "mW"},
    {"milliwatt", false, Dimension::power, "mW"},
    {"milliwatts", false, Dimension::power, "mW"},
    {"v", false, Dimension::voltage, "V"},
    {"volt", false, Dimension::voltage, "V"},
    {"volts", false, Dimension::voltage, "V"},
    {"vrms", false, Dimension::voltage, "V"},
    {"veff", false, Dimension::voltage, "V"},
    {"mV", true, Dimension::voltage, "mV"},
    {"mv", true, Dimension::voltage, "mV"},
    {"mVrms", true, Dimension::voltage, "mV"},
    {"uV", false, Dimension::voltage, "uV"},
    {"uVrms", false, Dimension::voltage, "uV"},
    {"µV", true, Dimension::voltage, "uV"},
    {"µVrms", true, Dimension::voltage, "uV"},
    {"μV", true, Dimension::voltage, "uV"},
    {"μVrms", true, Dimension::voltage, "uV"},
    {"nV", true, Dimension::voltage, "nV"},
    {"hz", false, Dimension::frequency, "Hz"},
    {"khz", false, Dimension::frequency, "kHz"},
    {"mm", true, Dimension::other, ""},
    {"m", true, Dimension::other, ""},
    {"cm", true, Dimension::other, ""},
    {"g", true, Dimension::other, ""},
    {"mA", true, Dimension::other, ""},
    {"A", true, Dimension::other, ""},
}};

constexpr std::array<std::string_view, 6> kPeakUnits{"vpp", "vp", "vpk", "vpeak", "mvpp", "vss"};

std::string lowered(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

const UnitSpelling* unitOf(const Token& token) {
  if (!token.isWord()) return nullptr;
  const std::string lower = lowered(token.text);
  const auto it = std::ranges::find_if(kUnits, [&](const UnitSpelling& unit) {
    return unit.isCaseSensitive ? unit.spelling == token.text
                                : lowered(std::string(unit.spelling)) == lower;
  });
  return it == kUnits.end() ? nullptr : &*it;
}

bool isAnyOf(const Token& token, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return token.is(word); });
}

class QuantityReader {
 public:
  QuantityReader(std::span<const Token> tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  std::optional<Quantity> read() {
    quantity_.first = at_;
    takeBound();
    const std::optional<double> first = takeNumber();
    if (!first) return std::nullopt;
    double low = *first;
    std::optional<double> high = takeRangeEnd();
    takeTolerance();
    takeUnit();
    if (!high) high = takeRangeEndWithUnit();
    takeTolerance();
    if (high) {
      quantity_.written.low = low;
      quantity_.written.high = *high;
      if (low > *high) tell("The lower bound is above the upper one.");
      if (bound_ != '\0' || tolerance_) tell("Give a range or a bound or a tolerance, not two.");
    } else {
      quantity_.written.value = low;
      spread(low);
    }
    quantity_.end = at_;
    return std::move(quantity_);
  }

 private:
  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  [[nodiscard]] bool nextIs(std::initializer_list<std::string_view> words,
                            std::size_t ahead = 0) const {
    return peek(ahead) != nullptr && isAnyOf(*peek(ahead), words);
  }
  void tell(const std::string& what) {
    if (quantity_.fault.empty()) quantity_.fault = what;
  }

  void takeBound() {
    if (nextIs({"<", "below", "under", "unter"})) {
      bound_ = '<';
      ++at_;
    } else if (nextIs({">", "above", "over", "uber"})) {
      bound_ = '>';
      ++at_;
    } else if (nextIs({"less", "more", "kleiner", "grosser"}) && nextIs({"than", "als"}, 1)) {
      bound_ = nextIs({"less", "kleiner"}) ? '<' : '>';
      at_ += 2;
    } else if (nextIs({"~"})) {
      ++at_;
    }
  }

  std::optional<double> takeNumber() {
    const bool isNegative = nextIs({"-"});
    const Token* token = peek(isNegative ? 1 : 0);
    if (token == nullptr || !token->isNumber()) return std::nullopt;
    // "300 Ω - 97 dB": a dash with room on its right is no sign.
    if (isNegative && token->begin != peek()->end()) return std::nullopt;
    if (!token->fault.empty()) tell(token->fault);
    at_ += isNegative ? 2 : 1;
    return isNegative ? -token->value : token->value;
  }

  [[nodiscard]] bool isRangeSign() const { return nextIs({"-", "..", "to", "bis"}); }

  std::optional<double> takeRangeEnd() {
    if (!isRangeSign() || peek(1) == nullptr || !peek(1)->isNumber()) return std::nullopt;
    ++at_;
    return takeNumber();
  }

  /// The end of "20 Ω – 27 Ω". In "300 Ω – 97 dB" the dash only parts two figures.
  std::optional<double> takeRangeEndWithUnit() {
    if (unit_ == nullptr || !isRangeSign()) return std::nullopt;
    const Token* number = peek(1);
    const Token* unit = peek(2);
    if (number == nullptr || !number->isNumber() || unit == nullptr || unitOf(*unit) != unit_) {
      return std::nullopt;
    }
    ++at_;
    const auto end = takeNumber();
    ++at_;
    return end;
  }

  void takeTolerance() {
    if (!nextIs({"±"}) || peek(1) == nullptr || !peek(1)->isNumber()) return;
    ++at_;
    const auto number = takeNumber();
    tolerance_ = number;
    toleranceIsRatio_ = nextIs({"%"});
    const bool isUnitAgain = unit_ != nullptr && peek() != nullptr && unitOf(*peek()) == unit_;
    if (toleranceIsRatio_ || isUnitAgain) ++at_;
  }

  void takeUnit() {
    if (peek() == nullptr) return;
    if (nextIs({"%"})) {
      ++at_;
      quantity_.dimension = Dimension::other;
      return;
    }
    if (std::ranges::find(kPeakUnits, lowered(peek()->text)) != kPeakUnits.end()) {
      tell("This is a peak voltage; give the RMS voltage of a sine.");
      quantity_.dimension = Dimension::voltage;
      ++at_;
      return;
    }
    unit_ = unitOf(*peek());
    if (unit_ == nullptr) return;
    quantity_.dimension = unit_->dimension;
    quantity_.written.unit = unit_->word;
    if (unit_->spelling == "dba") quantity_.weighting = Weighting::a;
    ++at_;
    takeAfterUnit();
  }

  /// "dB(A)", "V RMS", "dB SPL", "V p-p"
  void takeAfterUnit() {
    if (quantity_.dimension == Dimension::decibels && nextIs({"("}) && nextIs({"a"}, 1) &&
        nextIs({")"}, 2)) {
      quantity_.weighting = Weighting::a;
      at_ += 3;
    }
    if (quantity_.dimension == Dimension::decibels && nextIs({"spl"})) ++at_;
    if (quantity_.dimension != Dimension::voltage && quantity_.dimension != Dimension::power)
      return;
    if (nextIs({"rms", "eff"})) ++at_;
    if (nextIs({"pp", "peak", "p"})) tell("This is a peak figure; give the RMS of a sine.");
  }

  void spread(double value) {
    if (bound_ != '\0' && tolerance_) tell("Give a bound or a tolerance, not both.");
    if (bound_ == '<') quantity_.written.high = value;
    if (bound_ == '>') quantity_.written.low = value;
    if (!tolerance_) return;
    const double reach = toleranceIsRatio_ ? std::abs(value) * *tolerance_ / 100.0 : *tolerance_;
    if (toleranceIsRatio_ && quantity_.dimension == Dimension::decibels) {
      tell("A tolerance of a level is in dB, not in %.");
    }
    quantity_.written.low = value - reach;
    quantity_.written.high = value + reach;
  }

  std::span<const Token> tokens_;
  std::size_t at_;
  Quantity quantity_;
  char bound_ = '\0';
  std::optional<double> tolerance_;
  bool toleranceIsRatio_ = false;
  const UnitSpelling* unit_ = nullptr;
};

}  // namespace

Dimension dimensionOf(const Token& token) {
  const UnitSpelling* unit = unitOf(token);
  return unit == nullptr ? Dimension::none : unit->dimension;
}

std::optional<Quantity> quantityAt(std::span<const Token> tokens, std::size_t at) {
  return QuantityReader(tokens, at).read();
}

}  // namespace linecheck::profiles::spec
