#include "profiles/spec_line.h"

#include <algorithm>
#include <span>
#include <utility>

#include "profiles/spec_label.h"
#include "profiles/spec_quantity.h"
#include "profiles/spec_reference.h"
#include "profiles/spec_tokens.h"

namespace linecheck::profiles {
namespace {

using spec::Dimension;
using spec::Label;
using spec::Quantity;
using spec::Token;

// Softest loudspeakers and loudest in-ears lie inside; what lies outside is something else.
constexpr double kLeastSensitivity = 50.0;
constexpr double kGreatestSensitivity = 150.0;

class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line), all_(spec::tokens(line)) {}

  SpecLine read() {
    while (at_ < all_.size()) {
      if (isSeparator(at_)) {
        clause_ = labelFrom_ = ++at_;
      } else if (const auto quantity = spec::quantityAt(all_, at_)) {
        at_ = quantity->end;
        take(*quantity);
        labelFrom_ = std::max(labelFrom_, at_);
      } else {
        if (all_[at_].is("(")) ++depth_;
        if (all_[at_].is(")") && depth_ > 0) --depth_;
        ++at_;
      }
    }
    placeUnnamedLevels();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool isSeparator(std::size_t at) const {
    return all_[at].is(";") || (all_[at].is(",") && depth_ == 0);
  }

  void take(const Quantity& quantity) {
    switch (quantity.dimension) {
      case Dimension::resistance:
        return takeResistance(quantity);
      case Dimension::decibels:
        return takeDecibels(quantity);
      case Dimension::power:
        return takePower(quantity);
      case Dimension::voltage:
      case Dimension::level:
        return takeVoltage(quantity);
      case Dimension::none:
        return takeBare(quantity);
      case Dimension::frequency:
      case Dimension::other:
        return leave(quantity, "No figure of a profile takes this from a line.");
    }
  }

  // What a figure is called.

  /// The words before a quantity, or, where there are none, those after it in the same clause.
  [[nodiscard]] std::vector<std::string> labelWords(const Quantity& quantity) const {
    std::vector<std::string> words = wordsIn(std::max(clause_, labelFrom_), quantity.first);
    if (!words.empty()) return words;
    std::size_t end = at_;
    while (end < all_.size() && !isSeparator(end) && !spec::quantityAt(all_, end)) ++end;
    return wordsIn(at_, end);
  }
  [[nodiscard]] std::vector<std::string> wordsIn(std::size_t first, std::size_t end) const {
    std::vector<std::string> words;
    for (std::size_t i = first; i < end; ++i) {
      if (all_[i].isWord()) words.push_back(all_[i].folded);
    }
    return words;
  }

  [[nodiscard]] Label labelOf(const Quantity& quantity) const {
    return spec::labelOf(labelWords(quantity));
  }

  // Quantities.

  void takeResistance(const Quantity& quantity) {
    if (isFollowedByPower()) return;  // "32 Ω: 580 mW" is taken with its power.
    switch (labelOf(quantity)) {
      case Label::output:
        return set(result_.outputImpedance, quantity, "output impedance");
      case Label::input:
        return leave(quantity, "The impedance of an input is not taken from a line.");
      case Label::none:
        break;
      default:
        return leave(quantity, "No figure of a profile takes this from a line.");
    }
    if (!isGood(quantity)) return;
    if (quantity.written.value && *quantity.written.value <= 0.0) {
      return tell(quantity, "An impedance is greater than 0.");
    }
    set(result_.impedance, quantity, "impedance");
  }

  /// Whether ":" or "=" and a power follow, and if so remembers the load for it.
  bool isFollowedByPower() {
    if (at_ >= all_.size() || (!all_[at_].is(":") && !all_[at_].is("="))) return false;
    const auto next = spec::quantityAt(all_, at_ + 1);
    return next && next->dimension == Dimension::power;
  }

  void takeDecibels(const Quantity& quantity) {
    const Label label = labelOf(quantity);
    const spec::ReferenceClause clause = spec::referenceAt(all_, at_);
    std::optional<Sensitivity::Reference> reference = clause.reference;
    at_ = clause.end;
    switch (label) {
      case Label::signalToNoise:
        return setNoise(result_.signalToNoise, quantity, "signal to noise ratio");
      case Label::dynamicRange:
        return setNoise(result_.dynamicRange, quantity, "dynamic range");
      case Label::greatestSpl:
        return leave(quantity, "The greatest level is not the sensitivity.");
      case Label::noise:
        return leave(quantity, "Noise is given in µV, dBu or dBV.");
      case Label::other:
        return leave(quantity, "No figure of a profile takes this from a line.");
      default:
        break;
    }
    if (!reference) reference = std::exchange(labelReference_, std::nullopt);
    if (!clause.fault.empty()) return tell(quantity, clause.fault);
    if (!reference && label != Label::sensitivity) {
      unnamed_.push_back(quantity);
    } else {
      setSensitivity(quantity, reference);
    }
  }

  void setSensitivity(const Quantity& quantity, std::optional<Sensitivity::Reference> reference) {
    const Written& level = quantity.written;
    if (!isGood(quantity)) return;
    for (const std::optional<double>& number : {level.value, level.low, level.high}) {
      if (number && (*number < kLeastSensitivity || *number > kGreatestSensitivity)) {
        return tell(quantity, "A sensitivity lies between 50 and 150 dB.");
      }
    }
    if (result_.sensitivity) return tell(quantity, "This is a second sensitivity; keep one.");
    result_.sensitivity = {level, reference};
  }

  /// "97 dB" alone is a sensitivity on a line about headphones; beside figures of an amplifier it
  /// may as well be its distance from noise.
  void placeUnnamedLevels() {
    const bool isAmplifier = !result_.powers.empty() || result_.outputImpedance ||
                             result_.maximumLevel || result_.noise || result_.signalToNoise ||
                             result_.dynamicRange;
    for (const Quantity& quantity : unnamed_) {
      if (isAmplifier) {
        tell(quantity, "Say what this is, such as “SNR 120 dB” or “sensitivity 97 dB/mW”.");
      } else {
        setSensitivity(quantity, std::nullopt);
      }
    }
  }

  void takePower(const Quantity& quantity) {
    if (isReferenceInLabel(quantity)) return;
    std::optional<Ohms> load = loadBefore(quantity);
    if (!load) load = takeLoadAfter();
    if (!isGood(quantity)) return;
    if (!load) {
      return tell(quantity, "Say into which load, such as “580 mW into 32 ohm”.");
    }
    if (quantity.written.value && *quantity.written.value < 0.0) {
      return tell(quantity, "A power cannot be negative.");
    }
    result_.powers.push_back({quantity.written, *load});
  }

  /// "Sensitivity (1 mW): 97 dB"
  bool isReferenceInLabel(const Quantity& quantity) {
    const auto reference = spec::referenceOf(quantity);
    const auto words = wordsIn(std::max(clause_, labelFrom_), quantity.first);
    if (!reference || spec::labelOf(words) != Label::sensitivity) return false;
    labelReference_ = reference;
    return true;
  }

  /// "32 Ω: 580 mW"
  [[nodiscard]] std::optional<Ohms> loadBefore(const Quantity& power) const {
    const std::size_t sign = power.first;
    if (sign < 3 || (!all_[sign - 1].is(":") && !all_[sign - 1].is("="))) return std::nullopt;
    const auto load = spec::quantityAt(all_, sign - 3);
    return load && load->end == sign - 1 ? loadOf(*load) : std::nullopt;
  }

  /// "580 mW into 32 ohm", "3.5 W x2 @ 16 Ω", "800 mW (32 Ω)", "1 W per channel at 32 ohm"
  std::optional<Ohms> takeLoadAfter() {
    std::size_t at = at_;
    const auto isAt = [&](std::initializer_list<std::string_view> words) {
      return at < all_.size() &&
             std::ranges::any_of(words, [&](std::string_view word) { return all_[at].is(word); });
    };
    while (isAt({"x",  "x2", "per", "pro", "channel", "kanal", "each", "rms", "+",   "into",
                 "in", "an", "at",  "bei", "@",       "/",     "(",    "on",  "for", "je"}) ||
           (at > at_ && all_[at - 1].is("x") && at < all_.size() && all_[at].value == 2.0)) {
      ++at;
    }
    if (at == at_) return std::nullopt;
    const auto quantity = spec::quantityAt(all_, at);
    if (!quantity || quantity->dimension != Dimension::resistance) return std::nullopt;
    at_ = quantity->end;
    return loadOf(*quantity);
  }

  [[nodiscard]] static std::optional<Ohms> loadOf(const Quantity& quantity) {
    const Written& written = quantity.written;
    const bool isPlain = quantity.dimension == Dimension::resistance && quantity.fault.empty() &&
                         written.value && !written.low && !written.high && *written.value > 0.0;
    if (!isPlain) return std::nullopt;
    return Ohms::of(*written.value * (written.unit == "kohm" ? 1e3 : 1.0));
  }

  void takeVoltage(const Quantity& quantity) {
    if (isReferenceInLabel(quantity)) return;
    const auto words = labelWords(quantity);
    const Label label = spec::labelOf(words);
    if (label == Label::noise) return setNoise(result_.noise, quantity, "noise");
    const bool isGreatest = std::ranges::any_of(words, [](const std::string& word) {
      return word.starts_with("max") || word.starts_with("output") || word.starts_with("ausgang");
    });
    if (label == Label::input)
      return leave(quantity, "Levels of inputs are not taken from a line.");
    if (!isGreatest || (label != Label::output && label != Label::none)) {
      return tell(quantity, "Say what this is, such as “maximum output 7.5 V” or “noise 0.3 µV”.");
    }
    set(result_.maximumLevel, quantity, "maximum level");
  }

  void takeBare(const Quantity& quantity) {
    const auto words = wordsIn(std::max(clause_, labelFrom_), quantity.first);
    const bool isFigure = std::ranges::any_of(words, [](const std::string& word) {
      return word.find("impedan") != std::string::npos || word.starts_with("sens") ||
             word.starts_with("empfindlich") || word.starts_with("snr");
    });
    if (isFigure) return tell(quantity, "The unit is missing.");
    leave(quantity, "This number has no unit.");
  }

  // Results.

  bool isGood(const Quantity& quantity) {
    if (quantity.fault.empty()) return true;
    tell(quantity, quantity.fault);
    return false;
  }

  void set(std::optional<Written>& place, const Quantity& quantity, std::string_view name) {
    if (!isGood(quantity)) return;
    if (place) return tell(quantity, "This is a second " + std::string(name) + "; keep one.");
    place = quantity.written;
  }
  void setNoise(std::optional<SpecNoise>& place, const Quantity& quantity, std::string_view name) {
    if (!isGood(quantity)) return;
    if (place) return tell(quantity, "This is a second " + std::string(name) + "; keep one.");
    place = SpecNoise{quantity.written, quantity.weighting};
  }

  [[nodiscard]] SpecRemark remark(const Quantity& quantity, std::string what) const {
    const std::size_t begin = all_[quantity.first].begin;
    const std::size_t length = all_[quantity.end - 1].end() - begin;
    return {begin, length, std::string(line_.substr(begin, length)), std::move(what)};
  }
  void tell(const Quantity& quantity, std::string what) {
    result_.faults.push_back(remark(quantity, std::move(what)));
  }
  void leave(const Quantity& quantity, std::string what) {
    result_.unused.push_back(remark(quantity, std::move(what)));
  }

  std::string_view line_;
  std::vector<Token> all_;
  std::size_t at_ = 0;
  std::size_t clause_ = 0;     ///< Where the clause begins.
  std::size_t labelFrom_ = 0;  ///< Where the words before the next quantity begin.
  int depth_ = 0;
  std::optional<Sensitivity::Reference> labelReference_;
  std::vector<Quantity> unnamed_;
  SpecLine result_;
};

}  // namespace

