#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "profiles/library.h"
#include "profiles/listing.h"
#include "profiles/test_support.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::SizeIs;

const Library& library() {
  static const Library kShipped = Library::load({shippedFolder(), {}});
  return kShipped;
}

const Profile& profile(std::string_view id) {
  return library().find(id)->profile;
}

const Port& port(std::string_view profileId, std::string_view portId) {
  return *profile(profileId).port(portId);
}

double number(const auto& figure) {
  return figure.value.nominal.value();
}

/// Calls `see(value, key, place)` for every value in a document; the key of an item is its list's.
void forEachValue(const json::Value& value, const std::string& key, const std::string& place,
                  const auto& see) {
  see(value, key, place);
  if (const auto* array = value.getIf<json::Array>()) {
    for (const json::Value& item : *array) forEachValue(item, key, place + "/-", see);
  } else if (const auto* object = value.getIf<json::Object>()) {
    for (const json::Member& member : object->members()) {
      forEachValue(member.value, member.key, place + "/" + member.key, see);
    }
  }
}

TEST(ShippedProfiles, AllLoad) {
  for (const Library::Fault& fault : library().faults()) {
    for (const Error& error : fault.errors) ADD_FAILURE() << error.message();
  }
  std::vector<std::string> ids;
  for (const Library::Entry& entry : library().entries()) ids.push_back(entry.profile.id);
  EXPECT_THAT(ids, IsSupersetOf({"antelope-zen-go",
                                 "audient-id4-mkii",
                                 "topping-e2x2-otg",
                                 "topping-e4x4-pre",
                                 "topping-l30",
                                 "topping-l30-ii",
                                 "topping-l70",
                                 "neuropunk-m1",
                                 "adam-t7v",
                                 "realtek-onboard",
                                 "benchmark-dac3",
                                 "benchmark-ahb2",
                                 "generic-active-monitors",
                                 "generic-audio-interface",
                                 "generic-computer",
                                 "generic-dac",
                                 "generic-desktop-computer",
                                 "generic-di-box",
                                 "generic-headphone-amplifier",
                                 "generic-headphones",
                                 "generic-laptop",
                                 "generic-line-isolator-rca",
                                 "generic-line-isolator-xlr",
                                 "generic-loudspeakers",
                                 "generic-midi-controller",
                                 "generic-midi-keyboard",
                                 "generic-pad-10-db",
                                 "generic-pad-20-db",
                                 "generic-phono-stage",
                                 "generic-power-amplifier",
                                 "generic-preamplifier",
                                 "generic-usb-isolator"}))
      << "chains and projects refer to these ids";
}

TEST(ShippedProfiles, FollowTheSchema) {
  const json::Schema schema = profileSchema();
  for (const auto& file : shippedFiles()) {
    for (const Error& error : schema.validate(json::parseFile(file).value())) {
      ADD_FAILURE() << error.message();
    }
  }
}

TEST(ShippedProfiles, LieWhereTheirKindAndIdSay) {
  for (const Library::Entry& entry : library().entries()) {
    EXPECT_EQ(entry.file.stem(), entry.profile.id);
    EXPECT_EQ(entry.file.parent_path().filename(), wordFor(kKinds, entry.profile.kind));
  }
}

TEST(ShippedProfiles, GuessesSaySo) {
  for (const auto& file : shippedFiles()) {
    const json::Document document = json::parseFile(file).value();
    forEachValue(
        document.root(), "", "",
        [&](const json::Value& value, const auto&, const std::string& place) {
          const auto* object = value.getIf<json::Object>();
          if (object == nullptr || object->find("confidence") == nullptr) return;
          const std::string& confidence = *object->find("confidence")->getIf<std::string>();
          const std::string& source = *object->find("source")->getIf<std::string>();
          const bool hasNote = object->find("note") != nullptr;
          if (confidence == "estimate" || confidence == "derived") {
            EXPECT_TRUE(hasNote) << file << place << " tells no reason";
          }
          if (source == "recollection") {
            EXPECT_EQ(confidence, "estimate") << file << place;
            EXPECT_TRUE(hasNote) << file << place;
          }
          if (source == "calculation") {
            EXPECT_TRUE(confidence == "derived" || confidence == "estimate") << file << place;
          }
        });
  }
}

