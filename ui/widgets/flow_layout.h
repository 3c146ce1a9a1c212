#pragma once

#include <QLayout>
#include <QList>

namespace linecheck::ui {

/// Lays its widgets in rows, as words are: what does not fit goes into the next row. Hidden ones
/// take no room.
class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(int gap, QWidget* parent = nullptr) : QLayout(parent), gap_(gap) {
    setContentsMargins(0, 0, 0, 0);
  }
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override { items_ << item; }
  [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override { return items_.value(index); }
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override {
    return layOut(QRect(0, 0, width, 0), false);
  }
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int layOut(const QRect& whole, bool isReal) const;

  QList<QLayoutItem*> items_;
  int gap_;
};

}  // namespace linecheck::ui