bool SpecLine::isEmpty() const {
  return !impedance && !sensitivity && powers.empty() && !outputImpedance && !maximumLevel &&
         !noise && !signalToNoise && !dynamicRange;
}

SpecLine parseSpecLine(std::string_view line) {
  return LineReader(line).read();
}

Written withReference(Written level, Sensitivity::Reference reference) {
  level.unit = reference == Sensitivity::Reference::volt ? "dB/V" : "dB/mW";
  return level;
}

std::array<SensitivityReading, 2> sensitivityReadings(const Written& level,
                                                      std::optional<Ohms> impedance) {
  using Reference = Sensitivity::Reference;
  const double middle =
      level.value ? *level.value : (level.low.value_or(0.0) + level.high.value_or(0.0)) / 2.0;
  const auto reading = [&](Reference reference) {
    SensitivityReading made{reference, withReference(level, reference), std::nullopt};
    if (!impedance || impedance->value() <= 0.0) return made;
    made.inOtherUnit =
        reference == Reference::milliwatt
            ? Sensitivity::perMilliwatt(DecibelsSpl::of(middle)).atOneVolt(*impedance)
            : Sensitivity::perVolt(DecibelsSpl::of(middle)).atOneMilliwatt(*impedance);
    return made;
  };
  return {reading(Reference::milliwatt), reading(Reference::volt)};
}

}  // namespace linecheck::profiles