TEST(ShippedProfiles, SourcesAreCitationsAndAllAreUsed) {
  for (const auto& file : shippedFiles()) {
    const json::Document document = json::parseFile(file).value();
    std::set<std::string> used;
    forEachValue(document.root(), "", "",
                 [&](const json::Value& value, const std::string& key, const auto&) {
                   if (key == "source") used.insert(*value.getIf<std::string>());
                 });
    const auto* sources =
        document.root().getIf<json::Object>()->find("sources")->getIf<json::Object>();
    for (const json::Member& source : sources->members()) {
      EXPECT_TRUE(used.contains(source.key)) << file << ": " << source.key;
      const auto& citation =
          *source.value.getIf<json::Object>()->find("citation")->getIf<std::string>();
      EXPECT_GE(citation.size(), 30U) << file << ": " << citation;
    }
  }
}

TEST(ShippedProfiles, NeverSuggestTouchingTheProtectiveEarth) {
  for (const Library::Entry& entry : library().entries()) {
    for (const Note& note : entry.profile.notes) {
      for (const char* word : {"earth pin", "remove the earth", "lift the earth", "cut "}) {
        EXPECT_EQ(note.text.find(word), std::string::npos) << note.text;
      }
    }
  }
}

TEST(ShippedProfiles, TheDefaultChainHasItsConnectors) {
  EXPECT_EQ(port("generic-computer", "usb-c").connector, Connector::usbC);
  EXPECT_EQ(port("antelope-zen-go", "usb").connector, Connector::usbC);
  const Port& lineOut = port("antelope-zen-go", "line-out");
  EXPECT_EQ(lineOut.connector, Connector::rca);
  EXPECT_EQ(lineOut.sockets, 2);
  EXPECT_EQ(lineOut.balanced, false);
  EXPECT_EQ(lineOut.claim.provenance.confidence, Confidence::article);
  EXPECT_EQ(port("topping-l30-ii", "line-in").connector, Connector::rca);
  EXPECT_EQ(port("topping-l30-ii", "headphones").connector, Connector::jack635Trs);
  EXPECT_EQ(port("neuropunk-m1", "plug").connector, Connector::jack635Trs);
}

TEST(ShippedProfiles, TheModeSwitchesRouteAsTheirMakersDo) {
  const auto modes = [](std::string_view id) {
    return std::get<ModeSwitch>(profile(id).control("mode")->action);
  };
  const ModeSwitch l30 = modes("topping-l30-ii");
  EXPECT_EQ(l30.operation, Operation::flick);
  ASSERT_THAT(l30.positions, SizeIs(3));
  EXPECT_EQ(l30.positions[0], (ModeSwitch::Position{"OFF", false, {}}));
  EXPECT_EQ(l30.positions[1], (ModeSwitch::Position{"HPA", true, {"headphones"}}));
  EXPECT_EQ(l30.positions[2], (ModeSwitch::Position{"PRE", true, {"pre-out"}}));

  const ModeSwitch l70 = modes("topping-l70");
  EXPECT_EQ(l70.operation, Operation::holdCycle);
  ASSERT_THAT(l70.positions, SizeIs(3));
  EXPECT_THAT(l70.positions[0].outputs, SizeIs(2));
  EXPECT_THAT(l70.positions[1].outputs, SizeIs(5));
  EXPECT_THAT(l70.positions[2].outputs, SizeIs(3));
  EXPECT_EQ(std::get<GroundLift>(profile("topping-l70").control("ground")->action),
            (GroundLift{"GND", "LIFT"}));
}

TEST(ShippedProfiles, GainSteps) {
  const auto gains = [](std::string_view id) {
    std::vector<std::pair<std::string, double>> steps;
    for (const auto& step : std::get<GainSwitch>(profile(id).control("gain")->action).steps) {
      steps.emplace_back(step.name, number(step.gain));
    }
    return steps;
  };
  using testing::Pair;
  EXPECT_THAT(gains("topping-l30-ii"),
              ElementsAre(Pair("L", -14.0), Pair("M", 0.0), Pair("H", 16.5)));
  EXPECT_THAT(gains("topping-l70"), ElementsAre(Pair("Low", 0.0), Pair("High", 13.8)));
  EXPECT_THAT(gains("topping-l30"), ElementsAre(Pair("L", -9.0), Pair("M", 0.0), Pair("H", 18.5)));
}

