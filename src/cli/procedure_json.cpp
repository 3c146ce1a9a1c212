#include "cli/procedure_json.h"

#include <algorithm>

#include "cli/desk_words.h"
#include "measure/procedure_json.h"
#include "prediction/texts.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using json::Value;
using measure::Unit;

const prediction::ComparedFigure* comparedWith(const ResultBeside& beside,
                                               const measure::Figure& figure) {
  if (!beside.comparison) return nullptr;
  const auto& all = beside.comparison->figures;
  const auto found = std::find_if(all.begin(), all.end(), [&figure](const auto& compared) {
    return compared.measured.id == figure.id && compared.measured.channel == figure.channel;
  });
  return found == all.end() ? nullptr : &*found;
}

// What the desk and the calibrations say of a figure.
void addBeside(const ResultBeside& beside, const measure::Figure& figure, Object& object) {
  const Unit step = measure::unitOfDifference(figure.unit);
  const auto set = [&object](std::string_view what, Unit unit, std::optional<double> value) {
    measure::setJsonNumber(object, measure::jsonKey(what, unit), value);
  };
  if (const auto volts = beside.calibrated.inDbu(figure)) {
    set("value", Unit::dbu, volts->value);
    measure::setJsonNumber(object, "uncertainty_dbu_db", volts->uncertainty);
  }
  if (const auto* compared = comparedWith(beside, figure)) {
    const auto& value = compared->expected.value;
    set("predicted", figure.unit, value.nominal);
    set("predicted_low", figure.unit, value.low);
    set("predicted_high", figure.unit, value.high);
    set("difference", step, compared->difference);
    object.set("as_predicted", !compared->isBeyond);
  }
}

Value findingJson(const ResultBeside& beside, const prediction::Finding& finding) {
  Array causes;
  for (const auto& cause : finding.causes) {
    Object object{{"id", cause.id}, {"where", cause.where.text()}};
    object.set("text", prediction::causeText(*beside.loop->desk, cause).english())
        .set("left_db", cause.left);
    causes.push_back(std::move(object));
  }
  Object object{{"id", finding.id},
                {"figure", finding.figure},
                {"channel", measure::channelJson(finding.channel)},
                {"text", prediction::findingText(finding).english()}};
  measure::setJsonNumber(object,
                         measure::jsonKey("difference", measure::unitOfDifference(finding.unit)),
                         finding.difference);
  object.set("causes", std::move(causes));
  return object;
}

Array findingsJson(const ResultBeside& beside) {
  Array array;
  if (!beside.comparison) return array;
  for (const auto& finding : beside.comparison->findings) {
    array.push_back(findingJson(beside, finding));
  }
  return array;
}

// What would have to be told for the figures to be predicted.
Array unpredictedJson(const ResultBeside& beside) {
  Array array;
  if (!beside.comparison) return array;
  for (const auto& one : beside.comparison->unpredicted) {
    Array missing;
    for (const levels::Missing& lacking : one.missing.items()) {
      missing.push_back(
          Object{{"what", word(lacking.gap)},
                 {"where", lacking.where.text()},
                 {"text", prediction::missingText(*beside.loop->desk, lacking).english()}});
    }
    Object object{{"figure", one.id}, {"channel", measure::channelJson(one.channel)}};
    object.set("missing", std::move(missing));
    array.push_back(std::move(object));
  }
  return array;
}

// What was not used, and why.
Array unfitJson(const measure::CalibratedResult& calibrated) {
  Array array;
  for (const auto& match : calibrated.unfit()) {
    Array reasons;
    for (const auto& misfit : match.misfits) reasons.emplace_back(measure::describe(misfit));
    array.push_back(Object{{"calibration", match.index + 1}, {"reasons", std::move(reasons)}});
  }
  return array;
}

}  // namespace

Object procedureJson(const ResultBeside& beside) {
  Object document = measure::procedureJson(
      beside.result, [&beside](const measure::Figure& figure, Object& object) {
        addBeside(beside, figure, object);
      });
  document.set("calibrations_not_used", unfitJson(beside.calibrated))
      .set("findings", findingsJson(beside))
      .set("prediction_missing", unpredictedJson(beside));
  return document;
}

}  // namespace linecheck::cli
