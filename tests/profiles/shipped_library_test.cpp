// What the shipped library as a whole promises: enough models, plausible figures, honest sources.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>

#include "profiles/library.h"
#include "profiles/listing.h"
#include "profiles/test_support.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::DoubleNear;
using testing::Ge;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Le;
using testing::Not;

const Library& library() {
  static const Library kShipped = Library::load({shippedFolder(), {}});
  return kShipped;
}

bool isGeneric(const Profile& profile) {
  return profile.id.starts_with("generic-");
}

/// Calls `see(profile)` for every shipped model of headphones.
void forEachHeadphones(const auto& see) {
  for (const Library::Entry* entry : library().ofKind(Kind::headphones)) {
    if (!isGeneric(entry->profile)) see(entry->profile);
  }
}

bool hasHeadphoneOutput(const Profile& profile) {
  return std::ranges::any_of(profile.ports, [](const Port& port) {
    return port.direction == Direction::out &&
           std::ranges::count(port.signals, Signal::headphone) > 0;
  });
}

const Headphones& headphones(std::string_view id) {
  return *library().find(id)->profile.headphones;
}

TEST(ShippedModels, HoldsFortySourcesAndAHundredAndTenHeadphones) {
  int sources = 0;
  for (const Library::Entry& entry : library().entries()) {
    if (!isGeneric(entry.profile) && hasHeadphoneOutput(entry.profile)) ++sources;
  }
  EXPECT_GE(sources, 40);
  int models = 0;
  forEachHeadphones([&](const Profile&) { ++models; });
  EXPECT_GE(models, 110);
}

TEST(ShippedModels, HeadphonesCanBePluggedInAndSayWhatIsUnknown) {
  forEachHeadphones([](const Profile& profile) {
    EXPECT_FALSE(profile.ports.empty()) << profile.id;
    if (profile.headphones->impedance && profile.headphones->sensitivity) return;
    EXPECT_TRUE(std::ranges::any_of(profile.notes, [](const Note& note) {
      return note.topic == "Unknown figures";
    })) << profile.id;
  });
}

TEST(ShippedModels, HeadphonesHavePlausibleFigures) {
  const auto isPlausibleOhms = AllOf(Ge(4.0), Le(1200.0));
  forEachHeadphones([&](const Profile& profile) {
    const Headphones& model = *profile.headphones;
    if (!model.impedance) return;
    EXPECT_THAT(model.impedance->value.nominal.value(), isPlausibleOhms) << profile.id;
    for (const auto& other : model.impedance->alternatives) {
      EXPECT_THAT(other.value.nominal.value(), isPlausibleOhms) << profile.id;
    }
    if (model.impedanceCurve) {
      for (const auto& point : model.impedanceCurve->points) {
        EXPECT_THAT(point.impedance.value(), isPlausibleOhms) << profile.id;
      }
    }
    const auto expectPlausible = [&](const Reading<Sensitivity>& reading) {
      const double level =
          reading.value.nominal.atOneMilliwatt(model.impedance->value.nominal).value();
      EXPECT_THAT(level, AllOf(Ge(70.0), Le(135.0))) << profile.id;
    };
    expectPlausible(*model.sensitivity);
    for (const auto& other : model.sensitivity->alternatives) expectPlausible(other);
  });
}

TEST(ShippedModels, HeadphoneOutputsHavePlausibleFigures) {
  for (const Library::Entry& entry : library().entries()) {
    for (const Port& port : entry.profile.ports) {
      if (port.direction != Direction::out) continue;
      if (std::ranges::count(port.signals, Signal::headphone) == 0) continue;
      if (port.impedance) {
        EXPECT_LE(port.impedance->value.nominal, 150_ohm) << entry.file;
      }
      if (port.noise) {
        EXPECT_LE(port.noise->value.nominal, Volts::ofMicro(100)) << entry.file;
      }
      for (const LoadPower& into : port.powerInto) {
        // No headphone amplifier has rails for more than this.
        EXPECT_LE(std::sqrt(into.power.value.nominal.value() * into.load.value()), 25.0)
            << entry.file << ' ' << into.load.value();
      }
    }
  }
}

