#include "text/sentence_text.h"

#include <QCoreApplication>

namespace linecheck::ui {

QString translated(const Sentence& sentence) {
  QString text = QCoreApplication::translate("Sentence", sentence.text);
  for (std::size_t i = 0; i < sentence.arguments.size(); ++i) {
    text.replace(QLatin1Char('%') + QString::number(i + 1),
                 QString::fromStdString(sentence.arguments[i]));
  }
  return text;
}

}  // namespace linecheck::ui
