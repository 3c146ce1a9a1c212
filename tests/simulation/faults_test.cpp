#include "simulation/faults.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace linecheck::simulation {
namespace {

TEST(Faults, EveryFaultHasAnIdANameAndADescriptionOfItsOwn) {
  std::set<std::string_view> ids;
  std::set<std::string_view> names;
  std::set<std::string_view> descriptions;
  for (const FaultInfo& info : faults()) {
    ids.insert(info.id);
    names.insert(info.name);
    descriptions.insert(info.description);
    EXPECT_EQ(findFault(info.id), info.fault) << info.id;
    EXPECT_EQ(info.description.find('\n'), std::string_view::npos);
  }
  EXPECT_EQ(ids.size(), faults().size());
  EXPECT_EQ(names.size(), faults().size());
  EXPECT_EQ(descriptions.size(), faults().size());
  // The last of the enumeration: none is missing from the table.
  EXPECT_EQ(faults().size(), static_cast<std::size_t>(Fault::unplugged) + 1);
}

TEST(Faults, EachIsListedInTheManual) {
  std::ifstream file(LINECHECK_SOURCE_DIR "/docs/command-line.md");
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  for (const FaultInfo& info : faults()) {
    EXPECT_NE(manual.find("| `" + std::string(info.id) + "` |"), std::string::npos) << info.id;
  }
}

TEST(Faults, UnknownIdIsNoFault) {
  EXPECT_EQ(findFault("ground"), std::nullopt);
  EXPECT_EQ(findFault(""), std::nullopt);
}

TEST(Faults, EachSwitchesByItself) {
  FaultSwitches switches;
  switches.set(Fault::groundLoop, true);
  switches.set(Fault::unplugged, true);
  switches.set(Fault::groundLoop, false);
  for (const FaultInfo& info : faults()) {
    EXPECT_EQ(switches.isOn(info.fault), info.fault == Fault::unplugged) << info.id;
    EXPECT_EQ(switches.now().has(info.fault), switches.isOn(info.fault));
  }
  switches.clear();
  EXPECT_FALSE(switches.isOn(Fault::unplugged));
}

}  // namespace
}  // namespace linecheck::simulation
