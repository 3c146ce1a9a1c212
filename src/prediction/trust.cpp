#include "prediction/trust.h"

#include <algorithm>
#include <cmath>

namespace linecheck::prediction {
namespace {

using profiles::Confidence;

bool isWeaker(Confidence a, Confidence b) {
  // Measured by somebody is as good as printed by the maker.
  const auto rank = [](Confidence c) {
    return c == Confidence::measured ? 0 : static_cast<int>(c);
  };
  return rank(a) > rank(b);
}

}  // namespace

void Trust::add(double standard, Confidence confidence) {
  uncertainty = std::hypot(uncertainty, standard);
  if (!weakest || isWeaker(confidence, *weakest)) weakest = confidence;
}

void Trust::add(const Trust& other) {
  uncertainty = std::hypot(uncertainty, other.uncertainty);
  if (other.weakest && (!weakest || isWeaker(*other.weakest, *weakest))) weakest = other.weakest;
}

Decibels levelTrust(Confidence confidence) {
  switch (confidence) {
    case Confidence::measured:
      return 0.1_dB;
    case Confidence::datasheet:
      return 0.25_dB;
    case Confidence::article:
    case Confidence::derived:
      return 0.5_dB;
    case Confidence::estimate:
      break;
  }
  return 1_dB;
}

Decibels noiseTrust(Confidence confidence) {
  switch (confidence) {
    case Confidence::measured:
      return 0.5_dB;
    case Confidence::datasheet:
      return 1_dB;
    case Confidence::article:
    case Confidence::derived:
      return 1.5_dB;
    case Confidence::estimate:
      break;
  }
  return 3_dB;
}

double impedanceTrust(Confidence confidence) {
  switch (confidence) {
    case Confidence::measured:
      return 0.03;
    case Confidence::datasheet:
      return 0.1;
    case Confidence::article:
    case Confidence::derived:
      return 0.15;
    case Confidence::estimate:
      break;
  }
  return 0.3;
}

}  // namespace linecheck::prediction
