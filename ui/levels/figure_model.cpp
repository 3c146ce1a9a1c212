#include "levels/figure_model.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "measure/figure_words.h"
#include "text/levels_text.h"
#include "text/reading.h"
#include "text/run_result_text.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using measure::FigureCell;
using measure::FigureRow;

QString fromView(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

// The same text on all inputs is told once.
QString joined(QStringList texts) {
  texts.removeDuplicates();
  return texts.join(QStringLiteral(" · "));
}

bool hasNumbers(const FigureRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& entry) {
    const FigureCell& cell = entry.second;
    return cell.value || cell.atMost || cell.atLeast || cell.word.empty();
  });
}

QString valueText(const FigureRow& row, std::optional<int> channel) {
  const auto found = row.cells.find(channel);
  return found == row.cells.end() ? QString() : figureCellText(row, found->second);
}

// Smaller than what is shown is told as that.
QString uncertaintyText(const FigureRow& row) {
  QStringList texts;
  const int decimals = measure::unitDecimals(row.unit);
  const double least = std::pow(10.0, -decimals);
  for (const auto& [channel, cell] : row.cells) {
    if (!cell.value || !cell.uncertainty || !std::isfinite(*cell.uncertainty)) continue;
    texts << (*cell.uncertainty < least / 2
                  ? QStringLiteral("< ") + numberText(least, decimals)
                  : QStringLiteral("± ") + numberText(*cell.uncertainty, decimals));
  }
  return joined(texts);
}

}  // namespace

void FigureModel::show(const measure::Reading& reading, std::vector<ExpectedValue> expected,
                       std::vector<measure::Figure> inDbu) {
  beginResetModel();
  expected_ = std::move(expected);
  inDbu_ = std::move(inDbu);
  rows_ = measure::rowsOf(reading);
  std::set<int> channels;
  for (const FigureRow& row : rows_) {
    for (const auto& [channel, cell] : row.cells) {
      if (channel) channels.insert(*channel);
    }
  }
  channels_.assign(channels.begin(), channels.end());
  if (channels_.empty()) channels_ = {0};
  endResetModel();
}

int FigureModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FigureModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columnOf(After::count);
}

bool FigureModel::isOfTheWhole(int row) const {
  return rowAt(row).cells.contains(std::nullopt);
}

QString FigureModel::predictedText(const FigureRow& row, bool asDifference) const {
  QStringList texts;
  const int decimals = measure::unitDecimals(row.unit);
  for (const auto& [channel, cell] : row.cells) {
    const auto expected =
        std::find_if(expected_.begin(), expected_.end(), [&, channel = channel](const auto& value) {
          return value.id == row.id && (!value.channel || value.channel == channel);
        });
    if (expected == expected_.end()) continue;
    if (asDifference) {
      if (!cell.value || !expected->best) continue;
      const double difference = *cell.value - *expected->best;
      if (!std::isfinite(difference)) continue;
      texts << (difference > 0.0 ? QStringLiteral("+") : QString()) +
                   numberText(difference, decimals);
    } else if (expected->best) {
      texts << numberText(*expected->best, decimals);
    } else if (expected->low && expected->high) {
      texts << QStringLiteral("%1 … %2").arg(numberText(*expected->low, decimals),
                                             numberText(*expected->high, decimals));
    } else if (expected->low) {
      texts << QStringLiteral("≥ ") + numberText(*expected->low, decimals);
    } else if (expected->high) {
      texts << QStringLiteral("≤ ") + numberText(*expected->high, decimals);
    }
  }
  return joined(texts);
}

QString FigureModel::text(int row, int column) const {
  const FigureRow& which = rowAt(row);
  if (column == 0) return measureWord(measure::figureName(which.id));
  if (column <= inputs()) {
    if (isOfTheWhole(row)) return column == 1 ? valueText(which, std::nullopt) : QString();
    return valueText(which, channels_[static_cast<std::size_t>(column - 1)]);
  }
  switch (static_cast<After>(column - 1 - inputs())) {
    case After::unit:
      return hasNumbers(which) ? fromView(measure::unitSymbol(which.unit)) : QString();
    case After::uncertainty:
      return uncertaintyText(which);
    case After::predicted:
      return predictedText(which, false);
    case After::difference:
      return predictedText(which, true);
    case After::count:
      break;
  }
  return {};
}

QString FigureModel::dbuText(int row, int column) const {
  if (column < 1 || column > inputs() || isOfTheWhole(row)) return {};
  const int channel = channels_[static_cast<std::size_t>(column - 1)];
  const auto level = std::find_if(inDbu_.begin(), inDbu_.end(), [&](const measure::Figure& figure) {
    return figure.id == rowAt(row).id && figure.channel == channel;
  });
  if (level == inDbu_.end() || !level->value) return {};
  constexpr auto kUnit = measure::Unit::dbu;
  return QStringLiteral("  ") + Reading{numberText(*level->value, measure::unitDecimals(kUnit)),
                                        fromView(measure::unitSymbol(kUnit))}
                                    .text();
}

QVariant FigureModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const bool isRight = index.column() > 0 && index.column() <= inputs();
  const bool isSpread = isRight && inputs() > 1 && isOfTheWhole(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return text(index.row(), index.column()) + dbuText(index.row(), index.column());
    case Qt::TextAlignmentRole:
      return static_cast<int>((isSpread  ? Qt::AlignHCenter
                               : isRight ? Qt::AlignRight
                                         : Qt::AlignLeft) |
                              Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
      const QString name = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
      return index.column() == 0
                 ? text(index.row(), 0)
                 : QStringLiteral("%1: %2").arg(name, data(index, Qt::DisplayRole).toString());
    }
    default:
      return {};
  }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const bool isLeft = section == 0 || section > inputs();
  if (role == Qt::TextAlignmentRole) {
    return static_cast<int>((isLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  if (section == 0) return tr("Figure");
  if (section <= inputs()) {
    return tr("Input %1").arg(channels_[static_cast<std::size_t>(section - 1)] + 1);
  }
  switch (static_cast<After>(section - 1 - inputs())) {
    case After::unit:
      return tr("Unit");
    case After::uncertainty:
      return tr("Uncertainty");
    case After::predicted:
      return tr("Predicted");
    case After::difference:
      return tr("Difference");
    case After::count:
      break;
  }
  return {};
}

QString FigureModel::tsv(const QList<int>& rows) const {
  QString text;
  const int columns = hasPredictions() ? columnCount() : columnOf(After::predicted);
  const auto line = [&](auto cell) {
    QStringList cells;
    for (int column = 0; column < columns; ++column) cells << cell(column);
    text += cells.join(u'\t') + u'\n';
  };
  line([&](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
  for (int row = 0; row < rowCount(); ++row) {
    if (!rows.isEmpty() && !rows.contains(row)) continue;
    line([&](int column) { return this->text(row, column); });
  }
  return text;
}

}  // namespace linecheck::ui
