#include "simulation/interference.h"

#include <vector>

namespace linecheck::simulation {
namespace {

struct RelativeLevel {
  int order;
  double decibels;  ///< Against the fundamental.
};

HarmonicSeries seriesOf(double fundamentalDbfs, std::initializer_list<RelativeLevel> spectrum) {
  std::vector<HarmonicLevel> levels;
  levels.reserve(spectrum.size());
  for (const RelativeLevel& line : spectrum) {
    levels.push_back({line.order, DecibelsFs::of(fundamentalDbfs + line.decibels)});
  }
  return HarmonicSeries(levels);
}

// Medians of recorded mains voltage (HFHAD-C, 120 files): a loop carries the grid's own spectrum.
const HarmonicSeries& groundLoop() {
  static const HarmonicSeries kSeries = seriesOf(-55.0, {{1, 0.0},
                                                         {2, -64.0},
                                                         {3, -32.5},
                                                         {5, -33.6},
                                                         {7, -39.7},
                                                         {9, -42.6},
                                                         {11, -43.0},
                                                         {13, -44.0}});
  return kSeries;
}

// A transformer's field: its core hardly distorts below saturation.
const HarmonicSeries& magneticPickup() {
  static const HarmonicSeries kSeries =
      seriesOf(-60.0, {{1, 0.0}, {2, -50.0}, {3, -46.0}, {5, -56.0}});
  return kSeries;
}

// A full-wave rectifier's sawtooth, falling by 1/n, with what its unequal halves leave of the
// odd orders.
const HarmonicSeries& supplyRipple() {
  static const HarmonicSeries kSeries = seriesOf(-62.0, {{1, -16.0},
                                                         {2, 0.0},
                                                         {3, -22.0},
                                                         {4, -6.0},
                                                         {6, -9.5},
                                                         {8, -12.0},
                                                         {10, -14.0},
                                                         {12, -15.6},
                                                         {14, -16.9}});
  return kSeries;
}

// Switching edges fall by 1/n, and stray capacitance gives that back: a flat comb, the even orders
// lower by how alike the two half waves are cut.
const HarmonicSeries& mainsHash() {
  static const HarmonicSeries kSeries = [] {
    std::vector<HarmonicLevel> levels{{1, DecibelsFs::of(-72.0)}};
    for (int order = 2; order <= 40; ++order) {
      levels.push_back({order, DecibelsFs::of(order % 2 == 1 ? -82.0 : -96.0)});
    }
    return HarmonicSeries(levels);
  }();
  return kSeries;
}

}  // namespace

HarmonicSeries mainsInterference(FaultSet faults) {
  HarmonicSeries sum;
  if (faults.has(Fault::groundLoop)) sum.add(groundLoop());
  if (faults.has(Fault::magneticPickup)) sum.add(magneticPickup());
  if (faults.has(Fault::supplyRipple)) sum.add(supplyRipple());
  if (faults.has(Fault::mainsHash)) sum.add(mainsHash());
  return sum;
}

// Full-speed frames at 1 kHz, and high-speed microframes that make 8 kHz stand out.
const HarmonicSeries& usbTones() {
  static const HarmonicSeries kSeries = seriesOf(-84.0, {{1, 0.0},
                                                         {2, -6.0},
                                                         {3, -8.0},
                                                         {4, -11.0},
                                                         {5, -13.0},
                                                         {6, -15.0},
                                                         {7, -16.0},
                                                         {8, -4.0},
                                                         {16, -10.0}});
  return kSeries;
}

}  // namespace linecheck::simulation
