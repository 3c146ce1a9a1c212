#include <cmath>
#include <string>

#include "cli/desk_words.h"
#include "cli/diagnose_report.h"
#include "diagnosis/step_words.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using json::Value;

std::optional<double> finite(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Value boundJson(diagnosis::Observation::Kind kind) {
  switch (kind) {
    case diagnosis::Observation::Kind::measured:
      break;
    case diagnosis::Observation::Kind::atMost:
      return "at_most";
    case diagnosis::Observation::Kind::atLeast:
      return "at_least";
  }
  return {};
}

Array evidenceJson(const diagnosis::Evidence& evidence, const diagnosis::CauseProbability& cause) {
  Array array;
  for (const diagnosis::Move& move : cause.moves) {
    Object object;
    object.set("name", diagnosis::traitId(move.trait));
    if (const auto* seen = evidence.find(move.trait)) {
      object.set("value", finite(seen->value))
          .set("unit", diagnosis::traitUnit(move.trait))
          .set("bound", boundJson(seen->kind));
    } else {
      object.set("value", Value());
    }
    array.emplace_back(object.set("moves_db", finite(move.moves.value())));
  }
  return array;
}

Array traitsJson(const diagnosis::Evidence& evidence) {
  Array array;
  for (const diagnosis::Observation& seen : evidence.observations) {
    array.emplace_back(
        Object()
            .set("name", diagnosis::traitId(seen.trait))
            .set("value", finite(seen.value))
            .set("unit", diagnosis::traitUnit(seen.trait))
            .set("bound", boundJson(seen.kind))
            .set("se", seen.standardError ? finite(*seen.standardError) : std::nullopt));
  }
  return array;
}

Array noiseJson(const diagnosis::Evidence& evidence) {
  Array array;
  for (const diagnosis::NoiseBand& band : evidence.noise) {
    array.emplace_back(
        Object().set("low_hz", band.low).set("high_hz", band.high).set("level_dbfs", band.level));
  }
  return array;
}

Array causesJson(const DiagnosisReport& report) {
  Array array;
  for (const auto& cause : report.causes) {
    array.emplace_back(Object()
                           .set("cause", diagnosis::causeId(cause.cause))
                           .set("probability", cause.probability)
                           .set("evidence", evidenceJson(report.evidence(), cause)));
  }
  return array;
}

Array capturesJson(const DiagnosisReport& report) {
  Array array;
  for (const DiagnosedCapture& capture : report.captures) {
    const auto& main = capture.diagnosis.main();
    array.emplace_back(Object()
                           .set("file", capture.file)
                           .set("duration_s", capture.duration)
                           .set("cause", diagnosis::causeId(main.cause))
                           .set("probability", main.probability));
  }
  return array;
}

void setOverBaseline(Object& object, const DiagnosisReport& report, int order) {
  if (!report.overBaseline) return;
  for (const auto& [each, over] : *report.overBaseline) {
    if (each != order) continue;
    object.set("over_baseline_dbfs", over.level)
        .set("over_baseline_se_db",
             over.isBound ? std::optional<double>() : finite(over.standardError.value()))
        .set("over_baseline_bound", over.isBound ? Value("at_most") : Value());
  }
}

Array harmonicsJson(const DiagnosisReport& report) {
  Array array;
  const dsp::HumEstimate& hum = report.evidence().hum;
  if (!hum.present) return array;
  for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
    Object object;
    object.set("order", harmonic.order)
        .set("frequency_hz", harmonic.frequency)
        .set("level_dbfs", harmonic.level)
        .set("level_se_db", finite(harmonic.levelStandardError.value()))
        .set("detected", harmonic.detected);
    setOverBaseline(object, report, harmonic.order);
    array.emplace_back(std::move(object));
  }
  return array;
}

Array audibilityJson(const diagnosis::Audibility& audibility) {
  Array array;
  for (const auto& harmonic : audibility.harmonics) {
    Object object;
    object.set("order", harmonic.order).set("frequency_hz", harmonic.frequency);
    object.set("spl_db", harmonic.spl.nominal)
        .set("spl_db_low", harmonic.spl.low)
        .set("spl_db_high", harmonic.spl.high)
        .set("threshold_db", harmonic.threshold)
        .set("audible", harmonic.isAudible);
    array.emplace_back(std::move(object));
  }
  return array;
}

Array placesJson(const std::vector<chain::Place>& places) {
  Array array;
  for (const chain::Place& place : places) array.emplace_back(place.text());
  return array;
}

