#include "setup/gain_causes.h"

#include <algorithm>

#include "chain/host.h"
#include "prediction/texts.h"

namespace linecheck::setup {
namespace {

/// What a control on the desk is seen to by.
const Item* itemAt(const Evidence& evidence, const chain::Place& control) {
  constexpr ItemKind kControls[] = {ItemKind::outputTrim, ItemKind::digitalVolume, ItemKind::gain,
                                    ItemKind::knob};
  for (const Item& item : evidence.items) {
    if (std::find(std::begin(kControls), std::end(kControls), item.kind) != std::end(kControls) &&
        !item.where.empty() && item.where.front() == control) {
      return &item;
    }
  }
  return nullptr;
}

const Item* itemFor(const Evidence& evidence, const prediction::Cause& cause) {
  if (cause.id == "system-volume-elsewhere") return evidence.first(ItemKind::systemVolume);
  if (cause.id == "control-elsewhere") return itemAt(evidence, cause.where);
  return nullptr;
}

/// A loop that comes back too soft, and nobody knows the desk's levels: the usual place.
const Item* usualItem(const Evidence& evidence, const GainOff& off) {
  const chain::Device* computer = evidence.survey.computer;
  if (off.by >= Decibels::of(0.0) || !computer || chain::usesSystemMixer(*computer) == false) {
    return nullptr;
  }
  return evidence.first(ItemKind::systemVolume);
}

}  // namespace

const prediction::Lane* MeasuredLoop::lane(std::optional<int> channel) const {
  if (!loop) return nullptr;
  for (const prediction::Lane& lane : loop->lanes) {
    if (!channel || lane.channel == *channel) return &lane;
  }
  return nullptr;
}

MeasuredLoop measuredLoop(const Survey& survey, const prediction::LoopChoice& told) {
  MeasuredLoop found;
  if (auto loop = prediction::findLoop(survey.desk, told)) {
    found.loop = *std::move(loop);
    return found;
  }
  if (told.from || !survey.output) return found;
  prediction::LoopChoice choice = told;
  choice.from = chain::Socket{survey.output->device, survey.output->port, {}};
  if (auto loop = prediction::findLoop(survey.desk, choice)) found.loop = *std::move(loop);
  return found;
}

void addGainOff(const Evidence& evidence, const prediction::Loop* loop, const GainOff& off,
                std::chrono::sys_seconds at, ItemKind otherwise, Opinions& opinions) {
  const prediction::Cause* best = off.causes.empty() ? nullptr : &off.causes.front();
  const Item* item = best ? itemFor(evidence, *best) : nullptr;
  if (!item && !best) item = usualItem(evidence, off);
  if (!item) item = evidence.first(otherwise);
  if (!item) return;
  Opinion opinion{item->id, KnownBy::measured, State::wrong, off.found};
  opinion.at = at;
  if (best && loop) opinion.cure = prediction::causeText(*loop->desk, *best);
  if (!best && item->kind == ItemKind::systemVolume) {
    opinion.cure = Sentence{"Look at the system's volume first, then at the faders."};
  }
  for (const prediction::Cause& cause : off.causes) opinion.suspects.push_back(cause.where);
  opinions.push_back(std::move(opinion));
}

}  // namespace linecheck::setup
