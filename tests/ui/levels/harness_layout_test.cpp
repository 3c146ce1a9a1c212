#include "levels/harness_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFontMetricsF>
#include <map>

#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using measure::Harness;
using measure::Joint;

constexpr Harness kAll[] = {
    Harness::loop,          Harness::loopThroughAmplifier, Harness::terminatedInput,
    Harness::openOutput,    Harness::loadedOutput,         Harness::seriesResistorOpen,
    Harness::normalMode,    Harness::seriesResistorLoad,   Harness::commonMode,
    Harness::meterOnOutput, Harness::soundLevelMeter,
};

ConnectorView jack(const QString& label) {
  ConnectorView view;
  view.label = label;
  view.shape = ConnectorShape::jack635;
  view.carries = Role::balanced;
  return view;
}

// Longer than any picture has room for.
HarnessView wordy(Harness harness) {
  HarnessView view;
  view.harness = harness;
  const QString name = QStringLiteral("Extraordinarily Long Device Name Mark III Special Edition");
  for (HarnessDevice* device : {&view.output, &view.input, &view.amplifier, &view.underTest}) {
    *device = {name, {}, {}};
    for (const QString& side : {QStringLiteral(" L"), QStringLiteral(" R")}) {
      device->inputs.push_back(jack(QStringLiteral("Balanced rear panel input pair") + side));
      device->outputs.push_back(jack(QStringLiteral("Balanced rear panel output pair") + side));
    }
  }
  view.underTest.name += QStringLiteral(" too");
  view.resistor = QStringLiteral("32.98 Ω ± 0.1 %");
  return view;
}

HarnessView plain(Harness harness) {
  HarnessView view;
  view.harness = harness;
  return view;
}

class HarnessLayoutTest : public ::testing::TestWithParam<QSize> {
 protected:
  [[nodiscard]] std::vector<HarnessLayout> layouts() const {
    std::vector<HarnessLayout> all;
    for (const Harness harness : kAll) {
      all.push_back(layOutHarness(plain(harness), GetParam()));
      all.push_back(layOutHarness(wordy(harness), GetParam()));
    }
    return all;
  }

  static void expectInside(const QRectF& rect, const QRectF& bounds, const QString& what) {
    // QRectF::contains is false for a level line.
    EXPECT_TRUE(rect.left() >= bounds.left() && rect.top() >= bounds.top() &&
                rect.right() <= bounds.right() && rect.bottom() <= bounds.bottom())
        << what.toStdString() << " at " << rect.x() << ", " << rect.y() << ", " << rect.width()
        << " × " << rect.height();
  }

  Theme theme{ThemeChoice::dark};
};

TEST_P(HarnessLayoutTest, NothingLeavesThePicture) {
  std::size_t n = 0;
  for (const HarnessLayout& layout : layouts()) {
    SCOPED_TRACE(measure::harnessId(kAll[n++ / 2]));
    const QRectF bounds{QPointF(), QSizeF(GetParam())};
    for (const auto& box : layout.boxes) expectInside(box.frame, bounds, QStringLiteral("box"));
    for (const auto& text : layout.texts) expectInside(text.rect, bounds, text.text);
    for (const auto& face : layout.jacks) expectInside(face.face, bounds, QStringLiteral("jack"));
    for (const auto& piece : layout.pieces) {
      expectInside(piece.rect, bounds, QStringLiteral("piece"));
    }
    for (const auto& link : layout.links) {
      expectInside(link.badge, bounds, QStringLiteral("badge"));
      expectInside(link.path.boundingRect(), bounds, QStringLiteral("cable"));
    }
  }
}

TEST_P(HarnessLayoutTest, TextsNumbersAndJacksKeepClearOfEachOther) {
  std::size_t n = 0;
  for (const HarnessLayout& layout : layouts()) {
    SCOPED_TRACE(measure::harnessId(kAll[n++ / 2]));
    std::vector<std::pair<QRectF, QString>> taken;
    for (const auto& text : layout.texts) taken.emplace_back(text.rect, text.text);
    for (const auto& link : layout.links) {
      taken.emplace_back(link.badge, QString::number(link.number));
    }
    for (const auto& face : layout.jacks) taken.emplace_back(face.face, QStringLiteral("jack"));
    for (std::size_t i = 0; i < taken.size(); ++i) {
      for (std::size_t k = i + 1; k < taken.size(); ++k) {
        EXPECT_FALSE(taken[i].first.intersects(taken[k].first))
            << taken[i].second.toStdString() << " and " << taken[k].second.toStdString();
      }
    }
  }
}

TEST_P(HarnessLayoutTest, NoTextRunsAcrossTheEdgeOfABox) {
  std::size_t n = 0;
  for (const HarnessLayout& layout : layouts()) {
    SCOPED_TRACE(measure::harnessId(kAll[n++ / 2]));
    for (const auto& text : layout.texts) {
      for (const auto& box : layout.boxes) {
        for (const QRectF& frame : {box.frame, box.opening}) {
          EXPECT_TRUE(frame.isNull() || frame.contains(text.rect) || !frame.intersects(text.rect))
              << text.text.toStdString();
        }
      }
    }
  }
}

