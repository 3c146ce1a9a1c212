#include "profiles/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "profiles/test_support.h"

namespace linecheck::profiles {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::SizeIs;
using testing::StartsWith;

/// A shipped and a user's folder that go away with the test.
class LibraryTest : public testing::Test {
 public:
  LibraryTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::path(testing::TempDir()) /
            (std::string("linecheck-library-") + test->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(locations().shipped);
  }
  ~LibraryTest() override { std::filesystem::remove_all(root_); }

  [[nodiscard]] Locations locations() const { return {root_ / "shipped", root_ / "user"}; }
  void write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
  }
  [[nodiscard]] Library load() const { return Library::load(locations()); }

  std::filesystem::path root_;
};

std::vector<std::string> ids(const std::vector<const Library::Entry*>& entries) {
  std::vector<std::string> result;
  result.reserve(entries.size());
  for (const Library::Entry* entry : entries) result.push_back(entry->profile.id);
  return result;
}

TEST_F(LibraryTest, TheUsersProfileTakesThePlaceOfAShippedOne) {
  write("shipped/audio-interface/one.json", profileWith("", "one", "Shipped"));
  write("shipped/two.json", profileWith("", "two", "Shipped"));
  write("user/mine.json", profileWith("", "one", "Mine"));
  write("user/deep/er/three.json", profileWith("", "three", "Mine"));
  const Library library = load();
  EXPECT_THAT(library.faults(), IsEmpty());
  ASSERT_THAT(library.entries(), SizeIs(3));
  EXPECT_EQ(library.find("one")->profile.model, "Mine");
  EXPECT_TRUE(library.find("one")->isUsers);
  EXPECT_EQ(library.find("one")->file, root_ / "user" / "mine.json");
  EXPECT_EQ(library.find("two")->profile.model, "Shipped");
  EXPECT_FALSE(library.find("two")->isUsers);
  EXPECT_TRUE(library.find("three")->isUsers);
  EXPECT_EQ(library.find("four"), nullptr);
}

TEST_F(LibraryTest, AFaultyFileDoesNotStopTheOthers) {
  write("shipped/bad.json", "{");
  write("shipped/good.json", profileWith("", "good"));
  write("shipped/schema/profile-1.schema.json", "{}");
  write("shipped/readme.txt", "no profile");
  write("user/empty.json", "{}");
  write("user/good.json", profileWith(R"("weight": 3,)", "good", "Mine"));
  const Library library = load();
  ASSERT_THAT(library.entries(), SizeIs(1));
  EXPECT_EQ(library.find("good")->profile.model, "Model") << "a faulty override leaves the shipped";
  ASSERT_THAT(library.faults(), SizeIs(3));
  EXPECT_EQ(library.faults()[0].file, root_ / "shipped" / "bad.json");
  EXPECT_THAT(library.faults()[0].errors, SizeIs(1));
  EXPECT_EQ(library.faults()[1].file, root_ / "user" / "empty.json");
  EXPECT_THAT(library.faults()[1].errors, SizeIs(7)) << "one for each key that is missing";
  EXPECT_EQ(library.faults()[2].errors.front().where,
            (root_ / "user" / "good.json").string() + "#/weight");
}

TEST_F(LibraryTest, OneFolderHasAnIdOnlyOnce) {
  write("shipped/a.json", profileWith("", "same", "First"));
  write("shipped/b.json", profileWith("", "same", "Second"));
  const Library library = load();
  ASSERT_THAT(library.entries(), SizeIs(1));
  EXPECT_EQ(library.find("same")->profile.model, "First");
  ASSERT_THAT(library.faults(), SizeIs(1));
  const Error& error = library.faults()[0].errors.front();
  EXPECT_EQ(error.where, (root_ / "shipped" / "b.json").string() + "#/id");
  EXPECT_THAT(error.what, HasSubstr("a.json"));
}

TEST_F(LibraryTest, OnlyTheShippedFolderMustExist) {
  EXPECT_THAT(load().faults(), IsEmpty());
  std::filesystem::remove_all(root_);
  const Library library = load();
  ASSERT_THAT(library.faults(), SizeIs(1));
  EXPECT_EQ(library.faults()[0].errors.front().code, ErrorCode::notFound);
  EXPECT_EQ(library.faults()[0].file, locations().shipped);
}

TEST(ShippedLibrary, FindsWhatPeopleType) {
  const Library library = Library::load({shippedFolder(), {}});
  EXPECT_THAT(ids(library.search("l30")), ElementsAre("topping-l30", "topping-l30-ii"));
  EXPECT_THAT(ids(library.search("l30ii")), ElementsAre("topping-l30-ii"));
  EXPECT_THAT(
      ids(library.search("topping amp")),
      AllOf(Each(StartsWith("topping-")), Contains("topping-l30"), Contains("topping-l70")));
  EXPECT_THAT(ids(library.search("ZENGO")), ElementsAre("antelope-zen-go"));
  EXPECT_THAT(ids(library.search("id4 mk2")), ElementsAre("audient-id4-mkii"));
  EXPECT_THAT(ids(library.search("pc")),
              ElementsAre("generic-computer", "generic-desktop-computer"));
  const std::vector<std::string> monitors = ids(library.search("monitor"));
  EXPECT_EQ(monitors.at(0), "generic-preamplifier") << "also known as a monitor controller";
  EXPECT_EQ(monitors.at(1), "generic-active-monitors");
  EXPECT_THAT(monitors, IsSupersetOf({"adam-t7v", "yamaha-hs7"}));
  EXPECT_EQ(ids(library.search("hd650")).at(0), "sennheiser-hd-650");
  EXPECT_THAT(ids(library.search("6xx")), ElementsAre("sennheiser-hd-650"));
  EXPECT_THAT(ids(library.search("laptop")), ElementsAre("generic-laptop"));
  EXPECT_THAT(ids(library.search("nonesuch")), IsEmpty());
  EXPECT_THAT(library.search(" "), SizeIs(library.entries().size()));
}

TEST(ShippedLibrary, OrdersAKindByMakerAndModel) {
  const Library library = Library::load({shippedFolder(), {}});
  std::vector<std::string> toppings = ids(library.ofKind(Kind::headphoneAmplifier));
  std::erase_if(toppings, [](const std::string& id) { return !id.starts_with("topping-l"); });
  EXPECT_THAT(toppings, ElementsAre("topping-l30", "topping-l30-ii", "topping-l50", "topping-l70"));
}

}  // namespace
}  // namespace linecheck::profiles
