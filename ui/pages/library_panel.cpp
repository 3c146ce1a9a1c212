#include "pages/library_panel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QVBoxLayout>

#include "canvas/card_from_profile.h"
#include "canvas/chain_canvas.h"
#include "document/chain_document.h"
#include "theme/theme.h"
#include "widgets/two_line_delegate.h"

namespace linecheck::ui {
namespace {

constexpr int kProfile = Qt::UserRole;

class ProfileList : public QListWidget {
 public:
  using QListWidget::QListWidget;

 protected:
  [[nodiscard]] QStringList mimeTypes() const override {
    return {QLatin1String(ChainCanvas::kProfileMime)};
  }
  [[nodiscard]] QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override {
    auto* mime = new QMimeData;
    if (!items.isEmpty()) {
      mime->setData(QLatin1String(ChainCanvas::kProfileMime),
                    items.first()->data(kProfile).toString().toUtf8());
    }
    return mime;
  }
};

}  // namespace

LibraryPanel::LibraryPanel(const ChainDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), search_(new QLineEdit), list_(new ProfileList) {
  setAccessibleName(tr("Devices to add"));
  search_->setPlaceholderText(tr("Search devices"));
  search_->setAccessibleName(tr("Search devices"));
  search_->setClearButtonEnabled(true);
  search_->setTextMargins(space::kHair, 0, 0, 0);
  search_->installEventFilter(this);
  list_->setAccessibleName(tr("Devices found"));
  list_->setItemDelegate(new TwoLineDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setDragEnabled(true);
  list_->setDragDropMode(QAbstractItemView::DragOnly);
  list_->setMouseTracking(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->viewport()->setAutoFillBackground(false);
  auto* hint = new QLabel(tr("Drag a device onto the drawing, or press Enter."));
  hint->setWordWrap(true);
  hint->setFont(textFont(TextSize::caption));
  hint->setForegroundRole(QPalette::PlaceholderText);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kNormal, space::kSnug, space::kSnug, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(search_);
  column->addWidget(hint);
  column->addWidget(list_, 1);
  connect(search_, &QLineEdit::textChanged, this, &LibraryPanel::fill);
  connect(search_, &QLineEdit::returnPressed, this, &LibraryPanel::choose);
  connect(list_, &QListWidget::itemActivated, this, &LibraryPanel::choose);
  connect(list_, &QListWidget::currentItemChanged, this, &LibraryPanel::currentChanged);
  connect(&document_, &ChainDocument::libraryChanged, this, [this] {
    const QString marked = current();
    fill();
    reveal(marked);
  });
  fill();
}

QString LibraryPanel::current() const {
  const auto* item = list_->currentItem();
  return item ? item->data(kProfile).toString() : QString();
}

void LibraryPanel::reveal(const QString& profile) {
  if (document_.library().find(profile.toStdString()) == nullptr) return;
  const auto mark = [&] {
    for (int row = 0; row < list_->count(); ++row) {
      if (list_->item(row)->data(kProfile).toString() != profile) continue;
      list_->setCurrentRow(row);
      return true;
    }
    return false;
  };
  if (mark()) return;
  search_->clear();
  mark();
}

void LibraryPanel::setDeviceActions(const QList<QAction*>& actions) {
  list_->addActions(actions);
  list_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void LibraryPanel::fill() {
  list_->clear();
  for (const auto* entry : document_.library().search(search_->text().toStdString())) {
    const profiles::Profile& profile = entry->profile;
    auto* item = new QListWidgetItem(QString::fromStdString(profile.model), list_);
    QStringList caption;
    if (profile.kind != profiles::Kind::computer) caption << QString::fromStdString(profile.maker);
    caption << kindText(profile.kind);
    if (entry->isUsers) caption << tr("yours");
    item->setData(kProfile, QString::fromStdString(profile.id));
    item->setData(TwoLineDelegate::kCaption, caption.join(QStringLiteral(" · ")));
    item->setData(Qt::AccessibleTextRole,
                  QStringLiteral("%1, %2").arg(item->text(), caption.join(QStringLiteral(", "))));
  }
  if (list_->count() > 0) list_->setCurrentRow(0);
}

void LibraryPanel::choose() {
  if (const auto* item = list_->currentItem()) Q_EMIT chosen(item->data(kProfile).toString());
}

void LibraryPanel::focusSearch() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

// Up and down go through the list while one types.
bool LibraryPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == search_ && event->type() == QEvent::KeyPress && list_->count() > 0) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
      const int row = list_->currentRow() + (key == Qt::Key_Down ? 1 : -1);
      list_->setCurrentRow(std::clamp(row, 0, list_->count() - 1));
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace linecheck::ui