TEST_P(HarnessLayoutTest, EveryTextHasTheRoomThatItNeeds) {
  for (const HarnessLayout& layout : layouts()) {
    for (const auto& text : layout.texts) {
      const QFontMetricsF metrics(text.font);
      EXPECT_GE(text.rect.width(), metrics.horizontalAdvance(text.text)) << text.text.toStdString();
      EXPECT_GE(text.rect.height(), metrics.height()) << text.text.toStdString();
    }
  }
}

TEST_P(HarnessLayoutTest, GeneralNamesAreNeverShortened) {
  for (const Harness harness : kAll) {
    for (const auto& text : layOutHarness(plain(harness), GetParam()).texts) {
      EXPECT_FALSE(text.text.contains(u'…')) << text.text.toStdString();
    }
  }
}

TEST_P(HarnessLayoutTest, AShortenedNameOfAPairStillTellsItsSide) {
  std::map<QChar, int> endings;
  for (const auto& text : layOutHarness(wordy(Harness::loop), GetParam()).texts) {
    ++endings[text.text.back()];
  }
  EXPECT_EQ(endings[u'L'], 2);
  EXPECT_EQ(endings[u'R'], 2);
}

TEST_P(HarnessLayoutTest, DrawsEveryCableOnceAndNumbersThemInOrder) {
  const std::map<Harness, std::map<Joint, int>> expected{
      {Harness::loop, {{Joint::cable, 2}}},
      {Harness::loopThroughAmplifier, {{Joint::cable, 4}}},
      {Harness::terminatedInput, {{Joint::insert, 2}}},
      {Harness::openOutput, {{Joint::cable, 2}}},
      {Harness::loadedOutput, {{Joint::cable, 2}, {Joint::across, 2}}},
      {Harness::seriesResistorOpen, {{Joint::cable, 1}, {Joint::lead, 2}}},
      {Harness::seriesResistorLoad, {{Joint::cable, 1}, {Joint::lead, 4}}},
      {Harness::normalMode, {{Joint::cable, 1}}},
      {Harness::commonMode, {{Joint::bothLegs, 1}}},
      {Harness::meterOnOutput, {{Joint::probe, 2}}},
      {Harness::soundLevelMeter, {{Joint::place, 1}}},
  };
  for (const Harness harness : kAll) {
    SCOPED_TRACE(measure::harnessId(harness));
    std::map<Joint, int> drawn;
    int number = 0;
    for (const LaidLink& link : layOutHarness(plain(harness), GetParam()).links) {
      EXPECT_EQ(link.number, ++number);
      ++drawn[link.joint];
    }
    EXPECT_EQ(drawn, expected.at(harness));
  }
}

TEST_P(HarnessLayoutTest, HeadphonesThatMustBeOffAreCrossedOutWithAWord) {
  const HarnessLayout layout = layOutHarness(plain(Harness::seriesResistorOpen), GetParam());
  const auto crossed =
      std::count_if(layout.pieces.begin(), layout.pieces.end(), [](const LaidPiece& piece) {
        return piece.kind == LaidPiece::Kind::headphones && piece.crossedOut;
      });
  const auto words =
      std::count_if(layout.texts.begin(), layout.texts.end(),
                    [](const LaidText& text) { return text.text == u"Headphones off"; });
  EXPECT_EQ(crossed, 1);
  EXPECT_EQ(words, 1);
}

TEST_P(HarnessLayoutTest, OnlyWhatASecondStepAddsStandsOut) {
  const auto emphases = [](Harness harness) {
    std::vector<Emphasis> all;
    for (const auto& link : layOutHarness(plain(harness), GetParam()).links) {
      all.push_back(link.emphasis);
    }
    return all;
  };
  using ::testing::Each;
  using ::testing::ElementsAre;
  EXPECT_THAT(emphases(Harness::openOutput), Each(Emphasis::plain));
  EXPECT_THAT(emphases(Harness::loadedOutput),
              ElementsAre(Emphasis::stays, Emphasis::stays, Emphasis::isNew, Emphasis::isNew));
  EXPECT_THAT(emphases(Harness::commonMode), ElementsAre(Emphasis::isNew));
}

TEST_P(HarnessLayoutTest, OneDeviceIsOneBoxAndTwoAreTwo) {
  HarnessView view = plain(Harness::loop);
  EXPECT_EQ(layOutHarness(view, GetParam()).boxes.size(), 1U);
  view.output.name = QStringLiteral("E30 II");
  view.input.name = QStringLiteral("Zen Go");
  EXPECT_EQ(layOutHarness(view, GetParam()).boxes.size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Sizes, HarnessLayoutTest,
                         ::testing::Values(QSize(320, 160), QSize(640, 240), QSize(1200, 320)),
                         [](const auto& size) {
                           return "Of" + std::to_string(size.param.width()) + "By" +
                                  std::to_string(size.param.height());
                         });

}  // namespace
}  // namespace linecheck::ui
