#include "levels/figure_model.h"

#include <gtest/gtest.h>

#include <QTest>
#include <cmath>

#include "levels/figure_table.h"

namespace linecheck::ui {
namespace {

using measure::Unit;

measure::Reading reading() {
  measure::Reading made;
  made.figures = {{"noise_a", Unit::dbfs, 0, -101.25, 0.04},
                  {"noise_a", Unit::dbfs, 1, -HUGE_VAL, {}},
                  {"clock_drift", Unit::partsPerMillion, {}, 0.5, 0.001},
                  {"thd", Unit::db, 0, {}, {}}};
  made.statements = {{"limiter", "none", {}}};
  return made;
}

QString cell(const FigureModel& model, int row, int column) {
  return model.index(row, column).data().toString();
}

TEST(FigureModel, HasARowForEachFigureAndAColumnForEachInput) {
  FigureModel model;
  model.show(reading());
  ASSERT_EQ(model.rowCount(), 4);
  EXPECT_EQ(model.inputs(), 2);
  EXPECT_EQ(cell(model, 0, 0), u"Noise, A-weighted");
  EXPECT_EQ(cell(model, 0, 1), u"−101.25");
  EXPECT_EQ(cell(model, 0, 2), u"−∞");
  EXPECT_EQ(cell(model, 0, model.columnOf(FigureModel::After::unit)), u"dBFS");
}

TEST(FigureModel, WhatIsOfNoInputIsOfTheWhole) {
  FigureModel model;
  model.show(reading());
  EXPECT_FALSE(model.isOfTheWhole(0));
  EXPECT_TRUE(model.isOfTheWhole(1));
  EXPECT_EQ(cell(model, 1, 1), u"0.50");
  EXPECT_TRUE(model.isOfTheWhole(3));
  const auto alignment = model.index(1, 1).data(Qt::TextAlignmentRole).toInt();
  EXPECT_TRUE(alignment & Qt::AlignHCenter) << "it belongs to all inputs, not to the last";
}

TEST(FigureModel, TheUnknownIsADashAndUncertaintyStandsBesideIt) {
  FigureModel model;
  model.show(reading());
  EXPECT_EQ(cell(model, 2, 1), u"—");
  const int uncertainty = model.columnOf(FigureModel::After::uncertainty);
  EXPECT_EQ(cell(model, 0, uncertainty), u"± 0.04");
  EXPECT_EQ(cell(model, 1, uncertainty), u"< 0.01");
  EXPECT_EQ(cell(model, 2, uncertainty), u"");
}

TEST(FigureModel, ThePredictionStandsBesideTheFigureWithTheDifference) {
  FigureModel model;
  model.show(reading(), {{"noise_a", 0, {}, -103.5, {}}, {"thd", {}, {}, {}, -100.0}});
  const int predicted = model.columnOf(FigureModel::After::predicted);
  const int difference = model.columnOf(FigureModel::After::difference);
  EXPECT_EQ(cell(model, 0, predicted), u"−103.50");
  EXPECT_EQ(cell(model, 0, difference), u"+2.25");
  EXPECT_EQ(cell(model, 2, predicted), u"≤ −100.00");
  EXPECT_EQ(cell(model, 2, difference), u"");
}

TEST(FigureModel, ALevelThatIsCalibratedStandsInDbuBehindIt) {
  FigureModel model;
  model.show(reading(), {}, {{"noise_a", Unit::dbu, 0, -81.25, 0.1}});
  EXPECT_EQ(cell(model, 0, 1), u"−101.25  −81.25\u2009dBu");
  EXPECT_EQ(cell(model, 0, 2), u"−∞") << "of the other input nothing is known";
  EXPECT_EQ(cell(model, 1, 1), u"0.50");
  EXPECT_TRUE(model.tsv({0}).contains(QStringLiteral("\t−101.25\t")));
}

TEST(FigureModel, CopiesTheChosenRowsTabSeparated) {
  FigureModel model;
  model.show(reading());
  EXPECT_EQ(model.tsv({0}),
            u"Figure\tInput 1\tInput 2\tUnit\tUncertainty\n"
            u"Noise, A-weighted\t−101.25\t−∞\tdBFS\t± 0.04\n");
  EXPECT_EQ(model.tsv().count(u'\n'), 5);
}

TEST(FigureTable, NoColumnIsCutOff) {
  measure::Reading made = reading();
  made.statements = {{"limiter", "linked_limiter", 0}, {"limiter", "linked_limiter", 1}};
  FigureTable table;
  for (const int width : {820, 1400}) {
    table.resize(width, 300);
    table.QWidget::show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&table));
    table.show(made, {{"noise_a", 0, {}, -103.5, {}}});
    int all = 0;
    for (int column = 0; column < table.figures().columnCount(); ++column) {
      all += table.columnWidth(column);
    }
    EXPECT_LE(all, table.viewport()->width() + 1) << width;
    // The words wrap where they have no room, and only there.
    const int last = table.figures().rowCount() - 1;
    EXPECT_EQ(table.rowHeight(last) > table.rowHeight(0), width < 900) << width;
  }
}

}  // namespace
}  // namespace linecheck::ui
