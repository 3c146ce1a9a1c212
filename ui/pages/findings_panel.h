#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "document/chain_document.h"
#include "rules/finding.h"
#include "theme/theme.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace linecheck::ui {

/// What the rules find about the desk, the gravest first. The chosen one lights up its places,
/// tells what helps, and can be accepted.
class FindingsPanel : public QWidget {
  Q_OBJECT

 public:
  FindingsPanel(const Theme& theme, ChainDocument& document, QWidget* parent = nullptr);

  [[nodiscard]] const std::vector<rules::Finding>& findings() const { return findings_; }
  /// Those that are still to be looked at.
  [[nodiscard]] int openCount() const;
  /// The places of the chosen finding in the colour of its severity; none if none is chosen.
  [[nodiscard]] std::map<std::string, Role> parts() const;
  /// Chooses none.
  void clearChoice();

 Q_SIGNALS:
  /// Another one is chosen than before, or none.
  void chosenChanged();

 private:
  void refresh();
  void showChosen();
  void approveChosen();
  [[nodiscard]] const rules::Finding* chosen() const;

  const Theme& theme_;
  ChainDocument& document_;
  std::vector<rules::Finding> findings_;
  QListWidget* list_;
  QLabel* nothing_;
  QLabel* cures_;
  QPushButton* approve_;
};

}  // namespace linecheck::ui
