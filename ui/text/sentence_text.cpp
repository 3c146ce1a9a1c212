#include "text/sentence_text.h"

#include <QCoreApplication>
#include <cstddef>

namespace linecheck::ui {

QString translated(const Sentence& sentence) {
  const QString text = QCoreApplication::translate("Sentence", sentence.text);
  QString result;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const int place = i + 1 < text.size() ? text[i + 1].digitValue() : -1;
    const bool isPlace = text[i] == QLatin1Char('%') && place >= 1 &&
                         static_cast<std::size_t>(place) <= sentence.arguments.size();
    if (!isPlace) {
      result += text[i];
      continue;
    }
    result += QString::fromStdString(sentence.arguments[static_cast<std::size_t>(place) - 1]);
    ++i;
  }
  return result;
}

}  // namespace linecheck::ui
