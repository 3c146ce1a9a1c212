#include "base/task_thread.h"

#include <gtest/gtest.h>

#include <future>
#include <vector>

namespace linecheck {
namespace {

TEST(TaskThread, RunsTasksInOrder) {
  std::vector<int> order;
  std::promise<void> done;
  TaskThread thread;
  for (int i = 0; i < 5; ++i) thread.post([&order, i] { order.push_back(i); });
  thread.post([&done] { done.set_value(); });
  done.get_future().wait();
  EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
}

TEST(TaskThread, ATaskMayPostAnother) {
  std::promise<void> done;
  TaskThread thread;
  thread.post([&] { thread.post([&done] { done.set_value(); }); });
  done.get_future().wait();
}

TEST(TaskThread, IdleWorkGoesOnWithoutTasks) {
  std::promise<void> idledTwice;
  int rounds = 0;
  TaskThread thread(
      [&] {
        if (++rounds == 2) idledTwice.set_value();
      },
      std::chrono::milliseconds(1));
  idledTwice.get_future().wait();
}

}  // namespace
}  // namespace linecheck
