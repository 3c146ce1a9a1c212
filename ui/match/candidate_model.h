#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "match/candidate_column.h"

namespace linecheck::ui {

/// The candidates as a table, sorted. Follows them.
class CandidateModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  static constexpr int kRange = Qt::UserRole + 1;  ///< What follows a number, drawn lighter.
  static constexpr int kTone = Qt::UserRole + 2;   ///< Of a verdict, a BannerState::Tone.
  static constexpr int kPlace = Qt::UserRole + 3;  ///< Among those side by side; else invalid.

  /// `candidates` outlives it.
  explicit CandidateModel(Candidates& candidates, QObject* parent = nullptr);

  [[nodiscard]] std::size_t outputAt(int row) const {
    return order_[static_cast<std::size_t>(row)];
  }
  [[nodiscard]] int rowOf(std::size_t output) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// By verdict: from the best, or from the worst.
  void sort(int column, Qt::SortOrder order) override;

 Q_SIGNALS:
  /// There is no room for another one side by side.
  void pickRefused();

 private:
  void arrange();

  Candidates& candidates_;
  std::vector<std::size_t> order_;
  CandidateColumn sortedBy_ = CandidateColumn::verdict;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace linecheck::ui
