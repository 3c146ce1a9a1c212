#include <QLayout>
#include <QStackedWidget>
#include <QStatusBar>
#include <string>

#include "app/welcome.h"
#include "simulation/example_desk.h"
#include "ui/app/main_window_fixture.h"
#include "widgets/rail.h"

namespace linecheck::ui {
namespace {

/// 1920 × 1080 at 200 %, and a frame and a panel of the desktop around it.
constexpr QSize kSmall{940, 500};

/// What asks for so much room, for whoever has to mend it.
void describe(const QWidget& widget, int depth, std::string& text) {
  const QSize least = widget.minimumSizeHint().expandedTo(widget.minimumSize());
  if (depth > 7 || widget.isHidden() || (least.width() < 260 && least.height() < 100)) return;
  text += std::string(static_cast<std::size_t>(2 * depth), ' ') + widget.metaObject()->className() +
          " '" + widget.accessibleName().toStdString() + "' " + std::to_string(least.width()) +
          " x " + std::to_string(least.height()) + '\n';
  for (const QObject* child : widget.children()) {
    if (child->isWidgetType()) describe(static_cast<const QWidget&>(*child), depth + 1, text);
  }
}

class SmallWindowTest : public MainWindowTest {
 protected:
  /// The room that a page needs, with all that stands around it.
  [[nodiscard]] QSize needed(const QWidget& page) const {
    const QSize around(Rail::kWidth,
                       window.statusBar()->height() + window.menuBar()->sizeHint().height());
    const int high = page.layout() != nullptr && page.layout()->hasHeightForWidth()
                         ? page.layout()->minimumHeightForWidth(kSmall.width() - around.width())
                         : page.minimumSizeHint().height();
    return QSize(page.minimumSizeHint().width(), high) + around;
  }
  void shrink() {
    window.resize(kSmall);
    QCoreApplication::processEvents();
    window.resize(kSmall);  // What only a roomy page shows is gone now.
  }
  void expectAllFit() {
    auto* pages = window.findChild<QStackedWidget*>();
    for (int i = 0; i < pages->count(); ++i) {
      QWidget& page = *pages->widget(i);
      if (page.inherits("linecheck::ui::Welcome")) {
        window.showWelcome();
      } else {
        window.showPage(static_cast<Page>(i));
      }
      QCoreApplication::processEvents();
      std::string tree;
      describe(page, 0, tree);
      const QSize least = needed(page);
      EXPECT_LE(least.width(), kSmall.width()) << tree;
      EXPECT_LE(least.height(), kSmall.height()) << tree;
    }
  }
};

TEST_F(SmallWindowTest, EveryPageFitsWithoutADesk) {
  shrink();
  expectAllFit();
  EXPECT_EQ(window.size(), kSmall);
}

TEST_F(SmallWindowTest, EveryPageFitsWithADeskAndAVerdict) {
  shrink();
  document.replace(simulation::exampleDesk());
  begin({simulation::Fault::groundLoop});
  ASSERT_TRUE(waitForVerdict(diagnosis::Cause::groundLoop));
  expectAllFit();
  EXPECT_EQ(window.size(), kSmall);
}

}  // namespace
}  // namespace linecheck::ui
