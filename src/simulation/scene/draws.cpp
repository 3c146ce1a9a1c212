#include "simulation/scene/draws.h"

#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

// FNV-1a.
std::uint64_t hashOf(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

}  // namespace

double Draws::between(std::string_view what, double low, double high) const {
  return low + (high - low) * uniformAt(seed_, hashOf(what));
}

Decibels Draws::between(std::string_view what, Decibels low, Decibels high) const {
  return Decibels::of(between(what, low.value(), high.value()));
}

Decibels Draws::spread(std::string_view what, Decibels deviation) const {
  return deviation * gaussianAt(seed_, hashOf(what));
}

std::uint64_t Draws::seedOf(std::string_view what) const {
  return randomBitsAt(seed_, hashOf(what));
}

}  // namespace linecheck::simulation
