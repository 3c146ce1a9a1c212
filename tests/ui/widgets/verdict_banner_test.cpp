#include "widgets/verdict_banner.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSet>

#include "widgets/figures_panel.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

const BannerState kLoop{BannerState::Tone::bad, QStringLiteral("Fault"),
                        QStringLiteral("Ground loop"), QStringLiteral("50 Hz & odd harmonics."),
                        0.94};

QString shownText(const QWidget& widget) {
  QString all;
  for (const QLabel* label : widget.findChildren<QLabel*>()) {
    if (!label->isHidden()) all += label->text() + u'\n';
  }
  return all;
}

TEST(VerdictBanner, ShowsSentenceWordDetailAndConfidence) {
  const Theme theme(ThemeChoice::dark);
  VerdictBanner banner(theme);
  banner.show(kLoop);
  const QString text = shownText(banner);
  EXPECT_TRUE(text.contains(QStringLiteral("Ground loop")));
  EXPECT_TRUE(text.contains(QStringLiteral("Fault")));
  EXPECT_TRUE(text.contains(QStringLiteral("50 Hz &amp; odd harmonics.")));
  EXPECT_TRUE(text.contains(QStringLiteral("94\u2009%")));
  EXPECT_EQ(banner.accessibleDescription(), u"Fault. Ground loop 50 Hz & odd harmonics.");
}

TEST(VerdictBanner, HidesAConfidenceThatThereIsNot) {
  const Theme theme(ThemeChoice::dark);
  VerdictBanner banner(theme);
  banner.show(kLoop);
  BannerState listening = kLoop;
  listening.confidence.reset();
  banner.show(listening);
  EXPECT_FALSE(shownText(banner).contains(u'%'));
}

TEST(ToneIcon, EachToneHasAShapeOfItsOwn) {
  QSet<QByteArray> pictures;
  for (const auto tone : {BannerState::Tone::quiet, BannerState::Tone::good,
                          BannerState::Tone::attention, BannerState::Tone::bad}) {
    QImage image(26, 26, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    drawToneIcon(painter, QRectF(0, 0, 26, 26), tone, Qt::white, Qt::black);
    painter.end();
    pictures.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()),
                               static_cast<qsizetype>(image.sizeInBytes())));
  }
  EXPECT_EQ(pictures.size(), 4);
}

TEST(FiguresPanel, ShowsEachFigureWithItsNote) {
  const Theme theme(ThemeChoice::dark);
  FiguresPanel panel(theme);
  const Figures figures{
      {QStringLiteral("Level"), {QStringLiteral("−61.8"), QStringLiteral("dBFS")}, {}},
      {QStringLiteral("THD+N"), unknownReading(), QStringLiteral("There is no tone.")}};
  panel.show(figures);
  EXPECT_EQ(panel.figures(), figures);
  const auto rows = panel.findChildren<FigureRow*>();
  ASSERT_EQ(rows.size(), 2);
  EXPECT_EQ(rows[1]->toolTip(), u"There is no tone.");
  EXPECT_EQ(rows[1]->accessibleName(), u"THD+N");
  EXPECT_EQ(rows[1]->accessibleDescription(), u"—. There is no tone.");
  panel.show({figures.front()});
  EXPECT_EQ(panel.figures().size(), 1u);
}

}  // namespace
}  // namespace linecheck::ui