TEST(ShippedModels, WhatNobodyCheckedIsAnEstimate) {
  for (const Library::Entry& entry : library().entries()) {
    for (const FigureRow& row : figureRows(entry.profile)) {
      if (row.provenance.source.citation.find("not checked") == std::string::npos) continue;
      EXPECT_EQ(row.provenance.confidence, Confidence::estimate) << entry.file << ' ' << row.name;
      EXPECT_THAT(row.provenance.note, Not(IsEmpty())) << entry.file << ' ' << row.name;
    }
  }
}

TEST(ShippedModels, AMeasuredSensitivityGoesBeforeAPrintedOne) {
  EXPECT_THAT(headphones("sennheiser-hd-600").sensitivity->value.nominal.atOneVolt(300_ohm).value(),
              DoubleNear(94.0 - 20.0 * std::log10(0.327), 0.05));
  EXPECT_THAT(headphones("audeze-lcd-x").sensitivity->value.nominal.atOneMilliwatt(20_ohm).value(),
              DoubleNear(93.4, 0.05));
  forEachHeadphones([](const Profile& profile) {
    const Headphones& model = *profile.headphones;
    if (!model.impedance || !model.sensitivity) return;
    const Ohms impedance = model.impedance->value.nominal;
    const double used = model.sensitivity->value.nominal.atOneVolt(impedance).value();
    for (const auto& other : model.sensitivity->alternatives) {
      // Further apart than two pairs of one model are.
      const double apart = std::abs(other.value.nominal.atOneVolt(impedance).value() - used);
      if (apart > 4.0) {
        EXPECT_THAT(model.sensitivity->chosenBecause,
                    AnyOf(HasSubstr(" dB higher"), HasSubstr(" dB lower"), HasSubstr(" dB apart")))
            << profile.id;
      }
      if (other.provenance.confidence == Confidence::measured) {
        EXPECT_THAT(model.sensitivity->chosenBecause, HasSubstr("first version")) << profile.id;
      }
    }
  });
}

TEST(ShippedModels, OfSixteenHeadphonesTheImpedanceIsKnownOverFrequency) {
  int curves = 0;
  forEachHeadphones([&](const Profile& profile) {
    if (!profile.headphones->impedanceCurve) return;
    ++curves;
    const auto& points = profile.headphones->impedanceCurve->points;
    EXPECT_GE(points.front().frequency, 20_Hz) << profile.id;
    EXPECT_LE(points.back().frequency, Hertz::ofKilo(20)) << profile.id;
    if (points.size() < 10) {
      EXPECT_THAT(profile.headphones->impedanceCurve->claim.provenance.note, Not(IsEmpty()))
          << profile.id << " does not say how little is known";
    }
  });
  EXPECT_GE(curves, 16);
}

TEST(ShippedModels, AreListedInTheDocumentation) {
  std::ifstream stream(std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs" / "library.md");
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  std::map<Kind, int> counts;
  for (const Library::Entry& entry : library().entries()) {
    if (isGeneric(entry.profile)) continue;
    ++counts[entry.profile.kind];
    EXPECT_THAT(text, HasSubstr("`" + entry.profile.id + "`"));
  }
  for (const auto& [kind, count] : counts) {
    EXPECT_THAT(text, HasSubstr("| " + std::string(wordFor(kKinds, kind)) + " | " +
                                std::to_string(count) + " |"));
  }
}

TEST(ShippedModels, HeadphonesSayWhatLiesBehindTheDriver) {
  EXPECT_EQ(headphones("sennheiser-hd-600").back->type, Back::open);
  EXPECT_EQ(headphones("beyerdynamic-dt-770-pro-80").back->type, Back::closed);
  EXPECT_EQ(headphones("fostex-t50rp-mk4").back->type, Back::semiOpen);
  EXPECT_EQ(headphones("etymotic-er4sr").back->type, Back::inEar);
  EXPECT_EQ(headphones("neuropunk-m1").back, std::nullopt) << "nobody says it";
}

}  // namespace
}  // namespace linecheck::profiles
