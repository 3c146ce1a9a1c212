#include "profiles/profile_editor.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "profiles/output_editor.h"
#include "profiles/profile_words.h"
#include "profiles/user_profiles.h"
#include "support/temporary_folder.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using profiles::Confidence;
using profiles::Kind;

/// An editor whose user's folder is an empty one.
class ProfileEditorTest : public ::testing::Test {
 protected:
  ProfileEditorTest() { open(std::nullopt); }

  void open(std::optional<profiles::Profile> edited) {
    editor_ = std::make_unique<ProfileEditor>(library_, locations_, std::move(edited));
    editor_->show();
  }
  template <class T>
  [[nodiscard]] T& the(const char* name) const {
    auto* found = editor_->findChild<T*>(QString::fromUtf8(name));
    EXPECT_NE(found, nullptr) << name;
    return *found;
  }
  void type(const char* field, const char* text) const {
    auto& edit = the<QLineEdit>(field);
    edit.clear();
    QTest::keyClicks(&edit, QString::fromUtf8(text));
  }
  void choose(const char* field, const char* text) const {
    auto& box = the<QComboBox>(field);
    const int index = box.findText(QString::fromUtf8(text));
    ASSERT_GE(index, 0) << text;
    box.setCurrentIndex(index);
  }
  void nameDevice() const {
    type("Maker", "Acme");
    type("Model", "Loud");
    type("Source", "Acme, manual, page 2");
    choose("How sure", "Data sheet");
  }
  [[nodiscard]] QPushButton& save() const {
    return *editor_->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
  }
  void paste(const char* line) const {
    the<QLineEdit>("spec").setText(QString::fromUtf8(line));
    QTest::mouseClick(&the<QPushButton>("fill"), Qt::LeftButton);
  }

  Theme theme_{ThemeChoice::dark};
  testing::TemporaryFolder folder_;
  profiles::Locations locations_{profiles::locations().shipped, folder_ / "mine"};
  profiles::Library library_ = profiles::Library::load(locations_);
  std::unique_ptr<ProfileEditor> editor_;
};

TEST_F(ProfileEditorTest, SaysStepByStepWhatIsMissing) {
  EXPECT_FALSE(save().isEnabled());
  EXPECT_EQ(editor_->reason(), QStringLiteral("Who makes it?"));
  type("Maker", "Acme");
  EXPECT_EQ(editor_->reason(), QStringLiteral("What is the model called?"));
  type("Model", "Loud");
  EXPECT_EQ(editor_->reason(), QStringLiteral("Where do the figures come from?"));
  type("Source", "Acme, manual");
  EXPECT_EQ(editor_->reason(), QStringLiteral("How sure are the figures?"));
  choose("How sure", "Measured");
  EXPECT_EQ(editor_->reason(), QString());
  EXPECT_TRUE(save().isEnabled());
}

TEST_F(ProfileEditorTest, SavesHeadphonesThatTheLibraryReads) {
  nameDevice();
  type("Impedance: value", "32,5");
  type("Sensitivity: value", "97");
  EXPECT_FALSE(save().isEnabled()) << "nobody has said per mW or per V";
  choose("Sensitivity: unit", "dB/V");
  choose("Driver", "planar");
  choose("Back", "semi-open");
  ASSERT_TRUE(save().isEnabled()) << editor_->reason().toStdString();
  const QSignalSpy saved(editor_.get(), &ProfileEditor::saved);
  QTest::mouseClick(&save(), Qt::LeftButton);
  ASSERT_EQ(saved.size(), 1);
  const auto library = profiles::Library::load(locations_);
  const auto* entry = library.find("acme-loud");
  ASSERT_NE(entry, nullptr);
  EXPECT_TRUE(entry->isUsers);
  const profiles::Headphones& headphones = *entry->profile.headphones;
  EXPECT_EQ(headphones.impedance->value.nominal, Ohms::of(32.5));
  EXPECT_EQ(headphones.sensitivity->written.unit, "dB/V");
  EXPECT_EQ(headphones.sensitivity->provenance.source.citation, "Acme, manual, page 2");
  EXPECT_EQ(headphones.sensitivity->provenance.confidence, Confidence::datasheet);
  EXPECT_EQ(headphones.driver, profiles::Driver::planar);
  ASSERT_TRUE(headphones.back);
  EXPECT_EQ(headphones.back->type, profiles::Back::semiOpen);
  EXPECT_EQ(headphones.back->claim.provenance.confidence, Confidence::datasheet);
}

