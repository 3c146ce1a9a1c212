#include "pages/match_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSlider>
#include <QTest>
#include <QToolTip>
#include <algorithm>

#include "match/candidate_table.h"
#include "match/comparison_area.h"
#include "match/comparison_cards.h"
#include "match/headphones_panel.h"
#include "match/pair_panel.h"
#include "plots/chart_plot.h"
#include "support/temporary_folder.h"
#include "ui/app/main_window_fixture.h"

namespace linecheck::ui {
namespace {

/// The window with the match page in front and the M1 chosen.
class MatchPageTest : public MainWindowTest {
 protected:
  MatchPageTest() {
    window.showPage(Page::match);
    EXPECT_TRUE(page().chooseHeadphones("neuropunk-m1"));
  }

  [[nodiscard]] MatchPage& page() const { return *window.findChild<MatchPage*>(); }
  template <class T>
  [[nodiscard]] T& on() const {
    return *page().findChild<T*>();
  }
  template <class T>
  [[nodiscard]] T& named(const QString& name) const {
    for (T* one : page().findChildren<T*>()) {
      if (one->accessibleName() == name) return *one;
    }
    ADD_FAILURE() << "Nothing is named " << name.toStdString();
    return *page().findChild<T*>();
  }
  [[nodiscard]] CandidateTable& table() const { return on<CandidateTable>(); }
  [[nodiscard]] QString cell(int row, CandidateColumn column) const {
    return table().model()->index(row, static_cast<int>(column)).data().toString();
  }
  /// The place of a profile's best output in the table.
  [[nodiscard]] int rowOf(const std::string& profile) const {
    for (int row = 0; row < table().model()->rowCount(); ++row) {
      const std::size_t output = table().candidateModel().outputAt(row);
      if (page().candidates().outputs()[output].profile == profile) return row;
    }
    ADD_FAILURE() << "No output of " << profile;
    return 0;
  }
  void goTo(int row, CandidateColumn column) const {
    table().setFocus();
    table().setCurrentIndex(table().model()->index(row, static_cast<int>(column)));
  }
  [[nodiscard]] QString banner() const { return on<VerdictBanner>().state().sentence; }
  void move(const QString& slider, int value) const { named<QSlider>(slider).setValue(value); }
  [[nodiscard]] QListWidget& list() const {
    return named<QListWidget>(QStringLiteral("Headphones found"));
  }
};

TEST_F(MatchPageTest, TheArticlesHeadphonesAreDrivenBestByTheAmplifiersAndWorstByTheOnboardOutput) {
  EXPECT_EQ(std::min(rowOf("topping-l30-ii"), rowOf("topping-l70")), 0);
  EXPECT_LT(rowOf("topping-l30-ii"), rowOf("topping-e2x2-otg"));
  EXPECT_LT(rowOf("topping-l70"), rowOf("topping-e2x2-otg"));
  for (const char* interface : {"topping-e2x2-otg", "antelope-zen-go", "audient-id4-mkii"}) {
    EXPECT_LT(rowOf(interface), rowOf("realtek-onboard")) << interface;
  }
  EXPECT_TRUE(banner().contains(QStringLiteral("M1")));
  EXPECT_EQ(cell(0, CandidateColumn::verdict), u"Good");
}

TEST_F(MatchPageTest, EveryOutputForHeadphonesInTheLibraryIsThere) {
  std::size_t outputs = 0;
  for (const auto& entry : library.entries()) {
    outputs += matching::outputsOf(entry.profile).size();
  }
  EXPECT_EQ(static_cast<std::size_t>(table().model()->rowCount()), outputs);
}

TEST_F(MatchPageTest, SearchNarrowsTheHeadphonesAndKeepsWhatIsChosen) {
  auto& search = named<QLineEdit>(QStringLiteral("Search headphones"));
  const int all = list().count();
  QTest::keyClicks(&search, QStringLiteral("generic"));
  EXPECT_LT(list().count(), all);
  EXPECT_EQ(page().candidates().load()->profile, "neuropunk-m1");
  QTest::keyClick(&search, Qt::Key_Return);
  EXPECT_EQ(page().candidates().load()->profile, "generic-headphones");
}

TEST_F(MatchPageTest, FiltersLeaveOutOtherDriversAndThoseWithoutFigures) {
  auto& driver = named<QComboBox>(QStringLiteral("Driver type"));
  driver.setCurrentIndex(driver.findText(QStringLiteral("Planar")));
  Q_EMIT driver.activated(driver.currentIndex());
  for (int row = 1; row < list().count(); ++row) {
    const auto id = list().item(row)->data(Qt::UserRole).toString().toStdString();
    EXPECT_EQ(library.find(id)->profile.headphones->driver, profiles::Driver::planar) << id;
  }
  EXPECT_GT(list().count(), 1);
}

TEST_F(MatchPageTest, TypedInFiguresNeedTheirReferenceBeforeLoudnessIsTold) {
  list().setCurrentRow(0);
  const int best = 0;
  EXPECT_EQ(cell(best, CandidateColumn::maximum), u"—");
  EXPECT_TRUE(on<VerdictBanner>().state().detail.contains(QStringLiteral("per mW or per V")));
  auto& reference = named<QComboBox>(QStringLiteral("Sensitivity is given at"));
  reference.setCurrentIndex(reference.findText(QStringLiteral("per mW")));
  Q_EMIT reference.activated(reference.currentIndex());
  EXPECT_NE(cell(best, CandidateColumn::maximum), u"—");
  EXPECT_EQ(page().candidates().load()->sensitivity->nominal.reference(),
            profiles::Sensitivity::Reference::milliwatt);
}

TEST_F(MatchPageTest, AColumnSortsItsFiguresAndKeepsTheUnknownLast) {
  const int column = static_cast<int>(CandidateColumn::headroom);
  for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
    table().sortByColumn(column, order);
    std::vector<double> known;
    bool hasUnknownBegun = false;
    for (int row = 0; row < table().model()->rowCount(); ++row) {
      const std::size_t output = table().candidateModel().outputAt(row);
      const auto& headroom = page().candidates().matches()[output].headroom;
      if (headroom.isUnknown()) {
        hasUnknownBegun = true;
      } else if (headroom.nominal()) {
        EXPECT_FALSE(hasUnknownBegun);
        known.push_back(headroom.nominal()->value());
      }
    }
    ASSERT_GT(known.size(), 3u);
    if (order == Qt::DescendingOrder) std::reverse(known.begin(), known.end());
    EXPECT_TRUE(std::is_sorted(known.begin(), known.end()));
  }
}

TEST_F(MatchPageTest, AKeySortsByTheColumnInFocusTheBestFirst) {
  goTo(3, CandidateColumn::headroom);
  action(QStringLiteral("Sort by this column"))->trigger();
  const auto headroom = [&](int row) {
    return page().candidates().matches()[table().candidateModel().outputAt(row)].headroom.nominal();
  };
  ASSERT_TRUE(headroom(0) && headroom(1));
  EXPECT_GE(*headroom(0), *headroom(1));
  EXPECT_GT(*headroom(0), Decibels::of(10.0));
  action(QStringLiteral("Sort by this column"))->trigger();
  EXPECT_LT(*headroom(0), Decibels::of(0.0));
}

TEST_F(MatchPageTest, TheTargetMovesTheReserveDecibelByDecibel) {
  const std::size_t output = table().candidateModel().outputAt(0);
  const double before = page().candidates().matches()[output].headroom.nominal()->value();
  move(QStringLiteral("Loudest peak"), 110);
  EXPECT_NEAR(page().candidates().matches()[output].headroom.nominal()->value(), before + 5.0,
              1e-9);
}

TEST_F(MatchPageTest, ASupposedImpedanceLosesWhatTheDividerSays) {
  move(QStringLiteral("Output impedance"), 16);
  // Half of the voltage stays on a load as high as the source: 20·log10(1/2).
  for (int row = 0; row < table().model()->rowCount(); ++row) {
    EXPECT_EQ(cell(row, CandidateColumn::loss), u"−6.0") << row;
  }
}

TEST_F(MatchPageTest, TheListeningLevelTellsHowLongAWeek) {
  move(QStringLiteral("You listen at"), 83);
  EXPECT_TRUE(on<VerdictBanner>().state().detail.contains(QStringLiteral("20 hours a week")));
}

TEST_F(MatchPageTest, AWeakFeedIsNamedAsTheReason) {
  move(QStringLiteral("Feed of amplifiers"), 0);
  goTo(rowOf("topping-l30-ii"), CandidateColumn::verdict);
  EXPECT_TRUE(on<PairPanel>().text().contains(QStringLiteral("What feeds it")));
}

TEST_F(MatchPageTest, ResetBringsBackTheFirstQuestion) {
  move(QStringLiteral("Loudest peak"), 120);
  move(QStringLiteral("Output impedance"), 50);
  action(QStringLiteral("Reset what if"))->trigger();
  EXPECT_EQ(page().candidates().request(), matching::Request{});
}

TEST_F(MatchPageTest, TheFiguresOnTheCardsTellTheirOriginToo) {
  on<ComparisonArea>().choose(ComparisonArea::Sheet::cards);
  auto& cards = on<ComparisonCards>();
  const std::vector<std::size_t> picks = page().candidates().picks();
  ASSERT_GE(picks.size(), 2U);
  QTest::keyClick(&cards, Qt::Key_Down);  // Begins at the first figure.
  EXPECT_EQ(table().current(), picks[0]);
  EXPECT_EQ(table().currentColumn(), CandidateColumn::maximum);
  QTest::keyClick(&cards, Qt::Key_Right);
  QTest::keyClick(&cards, Qt::Key_Down);
  EXPECT_EQ(table().current(), picks[1]);
  EXPECT_EQ(table().currentColumn(), CandidateColumn::headroom);
  EXPECT_TRUE(on<PairPanel>().text().contains(QStringLiteral("Neuropunk, “The Audio Signal")));

  QHelpEvent hover(QEvent::ToolTip, {40, cards.height() / 2},
                   cards.mapToGlobal(QPoint(40, cards.height() / 2)));
  QApplication::sendEvent(&cards, &hover);
  EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("Neuropunk"))) << "on the L30 II's card";
  QToolTip::hideText();
}