Array linksJson(const DeskDiagnosis& desk) {
  Array array;
  for (const diagnosis::Suspect& suspect : desk.links) {
    Array cures;
    for (const chain::Fix& fix : suspect.cures) {
      cures.emplace_back(Object()
                             .set("action", fix.action)
                             .set("text", fixText(fix))
                             .set("where", placesJson(fix.where))
                             .set("cost", word(fix.cost)));
    }
    array.emplace_back(Object()
                           .set("where", placesJson(suspect.where))
                           .set("probability", suspect.probability)
                           .set("cause", diagnosis::causeId(suspect.cause))
                           .set("cures", std::move(cures)));
  }
  return array;
}

Array stepsJson(const DeskDiagnosis& desk) {
  Array array;
  for (const diagnosis::ProposedStep& proposed : desk.steps) {
    array.emplace_back(
        Object()
            .set("action", diagnosis::stepActionId(proposed.step.action))
            .set("where", placesJson(proposed.step.where))
            .set("cost", word(proposed.step.cost))
            .set("text", diagnosis::wordsFor(proposed.step, *desk.desk).what.english())
            .set("minutes", proposed.step.minutes)
            .set("gain_bits", proposed.gainBits)
            .set("plugging", proposed.step.isPlugging));
  }
  return array;
}

void setChange(Object& object, const diagnosis::Change& change) {
  object.set("change_db", change.change)
      .set("se_db", finite(change.standardError.value()))
      .set("verdict", diagnosis::changeVerdictId(change.verdict));
  object.set("bound", change.isBound ? Value(change.isLeast ? "at_least" : "at_most") : Value());
}

void addComparison(Object& document, const DiagnosisReport& report) {
  Array harmonics, causes;
  Value total, files;
  if (report.comparison) {
    const diagnosis::Comparison& comparison = report.comparison->comparison;
    for (const auto& harmonic : comparison.harmonics) {
      Object object{{"order", harmonic.order}};
      setChange(object, harmonic.change);
      object.set("times_longer",
                 diagnosis::timesLonger(harmonic.change, diagnosis::wanderOf(harmonic.order)));
      harmonics.emplace_back(std::move(object));
    }
    for (const auto& cause : comparison.causes) {
      Object object{{"cause", diagnosis::causeId(cause.cause)}};
      setChange(object, cause.change);
      causes.emplace_back(std::move(object));
    }
    Object all;
    setChange(all, comparison.total);
    total = std::move(all);
    files = Object{{"before", report.comparison->before}, {"after", report.comparison->after}};
  }
  document.set("comparison", std::move(harmonics))
      .set("comparison_causes", std::move(causes))
      .set("comparison_total", std::move(total))
      .set("compared", std::move(files));
}

}  // namespace

json::Object diagnosisJson(const DiagnosisReport& report) {
  const dsp::HumEstimate& hum = report.evidence().hum;
  Object document{{"schema", "linecheck.diagnosis/1"}};
  document.set("captures", capturesJson(report))
      .set("sample_rate_hz", report.rate)
      .set("channel", report.evidence().channel + 1)
      .set("causes", causesJson(report))
      .set("mains_hz", hum.present ? std::optional(hum.fundamental) : std::nullopt)
      .set("mains_se_hz", hum.present ? std::optional(hum.fundamentalStandardError) : std::nullopt)
      .set("detection_limit_dbfs", hum.detectionLimit)
      .set("traits", traitsJson(report.evidence()))
      .set("noise_bands", noiseJson(report.evidence()))
      .set("harmonics", harmonicsJson(report));
  const DeskDiagnosis* desk = report.desk ? &*report.desk : nullptr;
  document.set("at", desk ? Value(chain::Place(desk->at.device, desk->at.port).text()) : Value())
      .set("audible", desk ? desk->audibility.isAudible : std::nullopt)
      .set("audibility_text", desk ? Value(desk->audibility.sentence.english()) : Value());
  Array needs;
  if (desk) {
    for (const Sentence& need : desk->audibility.needs) needs.emplace_back(need.english());
  }
  document.set("audibility_needs", std::move(needs))
      .set("audibility", desk ? audibilityJson(desk->audibility) : Array())
      .set("links", desk ? linksJson(*desk) : Array())
      .set("next_steps", desk ? stepsJson(*desk) : Array());
  addComparison(document, report);
  return document;
}

}  // namespace linecheck::cli