TEST_F(ProfileEditorTest, TellsBesideTheFieldWhatIsWrongWithIt) {
  nameDevice();
  auto& message = the<QLabel>("Impedance: message");
  type("Impedance: value", "loud");
  EXPECT_TRUE(message.isVisible());
  EXPECT_TRUE(message.text().contains(QStringLiteral("no number")));
  type("Impedance: value", "1,000");
  EXPECT_TRUE(message.text().contains(QStringLiteral("1.000 or 1000")));
  type("Impedance: value", "32");
  type("Impedance: at least", "40");
  EXPECT_TRUE(message.text().contains(QStringLiteral("outside its range")));
  type("Impedance: at least", "30");
  EXPECT_FALSE(message.isVisible());
  type("Impedance: value", "0");
  type("Impedance: at least", "");
  EXPECT_FALSE(save().isEnabled());
  EXPECT_TRUE(message.isVisible());
}

TEST_F(ProfileEditorTest, AFigureCanHaveASourceOfItsOwn) {
  nameDevice();
  type("Impedance: value", "32");
  type("Impedance: source", "Own bench");
  choose("Impedance: how sure", "Measured");
  const profiles::Profile made = editor_->profile();
  const auto& impedance = *made.headphones->impedance;
  EXPECT_EQ(impedance.provenance.source.citation, "Own bench");
  EXPECT_EQ(impedance.provenance.confidence, Confidence::measured);
}

TEST_F(ProfileEditorTest, APastedLineFillsTheFields) {
  nameDevice();
  paste("300 Ω, 97 ± 3 dB/mW");
  const profiles::Headphones headphones = *editor_->profile().headphones;
  EXPECT_EQ(headphones.impedance->value.nominal, Ohms::of(300));
  EXPECT_EQ(headphones.sensitivity->written, (profiles::Written{97, 94, 100, "dB/mW"}));
  EXPECT_TRUE(save().isEnabled());
}

TEST_F(ProfileEditorTest, APastedLineWithoutReferenceAsksBeforeItFills) {
  nameDevice();
  paste("250 Ω, 96 dB");
  EXPECT_FALSE(editor_->profile().headphones->impedance);
  auto& perVolt = the<QPushButton>("per V");
  ASSERT_TRUE(perVolt.isVisible());
  EXPECT_TRUE(perVolt.text().contains(QStringLiteral("90.0")));  // 96 − 10·log10(1000 / 250)
  QTest::mouseClick(&perVolt, Qt::LeftButton);
  EXPECT_EQ(editor_->profile().headphones->sensitivity->written.unit, "dB/V");
  EXPECT_FALSE(perVolt.isVisible());
}

TEST_F(ProfileEditorTest, APastedLineThatIsAmbiguousFillsNothing) {
  nameDevice();
  paste("1,000 Ω");
  EXPECT_FALSE(editor_->profile().headphones->impedance);
  EXPECT_TRUE(the<QLabel>("answer").text().contains(QStringLiteral("1.000 or 1000")));
}

TEST_F(ProfileEditorTest, ALineOfAnAmplifierMakesItOne) {
  nameDevice();
  paste("3.5 W @ 16 Ω, output impedance < 0.1 Ω, SNR 120 dBA");
  const profiles::Profile made = editor_->profile();
  EXPECT_EQ(made.kind, Kind::headphoneAmplifier);
  ASSERT_EQ(made.ports.size(), 1u);
  EXPECT_EQ(made.ports[0].impedance->value.high, Ohms::of(0.1));
  ASSERT_EQ(made.ports[0].powerInto.size(), 1u);
  ASSERT_TRUE(made.ports[0].figures.signalToNoise);
  EXPECT_EQ(made.ports[0].figures.signalToNoise->weighting, profiles::Weighting::a);
  EXPECT_EQ(made.ports[0].powerInto[0].power.value.nominal, Watts::of(3.5));
  EXPECT_TRUE(save().isEnabled()) << editor_->reason().toStdString();
}

