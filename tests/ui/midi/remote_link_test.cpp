#include "midi/remote_link.h"

#include <gtest/gtest.h>

#include <QPushButton>
#include <fstream>
#include <string>
#include <vector>

#include "base/replace_file.h"
#include "midi/fake_driver.h"
#include "midi/midi_dialog.h"
#include "support/qt_wait.h"
#include "support/temporary_folder.h"

namespace linecheck::ui {
namespace {

using linecheck::testing::waitUntil;
using midi::Action;
using midi::testing::Bell;
using midi::testing::FakeSystem;
using midi::testing::port;
using midi::testing::portId;

/// A window's link to a computer with one pad controller.
class RemoteLinkTest : public ::testing::Test {
 protected:
  RemoteLinkTest() { system.setPorts({{port("Pads", "Pads")}, {}}); }

  [[nodiscard]] std::unique_ptr<RemoteLink> makeLink() {
    auto link = std::make_unique<RemoteLink>(system.driver(), folder.path());
    QObject::connect(link.get(), &RemoteLink::pressed,
                     [this](Action action) { pressed.push_back(action); });
    return link;
  }
  /// A pad: down and up.
  bool press(std::uint8_t note) {
    return system.play(portId("Pads"), {0x90, note, 100}) &&
           system.play(portId("Pads"), {0x80, note, 0});
  }
  /// By the button beside the action, as a user does.
  void learn(MidiDialog& dialog, const QString& action, std::uint8_t note) {
    QPushButton* learn = nullptr;
    for (auto* button : dialog.findChildren<QPushButton*>()) {
      if (button->accessibleName() == QStringLiteral("Learn: ") + action) learn = button;
    }
    ASSERT_NE(learn, nullptr) << action.toStdString();
    learn->click();
    ASSERT_TRUE(waitUntil([&] { return system.isOpen(portId("Pads")); }));
    ASSERT_TRUE(press(note));
  }

  Bell bell;
  FakeSystem system{bell};
  linecheck::testing::TemporaryFolder folder;
  std::vector<Action> pressed;
};

TEST_F(RemoteLinkTest, APadThatWasLearntDoesItsActionAndStillDoesAnotherDay) {
  {
    const auto link = makeLink();
    MidiDialog dialog(*link);
    learn(dialog, actionText(Action::nextStep), 36);
    ASSERT_TRUE(waitUntil([&] { return link->setup().bindings.all().size() == 1; }));
    EXPECT_FALSE(link->learning());
  }
  pressed.clear();
  const auto link = makeLink();
  ASSERT_EQ(link->setup().bindings.all().size(), 1U);
  ASSERT_TRUE(waitUntil([&] { return system.isOpen(portId("Pads")); }));
  ASSERT_TRUE(press(36));
  ASSERT_TRUE(waitUntil([&] { return !pressed.empty(); }));
  EXPECT_EQ(pressed, std::vector<Action>{Action::nextStep});
}

TEST_F(RemoteLinkTest, WhatIsClearedIsForgotten) {
  const auto link = makeLink();
  MidiDialog dialog(*link);
  learn(dialog, actionText(Action::markA), 40);
  ASSERT_TRUE(waitUntil([&] { return link->setup().bindings.all().size() == 1; }));
  for (auto* button : dialog.findChildren<QPushButton*>()) {
    if (button->accessibleName() == QStringLiteral("Clear: ") + actionText(Action::markA)) {
      button->click();
    }
  }
  EXPECT_TRUE(link->setup().bindings.all().empty());
}

TEST_F(RemoteLinkTest, ABrokenFileIsToldAndLeftAlone) {
  const auto file = folder.path() / "midi.json";
  const std::string broken = "{ this is no list of controls";
  ASSERT_TRUE(replaceFile(file, broken));
  const auto link = makeLink();
  EXPECT_FALSE(link->notice().isEmpty());
  link->setLights(false);
  std::ifstream stream(file);
  const std::string now{std::istreambuf_iterator<char>(stream), {}};
  EXPECT_EQ(now, broken);
}

}  // namespace
}  // namespace linecheck::ui
