#include "match/comparison_export.h"

#include <gtest/gtest.h>

#include <QSet>
#include <QStringList>
#include <cmath>

namespace linecheck::ui {
namespace {

class ComparisonExport : public ::testing::Test {
 protected:
  ComparisonExport() {
    const auto* entry = library.find("neuropunk-m1");
    candidates.setLoad(matching::loadOf(entry->profile), &entry->profile);
  }

  /// Rows of cells; what is quoted is one cell.
  [[nodiscard]] std::vector<QStringList> rows() const {
    std::vector<QStringList> all;
    const QStringList lines = comparisonAsCsv(candidates).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
      QStringList cells{QString()};
      bool isQuoted = false;
      for (const QChar c : line) {
        if (c == u'"') {
          isQuoted = !isQuoted;
        } else if (c == u',' && !isQuoted) {
          cells << QString();
        } else {
          cells.back() += c;
        }
      }
      all.push_back(cells);
    }
    return all;
  }

  profiles::Library library = profiles::Library::load(profiles::locations());
  Candidates candidates{library};
};

TEST_F(ComparisonExport, EachRowHasEachNamedCellAndEachOutputARow) {
  const auto all = rows();
  ASSERT_EQ(all.size(), candidates.outputs().size() + 1);
  for (const QStringList& row : all) EXPECT_EQ(row.size(), all.front().size());
  EXPECT_EQ(QSet<QString>(all.front().begin(), all.front().end()).size(), all.front().size());
}

TEST_F(ComparisonExport, ItsFiguresAreThoseOfTheMatch) {
  const auto all = rows();
  const auto matches =
      matching::matchAll(candidates.outputs(), std::span(&*candidates.load(), 1), {});
  const auto nominal = all.front().indexOf(QStringLiteral("max_spl_db"));
  const auto low = all.front().indexOf(QStringLiteral("max_spl_db_low"));
  const auto loss = all.front().indexOf(QStringLiteral("loss_db"));
  ASSERT_GT(low, 0);
  ASSERT_GT(nominal, low);
  int known = 0;
  for (std::size_t row = 1; row < all.size(); ++row) {
    const matching::Match& match = matches[candidates.ranking()[row - 1]];
    const auto agrees = [&](const QString& cell, double raw) {
      if (!std::isfinite(raw)) return cell.isEmpty();
      ++known;
      return std::abs(cell.toDouble() - raw) <= 0.0006;
    };
    EXPECT_TRUE(agrees(all[row][nominal], match.maximum.rawNominal()));
    EXPECT_TRUE(agrees(all[row][low], match.maximum.rawLow()));
    EXPECT_TRUE(agrees(all[row][loss], match.loss.rawNominal()));
  }
  EXPECT_GT(known, 20);
}

TEST_F(ComparisonExport, TheNeedOfTheTargetIsOhmsLaw) {
  const auto all = rows();
  const auto cell = [&](const char* name) {
    return all[1][all.front().indexOf(QLatin1String(name))].toDouble();
  };
  // 115 dB at 91 dB/mW is 24 dB over a milliwatt, into 16 ohm.
  const double milliwatts = std::pow(10.0, 2.4);
  EXPECT_NEAR(cell("power_at_target_mw"), milliwatts, 0.001);
  EXPECT_NEAR(cell("voltage_at_target_v"), std::sqrt(milliwatts * 1e-3 * 16.0), 0.001);
  EXPECT_NEAR(cell("current_at_target_ma"), 1e3 * std::sqrt(milliwatts * 1e-3 / 16.0), 0.001);
}

TEST_F(ComparisonExport, WithoutHeadphonesThereAreOnlyNames) {
  candidates.setLoad(std::nullopt, nullptr);
  EXPECT_EQ(rows().size(), 1u);
}

}  // namespace
}  // namespace linecheck::ui