TEST_F(ProfileEditorTest, AnUntouchedProfileStaysAsItIs) {
  for (const auto& entry : library_.entries()) {
    if (!isEditable(entry.profile.kind)) continue;
    open(entry.profile);
    EXPECT_EQ(editor_->profile(), entry.profile) << entry.profile.id;
    EXPECT_TRUE(save().isEnabled()) << entry.profile.id << editor_->reason().toStdString();
  }
}

TEST_F(ProfileEditorTest, AChangedFigureKeepsTheRestOfTheProfile) {
  const profiles::Profile before = library_.find("neuropunk-m1")->profile;
  open(before);
  type("Impedance: value", "18");
  profiles::Profile expected = before;
  expected.headphones->impedance->written.value = 18;
  expected.headphones->impedance->value.nominal = Ohms::of(18);
  EXPECT_EQ(editor_->profile(), expected);
  QTest::mouseClick(&save(), Qt::LeftButton);
  const auto library = profiles::Library::load(locations_);
  EXPECT_TRUE(library.find("neuropunk-m1")->isUsers);
  EXPECT_EQ(library.find("neuropunk-m1")->profile, expected);
}

TEST_F(ProfileEditorTest, APastedFigureDoesNotInheritTheSourceOfTheOneBefore) {
  open(library_.find("neuropunk-m1")->profile);
  paste("97 dB/mW");
  EXPECT_FALSE(save().isEnabled()) << "nobody has said where it comes from";
  type("Source", "Own bench");
  choose("How sure", "Measured");
  ASSERT_TRUE(save().isEnabled()) << editor_->reason().toStdString();
  const profiles::Profile made = editor_->profile();
  const auto& sensitivity = *made.headphones->sensitivity;
  EXPECT_EQ(sensitivity.provenance,
            (profiles::Provenance{{"Own bench", ""}, "", Confidence::measured, ""}));
  EXPECT_TRUE(sensitivity.alternatives.empty()) << "their reason was about another figure";
  EXPECT_EQ(made.headphones->impedance,
            library_.find("neuropunk-m1")->profile.headphones->impedance);
}

TEST_F(ProfileEditorTest, OutputsComeAndGo) {
  const profiles::Profile before = library_.find("topping-l30-ii")->profile;
  open(before);
  auto* output = editor_->findChild<OutputEditor*>();
  ASSERT_NE(output, nullptr);
  for (auto* button : output->findChildren<QPushButton*>()) {
    if (button->text() == QStringLiteral("Remove output")) button->click();
  }
  const profiles::Profile without = editor_->profile();
  EXPECT_EQ(without.port("headphones"), nullptr);
  EXPECT_NE(without.port("line-in"), nullptr);
  EXPECT_TRUE(save().isEnabled()) << editor_->reason().toStdString();
}

TEST_F(ProfileEditorTest, KeepsAProfileThatIsThereAlready) {
  nameDevice();
  ASSERT_TRUE(
      profiles::saveProfile(editor_->profile(), library_, locations_, profiles::Clash::refuse));
  library_ = profiles::Library::load(locations_);
  open(std::nullopt);
  nameDevice();
  EXPECT_FALSE(save().isEnabled());
  EXPECT_TRUE(editor_->reason().contains(QStringLiteral("already")));
}

TEST_F(ProfileEditorTest, EveryFieldHasANameForScreenReaders) {
  paste("3.5 W @ 16 Ω");
  for (const QLineEdit* edit : editor_->findChildren<QLineEdit*>()) {
    if (edit->parentWidget()->inherits("QComboBox")) continue;
    EXPECT_FALSE(edit->accessibleName().isEmpty()) << edit->placeholderText().toStdString();
  }
  for (const QComboBox* box : editor_->findChildren<QComboBox*>()) {
    EXPECT_FALSE(box->accessibleName().isEmpty()) << box->currentText().toStdString();
  }
}

}  // namespace
}  // namespace linecheck::ui