TEST_F(MatchPageTest, TheOriginOfAFigureIsReachedByArrowKeysAndByHover) {
  goTo(0, CandidateColumn::verdict);
  while (table().currentColumn() != CandidateColumn::noise) {
    QTest::keyClick(&table(), Qt::Key_Right);
  }
  const QString told = on<PairPanel>().text();
  EXPECT_TRUE(told.contains(QStringLiteral("Noise")));
  EXPECT_TRUE(told.contains(QStringLiteral("Sensitivity of the headphones")));
  EXPECT_TRUE(told.contains(QStringLiteral("an estimate")));
  const QString hover = table().currentIndex().data(Qt::ToolTipRole).toString();
  EXPECT_TRUE(hover.contains(QStringLiteral("Sensitivity of the headphones")));
}

TEST_F(MatchPageTest, AnUnknownFigureSaysWhatIsMissing) {
  ASSERT_TRUE(page().chooseHeadphones("generic-headphones"));
  goTo(0, CandidateColumn::maximum);
  EXPECT_EQ(cell(0, CandidateColumn::maximum), u"—");
  EXPECT_TRUE(on<PairPanel>().text().contains(QStringLiteral("Not known: ")));
}

TEST_F(MatchPageTest, SpacePutsARowSideBySideAndFourAreTheMost) {
  const std::size_t before = page().candidates().picks().size();
  ASSERT_EQ(before, 3u);
  goTo(4, CandidateColumn::verdict);
  QTest::keyClick(&table(), Qt::Key_Space);
  EXPECT_EQ(page().candidates().picks().size(), 4u);
  EXPECT_EQ(cell(4, CandidateColumn::mark), u"D");
  goTo(5, CandidateColumn::verdict);
  QTest::keyClick(&table(), Qt::Key_Space);
  EXPECT_EQ(page().candidates().picks().size(), 4u);
  EXPECT_TRUE(on<NoticeLine>().text().contains(QStringLiteral("Four")));
  // What was picked by hand stays, whatever the headphones.
  const auto picks = page().candidates().picks();
  ASSERT_TRUE(page().chooseHeadphones("generic-headphones"));
  EXPECT_EQ(page().candidates().picks(), picks);
}

