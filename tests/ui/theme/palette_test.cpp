#include "theme/palette.h"

#include <gtest/gtest.h>

#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

constexpr double kText = 4.5;  // WCAG 2.1 AA.
constexpr double kLine = 3.0;

TEST(Contrast, IsTwentyOneFromBlackToWhite) {
  EXPECT_NEAR(contrastRatio(Qt::black, Qt::white), 21.0, 1e-9);
  EXPECT_NEAR(contrastRatio(QColor(0x777777), Qt::white), 4.48, 0.01);
  EXPECT_NEAR(contrastRatio(Qt::red, Qt::red), 1.0, 1e-9);
}

TEST(Contrast, MovesAColourNoFurtherThanAsked) {
  const QColor moved = withContrast(QColor(0xe6b800), Qt::white, kText);
  EXPECT_GE(contrastRatio(moved, Qt::white), kText);
  EXPECT_LT(contrastRatio(moved, Qt::white), kText + 0.3);
  const QColor enough(0x101010);
  EXPECT_EQ(withContrast(enough, Qt::white, kText), enough);
}

class PaletteTest : public ::testing::TestWithParam<bool> {
 protected:
  const Palette palette = GetParam() ? Palette::dark() : Palette::light();
};

TEST_P(PaletteTest, EverythingWrittenCanBeReadOnGroundAndCards) {
  for (const Role surface : {Role::ground, Role::card}) {
    for (const Role role : {Role::text, Role::quietText, Role::accent, Role::good, Role::attention,
                            Role::bad, Role::loop}) {
      EXPECT_GE(contrastRatio(palette[role], palette[surface]), kText)
          << static_cast<int>(role) << " on " << static_cast<int>(surface);
    }
    for (const Role role : {Role::digital, Role::unbalanced, Role::balanced, Role::headphone,
                            Role::loudspeaker, Role::power}) {
      EXPECT_GE(contrastRatio(palette[role], palette[surface]), kLine)
          << static_cast<int>(role) << " on " << static_cast<int>(surface);
    }
  }
}

TEST_P(PaletteTest, WidgetsTextCanBeRead) {
  const QPalette widgets = palette.forWidgets();
  const auto readable = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
    EXPECT_GE(contrastRatio(widgets.color(text), widgets.color(ground)), kText)
        << static_cast<int>(text) << " on " << static_cast<int>(ground);
  };
  readable(QPalette::WindowText, QPalette::Window);
  readable(QPalette::Text, QPalette::Base);
  readable(QPalette::ButtonText, QPalette::Button);
  readable(QPalette::HighlightedText, QPalette::Highlight);
  readable(QPalette::ToolTipText, QPalette::ToolTipBase);
  readable(QPalette::PlaceholderText, QPalette::Base);
}

INSTANTIATE_TEST_SUITE_P(Themes, PaletteTest, ::testing::Bool(),
                         [](const auto& theme) { return theme.param ? "Dark" : "Light"; });

}  // namespace
}  // namespace linecheck::ui
