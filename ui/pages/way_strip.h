#pragma once

#include <QScrollArea>
#include <map>
#include <optional>

#include "canvas/chain_strip.h"
#include "document/chain_document.h"

namespace linecheck::ui {

/// The main way through the document's desk as a strip, which scrolls where it is too long.
class WayStrip : public QScrollArea {
  Q_OBJECT

 public:
  /// `otherwise` is shown while the document is empty. A chain without cards, and a desk without
  /// any way, show nothing.
  WayStrip(const Theme& theme, ChainDocument& document, ChainView otherwise,
           QWidget* parent = nullptr);

  /// Lights the parts of the desk with these ids, each with the reason why it is suspected.
  void light(std::map<QString, QString> reasons);
  /// Without room for it nothing is shown.
  void setRoomy(bool isRoomy);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  void fitHeight();
  [[nodiscard]] ChainView wanted() const;

  ChainDocument& document_;
  ChainView otherwise_;
  ChainStrip* strip_;
  std::optional<ChainView> shown_;
  bool isRoomy_ = true;
  std::map<QString, QString> reasons_;
};

}  // namespace linecheck::ui