TEST_F(MatchPageTest, ThePairIsPutOnTheDeskAndJoinedInOneStep) {
  const int row = rowOf("topping-l30-ii");
  goTo(row, CandidateColumn::verdict);
  QTest::keyClick(&table(), Qt::Key_Return);
  ASSERT_EQ(document.chain().devices.size(), 2u);
  EXPECT_EQ(document.chain().devices[0].profile, "topping-l30-ii");
  EXPECT_EQ(document.chain().devices[1].profile, "neuropunk-m1");
  ASSERT_EQ(document.chain().cables.size(), 1u);
  EXPECT_EQ(document.chain().cables[0].kind, chain::CableKind::headphone);
  document.undoAction()->setEnabled(true);
  document.undoAction()->trigger();
  EXPECT_TRUE(document.chain().devices.empty());
  EXPECT_TRUE(document.chain().cables.empty());
}

TEST_F(MatchPageTest, WhatIsAskedAndChosenOutlastsOtherPages) {
  move(QStringLiteral("Loudest peak"), 112);
  goTo(2, CandidateColumn::loss);
  const auto chosen = table().current();
  window.showPage(Page::hum);
  window.showPage(Page::match);
  EXPECT_EQ(page().candidates().load()->profile, "neuropunk-m1");
  EXPECT_EQ(page().candidates().request().peak, DecibelsSpl::of(112.0));
  EXPECT_EQ(table().current(), chosen);
}

