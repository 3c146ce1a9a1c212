#include "cli/check_json.h"

#include <string>

#include "chain/live_controls.h"
#include "cli/desk_words.h"
#include "cli/setting_text.h"
#include "rules/texts.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;

// The best value, and where they are known the bounds beside it.
template <class T>
void setEstimate(Object& object, const std::string& key, const levels::Estimate<T>& estimate) {
  object.set(key, estimate.nominal);
  if (estimate.low && estimate.low != estimate.nominal) object.set(key + "_low", estimate.low);
  if (estimate.high && estimate.high != estimate.nominal) object.set(key + "_high", estimate.high);
}

template <class Tag>
Array placesJson(const std::vector<chain::Id<Tag>>& ids) {
  Array array;
  for (const auto& id : ids) array.emplace_back(id.text());
  return array;
}
Array placesJson(const std::vector<chain::Place>& places) {
  Array array;
  for (const chain::Place& place : places) array.emplace_back(place.text());
  return array;
}

Array fixesJson(const std::vector<chain::Fix>& fixes) {
  Array array;
  for (const chain::Fix& fix : fixes) {
    array.emplace_back(Object()
                           .set("action", fix.action)
                           .set("text", fixText(fix))
                           .set("where", placesJson(fix.where))
                           .set("cost", std::string(word(fix.cost))));
  }
  return array;
}

Array missingJson(const levels::MissingSet& missing) {
  Array array;
  for (const levels::Missing& item : missing.items()) {
    array.emplace_back(
        Object().set("what", std::string(word(item.gap))).set("where", item.where.text()));
  }
  return array;
}

Array findingsJson(const std::vector<rules::Finding>& findings) {
  Array array;
  for (const rules::Finding& finding : findings) {
    array.emplace_back(Object()
                           .set("id", finding.id)
                           .set("severity", std::string(word(finding.severity)))
                           .set("where", placesJson(finding.where))
                           .set("message", rules::message(finding))
                           .set("approved", finding.isApproved)
                           .set("fixes", fixesJson(finding.fixes)));
  }
  return array;
}

Array loopsJson(const chain::GroundPlan& grounds) {
  Array array;
  for (const chain::GroundLoop& loop : grounds.loops) {
    Object object;
    object.set("path", placesJson(loop.path))
        .set("shields", placesJson(loop.shields))
        .set("audible", loop.isAudible)
        .set("drive", std::string(word(loop.drive)));
    setEstimate(object, "attenuation_db",
                loop.attenuation ? levels::Estimate<Decibels>::of(*loop.attenuation)
                                 : levels::Estimate<Decibels>{});
    object.set("fixes", fixesJson(loop.fixes));
    array.emplace_back(std::move(object));
  }
  return array;
}

Object pointJson(const levels::Point& point, std::size_t path) {
  Object object{{"path", path + 1}, {"at", point.at.place().text()}};
  object.set("is_input", point.at.isInput).set("digital", point.isDigital);
  setEstimate(object, "max_dbu", point.ceiling);
  setEstimate(object, "nominal_dbu", point.working);
  setEstimate(object, "noise_dbu", point.noise);
  setEstimate(object, "headroom_db", point.headroom);
  setEstimate(object, "dynamic_range_db", point.dynamicRange);
  setEstimate(object, "max_v", levels::volts(point.ceiling));
  setEstimate(object, "nominal_v", levels::volts(point.working));
  setEstimate(object, "noise_v", levels::volts(point.noise));
  return object;
}

Object pathJson(const levels::Path& path, std::size_t index, bool isMain) {
  Object object{{"path", index + 1}, {"main", isMain}};
  object.set("from", path.points.front().at.place().text())
      .set("to", path.points.back().at.place().text())
      .set("playing", path.isPlaying);
  setEstimate(object, "snr_db", path.snr);
  setEstimate(object, "interface_snr_for_1_db_db", path.interfaceSnrForOneDecibel);
  if (path.firstLimit) {
    Object limit{{"at", path.points[path.firstLimit->point].at.place().text()}};
    setEstimate(limit, "margin_db", path.firstLimit->margin);
    object.set("clips_first", std::move(limit.set("certain", path.firstLimit->isCertain)));
  } else {
    object.set("clips_first", nullptr);
  }
  if (path.loudness) setEstimate(object, "loudness_dbspl", *path.loudness);
  return object;
}

Object recommendedJson(const chain::Desk& desk, const levels::Recommendation& recommended) {
  std::optional<DecibelsU> trim;
  std::optional<std::string> gain;
  Array settings;
  for (const auto& choice : recommended.choices) {
    const profiles::Profile* profile = desk.profile(chain::DeviceId(choice.control.part));
    const profiles::Control* control =
        profile != nullptr ? profile->control(choice.control.detail) : nullptr;
    if (const auto* level = std::get_if<DecibelsU>(&choice.setting)) trim = *level;
    if (control != nullptr && std::holds_alternative<profiles::GainSwitch>(control->action)) {
      gain = settingText(choice.setting);
    }
    settings.emplace_back(
        Object().set("control", choice.control.text()).set("setting", settingText(choice.setting)));
  }
  Object object;
  object.set("trim_dbu", trim).set("gain", gain);
  levels::Estimate<double> travel;
  levels::Estimate<Decibels> attenuation;
  if (recommended.knob) {
    const auto fraction = [](chain::Travel t) { return t.fraction; };
    travel = levels::rising(recommended.knob->travel, fraction);
    attenuation = recommended.knob->attenuation;
    object.set("knob", recommended.knob->control.text());
  } else {
    object.set("knob", nullptr);
  }
  setEstimate(object, "knob_travel", travel);
  setEstimate(object, "knob_attenuation_db", attenuation);
  setEstimate(object, "loudest_dbspl", recommended.loudest);
  Array obstacles;
  for (const levels::Obstacle& obstacle : recommended.obstacles) {
    obstacles.emplace_back(Object()
                               .set("what", std::string(word(obstacle.kind)))
                               .set("where", obstacle.where.text())
                               .set("by_db", obstacle.by));
  }
  object.set("settings", std::move(settings))
      .set("obstacles", std::move(obstacles))
      .set("missing", missingJson(recommended.missing));
  return object;
}

}  // namespace

void addDeskCheck(Object& document, const chain::Desk& desk, const DeskCheck& check) {
  document.set("findings", findingsJson(check.findings))
      .set("ground_loops", loopsJson(check.grounds))
      .set("ground_loops_complete", check.grounds.isComplete);
  Array levelsArray;
  Array paths;
  for (std::size_t i = 0; i < check.levels.paths.size(); ++i) {
    const levels::Path& path = check.levels.paths[i];
    paths.emplace_back(pathJson(path, i, i == check.mainPath));
    for (const levels::Point& point : path.points) levelsArray.emplace_back(pointJson(point, i));
  }
  document.set("paths", std::move(paths)).set("levels", std::move(levelsArray));
  setEstimate(
      document, "snr_db",
      check.mainPath ? check.levels.paths[*check.mainPath].snr : levels::Estimate<Decibels>{});
  const std::vector<chain::DeviceId> down(check.powerUp.rbegin(), check.powerUp.rend());
  document.set("power_up", placesJson(check.powerUp))
      .set("power_down", placesJson(down))
      .set("live_controls", placesJson(check.liveControls));
  if (check.recommended) {
    document.set("recommended", recommendedJson(desk, *check.recommended));
  } else {
    document.set("recommended", nullptr);
  }
}

}  // namespace linecheck::cli
