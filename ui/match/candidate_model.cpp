#include "match/candidate_model.h"

#include <algorithm>

#include "text/match_text.h"

namespace linecheck::ui {
namespace {

/// What is best stands at the top when a column is sorted by for the first time.
Qt::SortOrder bestFirst(CandidateColumn column) {
  switch (column) {
    case CandidateColumn::maximum:
    case CandidateColumn::headroom:
    case CandidateColumn::loss:
    case CandidateColumn::damping:
      return Qt::DescendingOrder;
    default:
      return Qt::AscendingOrder;
  }
}

CandidateColumn columnOf(int section) {
  return static_cast<CandidateColumn>(section);
}

}  // namespace

CandidateModel::CandidateModel(Candidates& candidates, QObject* parent)
    : QAbstractTableModel(parent), candidates_(candidates), order_(candidates.ranking()) {
  connect(&candidates_, &Candidates::changed, this, &CandidateModel::arrange);
  connect(&candidates_, &Candidates::outputsChanged, this, [this] {
    beginResetModel();
    order_ = candidates_.ranking();
    endResetModel();
  });
  connect(&candidates_, &Candidates::picksChanged, this, [this] {
    if (!order_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
  });
}

int CandidateModel::rowOf(std::size_t output) const {
  return static_cast<int>(std::find(order_.begin(), order_.end(), output) - order_.begin());
}

int CandidateModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kCandidateColumns);
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const CandidateColumn column = columnOf(index.column());
  const std::size_t output = outputAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return cellText(column, candidates_, output).number;
    case kRange:
      return cellText(column, candidates_, output).range;
    case kTone:
      if (candidates_.matches().empty()) return {};
      return static_cast<int>(verdictTone(candidates_.matches()[output].verdict));
    case kPlace: {
      const auto place = candidates_.placeOf(output);
      return place ? QVariant(static_cast<int>(*place)) : QVariant();
    }
    case Qt::CheckStateRole:
      if (column != CandidateColumn::mark) return {};
      return candidates_.placeOf(output) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
      return cellOrigin(column, candidates_, output);
    case Qt::AccessibleTextRole:
      if (column == CandidateColumn::mark) {
        return candidates_.placeOf(output)
                   ? tr("Compared as %1").arg(cellText(column, candidates_, output).number)
                   : tr("Not compared");
      }
      return columnName(column) + QStringLiteral(": ") + cellInFull(column, candidates_, output);
    default:
      return {};
  }
}

bool CandidateModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || columnOf(index.column()) != CandidateColumn::mark) return false;
  const bool isPicked = value.toInt() == Qt::Checked;
  if (candidates_.pick(outputAt(index.row()), isPicked)) return true;
  Q_EMIT pickRefused();
  return false;
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const CandidateColumn column = columnOf(section);
  switch (role) {
    case Qt::DisplayRole: {
      const QString unit = columnUnit(column);
      return unit.isEmpty() ? columnName(column) : columnName(column) + u'\n' + unit;
    }
    case Qt::AccessibleTextRole:
      return column == CandidateColumn::mark ? tr("Side by side") : QVariant();
    case Qt::ToolTipRole:
      return columnAbout(column);
    case Qt::InitialSortOrderRole:
      return bestFirst(column);
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    default:
      return {};
  }
}

Qt::ItemFlags CandidateModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  if (columnOf(index.column()) == CandidateColumn::mark) flags |= Qt::ItemIsUserCheckable;
  return flags;
}

void CandidateModel::sort(int column, Qt::SortOrder order) {
  sortedBy_ = columnOf(column);
  sortOrder_ = order;
  arrange();
}

void CandidateModel::arrange() {
  Q_EMIT layoutAboutToBeChanged();
  const QModelIndexList kept = persistentIndexList();
  std::vector<std::size_t> keptOutputs;
  for (const QModelIndex& one : kept) keptOutputs.push_back(outputAt(one.row()));

  order_ = candidates_.ranking();
  if (sortedBy_ == CandidateColumn::verdict) {
    if (sortOrder_ == Qt::DescendingOrder) std::reverse(order_.begin(), order_.end());
  } else {
    std::stable_sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
      return isBefore(sortedBy_, candidates_, a, b, sortOrder_);
    });
  }
  QModelIndexList moved;
  for (qsizetype i = 0; i < kept.size(); ++i) {
    moved << index(rowOf(keptOutputs[static_cast<std::size_t>(i)]), kept[i].column());
  }
  changePersistentIndexList(kept, moved);
  Q_EMIT layoutChanged();
}

}  // namespace linecheck::ui
