#include "profiles/csv_table.h"

#include <gmock/gmock.h>

namespace linecheck::profiles {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(CsvTable, FindsTheDelimiter) {
  EXPECT_EQ(parseCsv("a,b\n1,2\n", "t.csv")->delimiter, ',');
  EXPECT_EQ(parseCsv("a;b\n1,5;2\n", "t.csv")->delimiter, ';');
  EXPECT_EQ(parseCsv("a\tb\n1,5\t2\n", "t.csv")->delimiter, '\t');
  EXPECT_EQ(parseCsv("\"a;b;c\",d\n1,2\n", "t.csv")->delimiter, ',');
}

TEST(CsvTable, ReadsQuotedCells) {
  const auto table =
      parseCsv("name,note\r\n\"Acme, Inc\",\"says \"\"loud\"\"\nand clear\"\r\nb, c \r\n", "t.csv");
  ASSERT_TRUE(table);
  ASSERT_THAT(table->rows, SizeIs(2));
  EXPECT_THAT(table->rows[0].cells, ElementsAre("Acme, Inc", "says \"loud\"\nand clear"));
  EXPECT_THAT(table->rows[1].cells, ElementsAre("b", "c"));
  EXPECT_EQ(table->rows[0].line, 2U);
  EXPECT_EQ(table->rows[1].line, 4U) << "the quoted line break counts";
}

TEST(CsvTable, TakesAByteOrderMarkAndEmptyRows) {
  const auto table = parseCsv("\xEF\xBB\xBFmaker,model\n\n,\nA,B", "t.csv");
  ASSERT_TRUE(table);
  EXPECT_THAT(table->header, ElementsAre("maker", "model"));
  ASSERT_THAT(table->rows, SizeIs(1));
  EXPECT_THAT(table->rows[0].cells, ElementsAre("A", "B"));
}

TEST(CsvTable, TellsEveryFaultWithItsLine) {
  const auto table = parseCsv("a,b\n1\n1,2\n1,2,3\n1,\"open", "t.csv");
  ASSERT_FALSE(table);
  ASSERT_THAT(table.error(), SizeIs(3));
  EXPECT_EQ(table.error()[0].where, "t.csv:5");
  EXPECT_THAT(table.error()[0].what, HasSubstr("never closed"));
  EXPECT_EQ(table.error()[1].where, "t.csv:2");
  EXPECT_EQ(table.error()[2].where, "t.csv:4");
}

TEST(CsvTable, RefusesWhatIsNoTable) {
  EXPECT_THAT(parseCsv("", "t.csv").error().front().what, HasSubstr("empty"));
  EXPECT_THAT(parseCsv("a,b\n\xE4,2\n", "t.csv").error().front().what, HasSubstr("UTF-8"));
  EXPECT_THAT(parseCsv("a,b\n\"x\"y,2\n", "t.csv").error().front().what, HasSubstr("quote"));
}

}  // namespace
}  // namespace linecheck::profiles
