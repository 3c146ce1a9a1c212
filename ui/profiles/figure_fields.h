#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <optional>

#include "profiles/figure_maker.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace linecheck::ui {

/// Where figures come from that do not say it themselves.
struct UsualSource {
  profiles::Source source;
  std::optional<profiles::Confidence> confidence;
};

/// The fields of one figure in a row of a grid: value, range, unit, source and how sure it is, with
/// room for a message below. An empty source or sureness is the usual one.
class FigureFields : public QObject {
  Q_OBJECT

 public:
  static constexpr int kColumns = 7;
  static constexpr int kGridRows = 2;  ///< Of the grid, for each figure.

  /// `label` stands before the fields; `name` is what screen readers say. `units` are words of the
  /// profile format; an empty one in front makes the user choose.
  FigureFields(QGridLayout& grid, int gridRow, QWidget* label, const QString& name,
               const QStringList& units, QObject* parent);

  /// The names of the columns.
  static void addHeader(QGridLayout& grid, int gridRow);

  /// A new figure, from the usual source.
  void showNew(const profiles::Written& written,
               std::optional<profiles::Weighting> weighting = std::nullopt);
  template <class T>
  void show(const profiles::Figure<T>& figure) {
    showNumbers(figure.written);
    showProvenance(figure.provenance);
  }

  [[nodiscard]] bool isEmpty() const;
  /// What is wrong with the row, in a sentence; empty for a good or an empty one.
  [[nodiscard]] QString fault(const UsualSource& usual) const;
  /// Shows a fault below the row; an empty one takes no room.
  void tell(const QString& fault);
  [[nodiscard]] const QString& name() const { return name_; }

  /// The figure, with what an edited one kept of `before`; nothing if the row is empty or faulty.
  template <class T, std::size_t N>
  [[nodiscard]] std::optional<profiles::Figure<T>> figure(
      const std::array<profiles::Unit<T>, N>& units, const UsualSource& usual,
      const std::optional<profiles::Figure<T>>& before) const {
    const auto written = numbers();
    if (!written) return std::nullopt;
    profiles::Provenance provenance = provenanceNow(usual);
    // What was said of a figure holds no longer for one of another source.
    const bool isSameSource = before && before->provenance.source == provenance.source;
    if (isSameSource) {
      provenance.where = before->provenance.where;
      provenance.note = before->provenance.note;
    }
    auto made = profiles::makeFigure(*written, units, provenance);
    if (!made) return std::nullopt;
    made->weighting = weighting_;
    if (isSameSource) {
      made->weighting = before->weighting;
      made->alternatives = before->alternatives;
      made->chosenBecause = before->chosenBecause;
    }
    return *std::move(made);
  }

 Q_SIGNALS:
  void changed();

 private:
  void showNumbers(const profiles::Written& written);
  void showProvenance(const profiles::Provenance& provenance);
  [[nodiscard]] std::optional<profiles::Written> numbers() const;
  [[nodiscard]] profiles::Provenance provenanceNow(const UsualSource& usual) const;

  QString name_;
  QWidget* label_;
  QLineEdit* value_;
  QLineEdit* low_;
  QLineEdit* high_;
  QComboBox* unit_;
  QLineEdit* source_;
  QComboBox* confidence_;
  QLabel* message_;
  QString url_;                                   ///< Of the source that is shown.
  std::optional<profiles::Weighting> weighting_;  ///< Of a pasted figure.
};

/// A number as somebody types it, with a decimal point or comma.
struct TypedNumber {
  std::optional<double> value;
  QString fault;  ///< Empty for a number and for nothing.
};
[[nodiscard]] TypedNumber typedNumber(const QString& text);

}  // namespace linecheck::ui