TEST_F(MatchPageTest, ItsKeysCountOnlyWhileItIsInFront) {
  EXPECT_TRUE(action(QStringLiteral("Find headphones"))->isEnabled());
  window.showPage(Page::chain);
  EXPECT_FALSE(action(QStringLiteral("Find headphones"))->isEnabled());
}

TEST_F(MatchPageTest, EveryControlHasANameAndIsReachedByTab) {
  on<ComparisonArea>().choose(ComparisonArea::Sheet::all);
  int controls = 0;
  for (QWidget* widget : page().findChildren<QWidget*>()) {
    if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
    ++controls;
    EXPECT_FALSE(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty())
        << widget->metaObject()->className();
  }
  EXPECT_GT(controls, 18);
}

TEST_F(MatchPageTest, TabGoesFromTheHeadphonesToTheQuestionToTheTable) {
  std::vector<QString> order;
  QWidget* widget = &named<QLineEdit>(QStringLiteral("Search headphones"));
  for (int i = 0; i < 200; ++i, widget = widget->nextInFocusChain()) {
    if (widget->focusPolicy() & Qt::TabFocus) order.push_back(widget->accessibleName());
  }
  const auto place = [&](const QString& name) {
    return std::find(order.begin(), order.end(), name) - order.begin();
  };
  EXPECT_LT(place(QStringLiteral("Driver type")), place(QStringLiteral("Headphones found")));
  EXPECT_LT(place(QStringLiteral("Headphones found")), place(QStringLiteral("Loudest peak")));
  EXPECT_LT(place(QStringLiteral("Loudest peak")), place(QStringLiteral("Feed of amplifiers")));
  EXPECT_LT(place(QStringLiteral("Feed of amplifiers")), place(QStringLiteral("Outputs")));
  EXPECT_LT(place(QStringLiteral("Outputs")), place(QStringLiteral("Side by side")));
}

TEST_F(MatchPageTest, FilesAreWrittenWholeAndAFolderThatIsNotThereIsTold) {
  const linecheck::testing::TemporaryFolder folder;
  const auto path = [&](const char* name) {
    return QString::fromStdString((folder / name).string());
  };
  page().saveCsv(path("match.csv"));
  page().savePdf(path("match.pdf"));
  page().saveImage(path("match.png"));
  const auto begins = [](const QString& file, const QByteArray& with) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) && opened.readAll().startsWith(with);
  };
  EXPECT_TRUE(begins(path("match.csv"), "rank,"));
  EXPECT_TRUE(begins(path("match.pdf"), "%PDF"));
  EXPECT_TRUE(begins(path("match.png"), "\x89PNG"));
  page().saveCsv(path("nowhere/match.csv"));
  EXPECT_TRUE(on<NoticeLine>().text().contains(QStringLiteral("cannot be written")));
}

TEST_F(MatchPageTest, APlotIsReadByArrowKeysAndCopiedAsNumbers) {
  on<ComparisonArea>().choose(ComparisonArea::Sheet::noise);
  ChartPlot* plot = on<ComparisonArea>().plotInFront();
  ASSERT_NE(plot, nullptr);
  plot->setFocus();
  QTest::keyClick(plot, Qt::Key_Right);
  ASSERT_TRUE(plot->cursor());
  EXPECT_TRUE(plot->accessibleDescription().contains(QStringLiteral("threshold of hearing")));
  const double before = *plot->cursor();
  QTest::keyClick(plot, Qt::Key_Right);
  EXPECT_GT(*plot->cursor(), before);
  plot->copyNumbers();
  EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("series,")));
  plot->copyImage();
  EXPECT_FALSE(QApplication::clipboard()->image().isNull());
}

}  // namespace
}  // namespace linecheck::ui
