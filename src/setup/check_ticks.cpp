#include "setup/opinion.h"

namespace linecheck::setup {

void checkTicks(const Evidence& evidence, Opinions& opinions) {
  for (const Item& item : evidence.items) {
    const Tick* tick = evidence.progress.find(item);
    // What only a measurement shows, nobody can tick.
    if (!tick || (tick->answer == Answer::done && !item.canBeKnown(KnownBy::user))) continue;
    Opinion opinion{item.id, KnownBy::user};
    opinion.at = tick->at;
    switch (tick->answer) {
      case Answer::done:
        opinion.state = State::done;
        opinion.found = Sentence{"You ticked it."};
        break;
      case Answer::wrong:
        opinion.state = State::wrong;
        opinion.found = Sentence{"You said that it is not so."};
        break;
      case Answer::notNeeded:
        opinion.state = State::notNeeded;
        opinion.found = Sentence{"You said that it does not concern this desk."};
        break;
    }
    opinions.push_back(std::move(opinion));
  }
}

}  // namespace linecheck::setup
