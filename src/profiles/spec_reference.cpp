#include "profiles/spec_reference.h"

#include <algorithm>

namespace linecheck::profiles::spec {
namespace {

constexpr const char* kForeign =
    "This level is for neither 1 mW nor 1 V; work it out for one of these and give that.";
constexpr const char* kTwice = "Two references are named; keep the one that is meant.";

class ReferenceReader {
 public:
  ReferenceReader(std::span<const Token> tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  ReferenceClause read() {
    while (takeOne()) {
    }
    clause_.end = at_;
    return std::move(clause_);
  }

 private:
  [[nodiscard]] bool isAt(std::size_t at, std::initializer_list<std::string_view> words) const {
    return at < tokens_.size() &&
           std::ranges::any_of(words, [&](std::string_view word) { return tokens_[at].is(word); });
  }

  /// One link of the chain, such as "/ mW" or "@ 1 kHz" or "( 1 mW ,"; false where it ends.
  bool takeOne() {
    std::size_t at = at_;
    bool mayLackNumber = depth_ > 0;
    bool isLinked = depth_ > 0;
    if (isAt(at, {")"}) && depth_ > 0) {
      --depth_;
      ++at_;
      return true;
    }
    if (isAt(at, {"spl", "rms", "input"})) {
      ++at_;
      return true;
    }
    const std::size_t begin = at;
    int opened = 0;
    while (isAt(at, {"/", "@", "at", "bei", "re", "ref", "per", "pro", "for", "an", "("}) ||
           (depth_ + opened > 0 && isAt(at, {",", ";", "spl", ":"}))) {
      mayLackNumber = mayLackNumber || isAt(at, {"/", "per", "pro", "re", "ref", "("});
      if (isAt(at, {"("})) ++opened;
      ++at;
    }
    isLinked = isLinked || at > begin;
    if (!isLinked || at >= tokens_.size()) return false;
    if (const auto quantity = quantityAt(tokens_, at)) {
      if (!takeQuantity(*quantity)) return false;
      at_ = quantity->end;
    } else if (mayLackNumber && take(dimensionOf(tokens_[at]), tokens_[at].text)) {
      at_ = at + 1;
    } else {
      return false;
    }
    depth_ += opened;
    return true;
  }

  bool takeQuantity(const Quantity& quantity) {
    switch (quantity.dimension) {
      case Dimension::frequency:
        return true;
      case Dimension::power:
      case Dimension::voltage:
        if (const auto reference = referenceOf(quantity)) {
          set(*reference);
        } else {
          tell(kForeign);
        }
        return true;
      default:
        return false;
    }
  }

  /// A unit alone, which stands for one of it.
  bool take(Dimension dimension, const std::string& unit) {
    if (dimension != Dimension::power && dimension != Dimension::voltage) return false;
    const bool isMilli = unit.starts_with('m');
    const bool isPower = dimension == Dimension::power;
    if (unit.starts_with("u") || unit.starts_with("n") || isMilli != isPower) {
      tell(kForeign);
    } else {
      set(isPower ? Sensitivity::Reference::milliwatt : Sensitivity::Reference::volt);
    }
    return true;
  }

  void set(Sensitivity::Reference reference) {
    if (clause_.reference && *clause_.reference != reference) tell(kTwice);
    clause_.reference = reference;
  }
  void tell(const char* what) {
    if (clause_.fault.empty()) clause_.fault = what;
  }

  std::span<const Token> tokens_;
  std::size_t at_;
  int depth_ = 0;
  ReferenceClause clause_;
};

}  // namespace

std::optional<Sensitivity::Reference> referenceOf(const Quantity& quantity) {
  const std::string& unit = quantity.written.unit;
  if ((unit == "mW" && quantity.isExactly(1.0)) || (unit == "W" && quantity.isExactly(0.001))) {
    return Sensitivity::Reference::milliwatt;
  }
  if ((unit == "V" && quantity.isExactly(1.0)) || (unit == "mV" && quantity.isExactly(1000.0))) {
    return Sensitivity::Reference::volt;
  }
  return std::nullopt;
}

ReferenceClause referenceAt(std::span<const Token> tokens, std::size_t at) {
  return ReferenceReader(tokens, at).read();
}

}  // namespace linecheck::profiles::spec
