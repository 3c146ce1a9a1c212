#include "cli/match_words.h"

#include <fmt/format.h>

#include "base/number_text.h"

namespace linecheck::cli {

using matching::DeviationBasis;
using matching::Limit;
using matching::Reason;
using matching::Verdict;
using Kind = Reason::Kind;

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::good:
      return "good";
    case Verdict::fair:
      return "fair";
    case Verdict::unknown:
      return "unknown";
    case Verdict::poor:
      return "poor";
    case Verdict::dangerous:
      return "dangerous-for-hearing";
  }
  return "";
}

std::string_view word(Limit limit) {
  switch (limit) {
    case Limit::voltage:
      return "voltage";
    case Limit::current:
      return "current";
    case Limit::ratedPower:
      return "rated_power";
    case Limit::feed:
      return "feed";
  }
  return "";
}

std::string_view word(DeviationBasis basis) {
  switch (basis) {
    case DeviationBasis::curve:
      return "curve";
    case DeviationBasis::range:
      return "range";
    case DeviationBasis::planar:
      return "planar";
    case DeviationBasis::none:
      return "worst_case";
  }
  return "";
}

ReasonKeys keysOf(Kind kind) {
  switch (kind) {
    case Kind::dangerous:
      return {"dangerous", "after_small_turn_dbspl", "limit_dbspl"};
    case Kind::headroom:
      return {"headroom", "headroom_db", ""};
    case Kind::headroomSmall:
      return {"headroom_small", "headroom_db", "ample_db"};
    case Kind::headroomShort:
      return {"headroom_short", "short_by_db", ""};
    case Kind::currentShort:
      return {"current_short", "short_by_db", "needed_ma"};
    case Kind::feedShort:
      return {"feed_short", "short_by_db", "needed_v"};
    case Kind::headroomMaybeShort:
      return {"headroom_maybe_short", "short_by_db", ""};
    case Kind::maximumUnknown:
      return {"maximum_unknown", "", ""};
    case Kind::sensitivityUnknown:
      return {"sensitivity_unknown", "", ""};
    case Kind::impedanceUnknown:
      return {"impedance_unknown", "", ""};
    case Kind::sourceImpedanceGood:
      return {"source_impedance_good", "damping_ratio", "least_ratio"};
    case Kind::sourceImpedanceHigh:
      return {"source_impedance_high", "damping_ratio", "least_ratio"};
    case Kind::sourceImpedanceUnknown:
      return {"source_impedance_unknown", "", ""};
    case Kind::responseBends:
      return {"response_bends", "deviation_db", "audible_db"};
    case Kind::responseUnknown:
      return {"response_unknown", "at_most_db", ""};
    case Kind::hissAudible:
      return {"hiss_audible", "noise_spl_dba", "audible_dba"};
    case Kind::silent:
      return {"silent", "noise_spl_dba", "audible_dba"};
    case Kind::noiseUnknown:
      return {"noise_unknown", "", ""};
    case Kind::gainUnknown:
      return {"gain_unknown", "", ""};
    case Kind::knobLow:
      return {"knob_low", "travel", "least_travel"};
    case Kind::knobNarrow:
      return {"knob_narrow", "travel", "least_travel"};
    case Kind::inferredRating:
      return {"inferred_rating", "rated_at_ohm", ""};
    case Kind::builtInEnough:
      return {"built_in_enough", "headroom_db", ""};
    case Kind::builtInEnoughForListening:
      return {"built_in_enough_for_listening", "above_peaks_db", ""};
  }
  return {};
}

std::string reasonText(const Reason& reason) {
  const auto figure = [&](int decimals, std::string_view unit) {
    return numberText(reason.figure, decimals, unit);
  };
  const auto limit = [&](int decimals, std::string_view unit) {
    return numberText(reason.limit, decimals, unit);
  };
  switch (reason.kind) {
    case Kind::dangerous:
      return fmt::format(
          "Danger for your hearing: even at the lowest gain a small turn of the knob goes from "
          "your "
          "listening level to {}.",
          figure(0, "dB SPL"));
    case Kind::headroom:
      return figure(1, "dB") + " left above the peak that you ask for.";
    case Kind::headroomSmall:
      return fmt::format("Just enough: {} left above the peak that you ask for.", figure(1, "dB"));
    case Kind::headroomShort:
      return figure(1, "dB") + " short of the peak that you ask for.";
    case Kind::currentShort:
      return fmt::format(
          "{} short of the peak if it gives no more current than into its rated load: it takes {}.",
          figure(1, "dB"), limit(0, "mA"));
    case Kind::feedShort:
      return fmt::format("{} short of the peak as it is fed: it takes {} at the input.",
                         figure(1, "dB"), limit(2, "V"));
    case Kind::headroomMaybeShort:
      return fmt::format("The figures are uncertain: it may be {} short of the peak.",
                         figure(1, "dB"));
    case Kind::maximumUnknown:
      return "How loud it gets is unknown: no figure tells what this output gives.";
    case Kind::sensitivityUnknown:
      return "How loud it gets is unknown: no figure tells the headphones’ sensitivity.";
    case Kind::impedanceUnknown:
      return "The headphones’ impedance is unknown.";
    case Kind::sourceImpedanceGood:
      return fmt::format("Low output impedance: the headphones have {} times as much.",
                         figure(0, ""));
    case Kind::sourceImpedanceHigh:
      return fmt::format(
          "High output impedance: the headphones have {} times as much; {} times would be good.",
          figure(1, ""), limit(0, ""));
    case Kind::sourceImpedanceUnknown:
      return "The output impedance is unknown, and with it the loss.";
    case Kind::responseBends:
      return fmt::format("The output impedance bends the frequency response by {}.",
                         figure(1, "dB"));
    case Kind::responseUnknown:
      return fmt::format(
          "Without an impedance curve nobody can say how far the response bends: by up to {}.",
          figure(1, "dB"));
    case Kind::hissAudible:
      return fmt::format("Hiss of {} at the ear: you may hear it in a quiet room.",
                         figure(0, "dB SPL(A)"));
    case Kind::silent:
      return "Its noise is too low to hear.";
    case Kind::noiseUnknown:
      return "Whether it hisses is unknown, and these headphones are sensitive.";
    case Kind::gainUnknown:
      return "The amplifier’s gain is unknown: whether its source drives it so far too.";
    case Kind::knobLow:
      return fmt::format("The knob stays near its stop, at {} of its travel or less.",
                         numberText(100.0 * reason.figure, 0, "%"));
    case Kind::knobNarrow:
      return fmt::format("From quiet to loud takes only {} of the knob’s travel.",
                         numberText(100.0 * reason.figure, 0, "%"));
    case Kind::inferredRating:
      return fmt::format("Inferred from the rating into {}.", figure(0, "Ω"));
    case Kind::builtInEnough:
      return "The built-in output is enough; you need no amplifier for loudness.";
    case Kind::builtInEnoughForListening:
      return fmt::format(
          "The built-in output is enough for how loud you listen: {} left above music’s peaks.",
          figure(0, "dB"));
  }
  return {};
}

}  // namespace linecheck::cli
