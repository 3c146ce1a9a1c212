#pragma once

class QWidget;

namespace linecheck::ui {

/// Has Tab go through a widget's own ones as one reads them: in the order of the object tree, which
/// is that of the layouts. What was added later would else come at the end.
void orderTabs(QWidget& root);

}  // namespace linecheck::ui
