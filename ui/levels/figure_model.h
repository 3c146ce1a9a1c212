#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <string>
#include <vector>

#include "measure/figure_rows.h"

namespace linecheck::ui {

/// What the chain says of a figure before it is measured.
struct ExpectedValue {
  std::string id;
  std::optional<int> channel;
  std::optional<double> low;
  std::optional<double> best;
  std::optional<double> high;

  bool operator==(const ExpectedValue&) const = default;
};

/// Figures and statements of a reading as a table: a row for each, with a column for each input.
/// What is of no input stands in the first of these columns, to be spread over all.
class FigureModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// Behind the inputs' columns.
  enum class After { unit, uncertainty, predicted, difference, count };

  explicit FigureModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  /// `inDbu` are levels of the reading at the jack, to stand behind those in dBFS.
  void show(const measure::Reading& reading, std::vector<ExpectedValue> expected = {},
            std::vector<measure::Figure> inDbu = {});
  [[nodiscard]] int inputs() const { return static_cast<int>(channels_.size()); }
  [[nodiscard]] int columnOf(After column) const { return 1 + inputs() + static_cast<int>(column); }
  /// Whether a row is of no input.
  [[nodiscard]] bool isOfTheWhole(int row) const;
  [[nodiscard]] bool hasPredictions() const { return !expected_.empty(); }
  /// Tab-separated with a line of names, without dBu, so that numbers stay numbers; all rows if
  /// `rows` is empty.
  [[nodiscard]] QString tsv(const QList<int>& rows = {}) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  [[nodiscard]] QString text(int row, int column) const;
  [[nodiscard]] const measure::FigureRow& rowAt(int row) const {
    return rows_[static_cast<std::size_t>(row)];
  }
  [[nodiscard]] QString predictedText(const measure::FigureRow& row, bool asDifference) const;

  /// The value of an input's cell as the level at the jack, if it is calibrated.
  [[nodiscard]] QString dbuText(int row, int column) const;

  std::vector<ExpectedValue> expected_;
  std::vector<measure::Figure> inDbu_;
  std::vector<int> channels_;
  std::vector<measure::FigureRow> rows_;
};

}  // namespace linecheck::ui
