#include "document/new_wiring.h"

#include <algorithm>
#include <vector>

#include "chain/edits.h"
#include "chain/signals.h"
#include "document/new_cable.h"

namespace linecheck::ui {
namespace {

using chain::SignalClass;
using profiles::Direction;
using profiles::Kind;
using profiles::Port;

/// What a device is joined to, the best first, and by what kind of signal.
struct Want {
  Kind kind;
  SignalClass signal;
  std::vector<Kind> sources;
};

const std::vector<Want>& wants() {
  static const std::vector<Want> kWants = {
      {Kind::audioInterface, SignalClass::digital, {Kind::usbIsolator, Kind::computer}},
      {Kind::dac, SignalClass::digital, {Kind::usbIsolator, Kind::computer}},
      {Kind::headphoneAmplifier,
       SignalClass::line,
       {Kind::preamplifier, Kind::audioInterface, Kind::dac, Kind::onboardAudio}},
      {Kind::headphones,
       SignalClass::headphone,
       {Kind::headphoneAmplifier, Kind::audioInterface, Kind::dac, Kind::onboardAudio}},
      {Kind::monitor,
       SignalClass::line,
       {Kind::headphoneAmplifier, Kind::preamplifier, Kind::audioInterface, Kind::dac}},
      {Kind::powerAmplifier,
       SignalClass::line,
       {Kind::headphoneAmplifier, Kind::preamplifier, Kind::audioInterface, Kind::dac}},
      {Kind::loudspeakers, SignalClass::loudspeaker, {Kind::powerAmplifier}},
  };
  return kWants;
}

bool isFed(const chain::Desk& desk, const chain::DeviceId& device, SignalClass signal) {
  const auto& attached = desk.attached(device);
  return std::any_of(attached.begin(), attached.end(), [&](const auto& end) {
    const Port* port = desk.port(end.near->socket);
    return !end.isSource && port != nullptr && chain::signalClass(*port) == signal;
  });
}

int score(const Port& from, const Port& to) {
  const bool areBoth = from.balanced.value_or(false) && to.balanced.value_or(false);
  const bool areAlike = from.connector == to.connector;
  return (areBoth ? 4 : 0) + (areAlike ? 2 : 0) -
         (from.balanced.value_or(false) != to.balanced.value_or(false) ? 1 : 0);
}

// Whether it is one side of a pair.
bool isHalf(const profiles::Profile& profile) {
  return profile.kind == Kind::monitor || profile.kind == Kind::loudspeakers;
}

// The best cable from one device to another that can be plugged in now.
std::optional<chain::Edit> bestCable(const chain::Desk& desk, const chain::Device& source,
                                     const chain::Device& device, SignalClass signal) {
  const auto* from = desk.profile(source.id);
  const auto* to = desk.profile(device.id);
  if (from == nullptr || to == nullptr) return std::nullopt;
  std::optional<chain::Edit> best;
  int bestScore = 0;
  for (const Port& output : from->ports) {
    if (output.direction == Direction::in || chain::signalClass(output) != signal) continue;
    for (const Port& input : to->ports) {
      if (input.direction == Direction::out || chain::signalClass(input) != signal) continue;
      chain::Socket out{source.id, output.id, {}};
      const chain::Socket in{device.id, input.id, {}};
      if (!fit(desk, out, in) || (best && score(output, input) <= bestScore)) continue;
      // One of a pair of loudspeakers takes one of the two sockets, the left one first.
      Result<chain::Edit> edit = fail(ErrorCode::badInput, "No socket is free.");
      const bool isSplit = output.sockets > 1 && input.sockets == 1 && isHalf(*to);
      for (int i = 0; isSplit && !edit && i < output.sockets; ++i) {
        out.index = i;
        edit = join(desk, out, in);
      }
      if (!isSplit) edit = join(desk, out, in);
      if (!edit) continue;
      bestScore = score(output, input);
      best = *std::move(edit);
    }
  }
  return best;
}

bool takesMains(const profiles::Profile* profile) {
  return profile != nullptr && profile->power &&
         (profile->power->supply == profiles::Supply::internalMains ||
          profile->power->supply == profiles::Supply::externalAdapter);
}

}  // namespace

std::optional<chain::Edit> missingCable(const chain::Desk& desk) {
  for (const Want& want : wants()) {
    for (const chain::Device& device : desk.chain().devices) {
      if (desk.kind(device.id) != want.kind || isFed(desk, device.id, want.signal)) continue;
      for (const Kind kind : want.sources) {
        for (const chain::Device& source : desk.chain().devices) {
          if (desk.kind(source.id) != kind) continue;
          if (auto edit = bestCable(desk, source, device, want.signal)) return edit;
        }
      }
    }
  }
  return std::nullopt;
}

std::optional<chain::Edit> missingPlug(const chain::Desk& desk) {
  const auto& points = desk.chain().powerPoints;
  for (const chain::Device& device : desk.chain().devices) {
    if (!takesMains(desk.profile(device.id)) || !desk.feeds(device.id).empty()) continue;
    const auto strip = std::find_if(points.begin(), points.end(), [](const auto& point) {
      return point.kind != chain::PowerPoint::Kind::outlet;
    });
    if (strip != points.end()) {
      chain::PowerLead lead;
      lead.from = strip->id;
      lead.to = device.id;
      auto edit = chain::feed(desk, lead);
      return edit ? std::optional(*std::move(edit)) : std::nullopt;
    }
    chain::PowerPoint point;
    point.kind = chain::PowerPoint::Kind::strip;
    auto edit = chain::addPowerPoint(desk, point);
    return edit ? std::optional(*std::move(edit)) : std::nullopt;
  }
  // A strip that nothing feeds hangs on an outlet.
  for (const chain::PowerPoint& point : points) {
    if (point.kind == chain::PowerPoint::Kind::outlet || desk.upstream(point.id) != nullptr) {
      continue;
    }
    const auto outlet = std::find_if(points.begin(), points.end(), [](const auto& one) {
      return one.kind == chain::PowerPoint::Kind::outlet;
    });
    if (outlet == points.end()) {
      auto edit = chain::addPowerPoint(desk, chain::PowerPoint{});
      return edit ? std::optional(*std::move(edit)) : std::nullopt;
    }
    chain::PowerLead lead;
    lead.from = outlet->id;
    lead.to = point.id;
    auto edit = chain::feed(desk, lead);
    return edit ? std::optional(*std::move(edit)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace linecheck::ui