TEST(ShippedProfiles, TheWrongAdapterIsADanger) {
  for (const char* id : {"topping-l30", "topping-l30-ii"}) {
    const Profile& amplifier = profile(id);
    EXPECT_EQ(amplifier.power->adapter->current, CurrentKind::ac);
    EXPECT_EQ(amplifier.power->adapter->voltage.value.nominal, 15_V);
    EXPECT_EQ(amplifier.notes.front().severity, Note::Severity::danger);
    EXPECT_THAT(amplifier.notes.front().text, HasSubstr("15 V AC only."));
  }
}

TEST(ShippedProfiles, AnUnknownProtectiveEarthStaysUnknown) {
  for (const char* id :
       {"topping-l70", "adam-t7v", "benchmark-dac3", "benchmark-ahb2", "generic-computer"}) {
    EXPECT_FALSE(profile(id).power->protection) << id;
  }
  for (const char* id : {"antelope-zen-go", "topping-e2x2-otg", "realtek-onboard"}) {
    EXPECT_EQ(profile(id).power->protection->protectiveClass, ProtectiveClass::host) << id;
  }
  const auto& l30 = *profile("topping-l30-ii").power->protection;
  EXPECT_EQ(l30.protectiveClass, ProtectiveClass::classII);
  EXPECT_EQ(l30.claim.provenance.confidence, Confidence::estimate);
}

// Where sources disagree: what is used, what else is said, and the arithmetic behind it.

TEST(Disagreement, M1SensitivityIsAnEstimateInARange) {
  const Figure<Sensitivity>& figure = *profile("neuropunk-m1").headphones->sensitivity;
  const auto perMilliwatt = [](double level) {
    return Sensitivity::perMilliwatt(DecibelsSpl::of(level));
  };
  EXPECT_EQ(figure.value,
            (Interval<Sensitivity>{perMilliwatt(91), perMilliwatt(87), perMilliwatt(95)}));
  EXPECT_EQ(figure.provenance.confidence, Confidence::estimate);
  EXPECT_THAT(figure.alternatives, SizeIs(2));
  EXPECT_FALSE(figure.chosenBecause.empty());
  // The ends: 110 dB at 200 mW and 115 dB at 100 mW.
  EXPECT_THAT(110.0 - 10.0 * std::log10(200.0), DoubleNear(87.0, 0.05));
  EXPECT_THAT(115.0 - 10.0 * std::log10(100.0), DoubleNear(95.0, 0.05));
}

TEST(Disagreement, E2x2PowerIsRatedInto32Ohm) {
  for (const char* id : {"topping-e2x2-otg", "topping-e4x4-pre"}) {
    const Port& headphones = port(id, "headphones");
    ASSERT_THAT(headphones.powerInto, SizeIs(2));
    EXPECT_EQ(headphones.powerInto[0].load, 32_ohm);
    EXPECT_THAT(number(headphones.powerInto[0].power), DoubleNear(0.580, 1e-12));
    const LoadPower& into16 = headphones.powerInto[1];
    EXPECT_EQ(into16.load, 16_ohm);
    EXPECT_EQ(into16.power.provenance.confidence, Confidence::estimate);
    // The same current as into 32 Ω, up to the same voltage behind 1 Ω.
    const Volts at32 = Volts::of(std::sqrt(0.580 * 32.0));
    const Amperes current = at32 / 32_ohm;
    EXPECT_THAT(into16.power.value.low->value(),
                DoubleNear((current * (current * 16_ohm)).value(), 1e-3));
    const double open = at32.value() * 33.0 / 32.0;
    EXPECT_THAT(into16.power.value.high->value(),
                DoubleNear(std::pow(open * 16.0 / 17.0, 2) / 16.0, 5e-3));
    EXPECT_THAT(headphones.maximumLevel->value.nominal.value(),
                DoubleNear(dbuFromVolts(Volts::of(open)).value(), 0.01));
    ASSERT_THAT(into16.power.alternatives, SizeIs(1));
    EXPECT_THAT(number(into16.power.alternatives[0]), DoubleNear(0.580, 1e-12));
  }
}

TEST(Disagreement, L70PowerDependsOnTheOutput) {
  const LoadPower& balanced = port("topping-l70", "headphones-xlr").powerInto.at(0);
  EXPECT_EQ(balanced.load, 32_ohm);
  EXPECT_EQ(number(balanced.power), 7.5);
  EXPECT_EQ(number(balanced.power.alternatives.at(0)), 3.5);
  const LoadPower& single = port("topping-l70", "headphones-6-35").powerInto.at(0);
  EXPECT_EQ(single.load, 16_ohm);
  EXPECT_EQ(number(single.power), 3.5);
  EXPECT_EQ(number(single.power.alternatives.at(0)), 7.5);
}

TEST(Disagreement, RealtekCannotGive30MilliwattThrough75Ohm) {
  const Port& out = port("realtek-onboard", "out");
  EXPECT_EQ(number(*out.impedance), 75.0);
  const LoadPower& into16 = out.powerInto.at(0);
  const auto power = [](double open) { return std::pow(open * 16.0 / 91.0, 2) / 16.0; };
  EXPECT_THAT(into16.power.value.low->value(), DoubleNear(power(1.0), 5e-5));
  EXPECT_THAT(into16.power.value.high->value(), DoubleNear(power(2.0), 5e-5));
  EXPECT_THAT(number(into16.power.alternatives.at(0)), DoubleNear(0.030, 1e-12));
  EXPECT_THAT(std::sqrt(0.030 / 16.0) * 91.0, DoubleNear(3.94, 5e-3));
  EXPECT_THAT(into16.power.chosenBecause, HasSubstr("3.94 V"));
}

TEST(Disagreement, L30iiPowerNamesItsLoad) {
  const Port& headphones = port("topping-l30-ii", "headphones");
  const LoadPower& into16 = headphones.powerInto.at(0);
  EXPECT_EQ(into16.load, 16_ohm);
  EXPECT_EQ(number(into16.power), 3.5);
  EXPECT_THAT(into16.power.alternatives, SizeIs(1));
  EXPECT_THAT(voltsFromDbu(headphones.maximumLevel->value.nominal).value(),
              DoubleNear(std::sqrt(3.5 * 16.0), 5e-3));
}

TEST(Disagreement, L30SerialNumbers) {
  const auto& notes = profile("topping-l30").notes;
  const auto note = std::ranges::find(notes, "Serial number", &Note::topic);
  ASSERT_NE(note, notes.end());
  EXPECT_EQ(note->severity, Note::Severity::danger);
  EXPECT_THAT(note->claim.alternatives, SizeIs(1));
  EXPECT_FALSE(note->claim.chosenBecause.empty());
}

TEST(Disagreement, BenchmarkFigures) {
  const Figure<Decibels>& noise = *profile("benchmark-ahb2").figures.signalToNoise;
  EXPECT_EQ(number(noise), 132.0);
  EXPECT_EQ(number(noise.alternatives.at(0)), 135.0);
  const auto& steps =
      std::get<InputSensitivity>(profile("benchmark-ahb2").control("input-gain")->action).steps;
  ASSERT_THAT(steps, SizeIs(3));
  EXPECT_THAT(number(steps[0].maximumInput), DoubleNear(8.24, 5e-3));
  EXPECT_THAT(number(steps[1].maximumInput), DoubleNear(14.26, 5e-3));
  EXPECT_EQ(number(steps[2].maximumInput), 24.0);
  EXPECT_EQ(number(steps[2].maximumInput.alternatives.at(0)), 22.0);

  const Control& pads = *profile("benchmark-dac3").control("pads");
  EXPECT_THAT(std::get<GainSwitch>(pads.action).steps, SizeIs(3));
  EXPECT_THAT(pads.claim.alternatives, SizeIs(1));
  const Figure<Decibels>& headroom = *profile("benchmark-dac3").figures.digitalHeadroom;
  EXPECT_EQ(number(headroom), 3.5);
  EXPECT_EQ(number(headroom.alternatives.at(0)), 3.1);
}

TEST(Disagreement, InterfacesFigures) {
  const auto& gain = std::get<GainKnob>(profile("antelope-zen-go").control("mic-gain")->action);
  EXPECT_EQ(number(*gain.maximum), 65.0);
  EXPECT_EQ(number(gain.maximum->alternatives.at(0)), 75.0);
  const Figure<Decibels>& thd = *profile("antelope-zen-go").figures.thd;
  EXPECT_EQ(number(thd), -106.0);
  EXPECT_EQ(number(thd.alternatives.at(0)), -115.0);
  const Figure<Decibels>& range = *profile("audient-id4-mkii").figures.dynamicRange;
  EXPECT_EQ(number(range), 115.0);
  EXPECT_EQ(range.provenance.confidence, Confidence::measured);
  EXPECT_EQ(number(range.alternatives.at(0)), 125.5);
}

TEST(ShippedProfiles, TheL70IsSaidToGetWarmAndOfOthersNobodySaysSo) {
  EXPECT_EQ(profile("topping-l70").needsAirflow->provenance.where, "General connection hygiene");
  EXPECT_FALSE(profile("topping-l30-ii").needsAirflow);
  EXPECT_FALSE(profile("antelope-zen-go").needsAirflow);
}

TEST(ShippedProfiles, OnlyReceiversThatSomebodyDescribesAreKnown) {
  const Port& input = port("benchmark-ahb2", "xlr-in");
  EXPECT_EQ(input.receiver, Receiver::differential);
  EXPECT_EQ(input.commonModeRejection->value.low, Decibels::of(70));
  EXPECT_EQ(input.commonModeRejection->value.high, Decibels::of(100));
  EXPECT_EQ(port("topping-l70", "xlr-in").receiver, std::nullopt);
  EXPECT_EQ(port("adam-t7v", "xlr-in").receiver, std::nullopt);
}

TEST(ShippedProfiles, HeadphoneOutputsOfInterfaces) {
  // 100 mW into 16 Ω takes 2.85 V behind 20 Ω and 3.40 V behind 27 Ω.
  for (const char* id : {"antelope-zen-go", "audient-id4-mkii"}) {
    const Port& out = port(id, "headphones-1");
    EXPECT_EQ(out.impedance->value.low, 20_ohm) << id;
    EXPECT_EQ(out.impedance->value.high, 27_ohm) << id;
    const double current = std::sqrt(0.1 / 16.0);
    EXPECT_THAT(voltsFromDbu(*out.maximumLevel->value.low).value(),
                DoubleNear(current * 36.0, 5e-3));
    EXPECT_THAT(voltsFromDbu(*out.maximumLevel->value.high).value(),
                DoubleNear(current * 43.0, 5e-3));
  }
}

TEST(FigureRows, ListEveryFigureInWords) {
  const std::vector<FigureRow> rows = figureRows(profile("topping-l30-ii"));
  const auto row = [&](std::string_view name) {
    return *std::ranges::find(rows, name, &FigureRow::name);
  };
  EXPECT_EQ(row("THD + noise").value, "at most 0.00006\u2009%");
  EXPECT_EQ(row("Headphones: noise").value, "0.3\u2009µV");
  EXPECT_EQ(row("Gain: H").value, "16.5\u2009dB");
  EXPECT_EQ(row("Power: adapter").value, "15\u2009V");
  const auto power = std::ranges::find(rows, "Headphones: power into 16\u2009Ω", &FigureRow::name);
  EXPECT_TRUE(power->isUsed);
  EXPECT_FALSE(power->chosenBecause.empty());
  EXPECT_EQ(power[1].name, power->name);
  EXPECT_FALSE(power[1].isUsed) << "what another source says follows";
  EXPECT_EQ(figureRows(profile("neuropunk-m1"))[1].value, "91\u2009dB/mW (87–95)");
}

}  // namespace
}  // namespace linecheck::profiles
