#include "app/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStatusBar>

#include "app/welcome.h"
#include "document/chain_document.h"
#include "document/chain_files.h"
#include "hum/hunt_pane.h"
#include "pages/chain_page.h"
#include "pages/hum_page.h"
#include "pages/levels_page.h"
#include "pages/library_panel.h"
#include "pages/match_page.h"
#include "profiles/profile_actions.h"
#include "simulation/example_desk.h"
#include "widgets/rail.h"
#include "wizard/setup_page.h"

namespace linecheck::ui {
namespace {

constexpr int kStatusHeight = 24;

// Whether the widget with the focus has its own use for the space bar.
bool usesSpace(const QWidget* widget) {
  return widget != nullptr &&
         (widget->inherits("QAbstractButton") || widget->inherits("QComboBox") ||
          widget->inherits("QAbstractItemView") || widget->inherits("QMenu"));
}

}  // namespace

MainWindow::MainWindow(Theme& theme, Session& session, const Clock& clock, ChainDocument& document,
                       const ChainView& chain, const std::filesystem::path& calibrations,
                       QWidget* parent)
    : QMainWindow(parent), theme_(theme), session_(session) {
  rail_ = new Rail(theme_);
  pages_ = new QStackedWidget;
  auto* all = new QWidget;
  auto* columns = new QHBoxLayout(all);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  columns->addWidget(rail_);
  columns->addWidget(pages_, 1);
  setCentralWidget(all);
  buildStatusBar();

  chain_ = new ChainPage(theme_, document);
  rail_->addPage(Rail::Icon::chain, tr("Chain"), tr("Ctrl+1"));
  pages_->addWidget(chain_);
  connect(chain_, &ChainPage::statusChanged, this, &MainWindow::showStatus);
  hum_ = new HumPage(theme_, session_, clock, document, chain, calibrations);
  setup_ =
      new SetupPage({theme_, session_, document, hum_->calibrations(), calibrations.parent_path()});
  rail_->addPage(Rail::Icon::setup, tr("Set-up"), tr("Ctrl+2"));
  pages_->addWidget(setup_);
  connect(setup_, &SetupPage::statusChanged, this, &MainWindow::showStatus);
  connect(setup_, &SetupPage::huntWanted, this, [this] {
    showPage(Page::hum);
    hum_->hunt().nextStep();
  });
  rail_->addPage(Rail::Icon::hum, tr("Hum"), tr("Ctrl+3"));
  pages_->addWidget(hum_);
  connect(hum_, &HumPage::verdictShown, this, &MainWindow::verdictShown);
  connect(hum_, &HumPage::statusChanged, this, &MainWindow::showStatus);
  levels_ = new LevelsPage(theme_, session_, document, hum_->calibrations());
  rail_->addPage(Rail::Icon::levels, tr("Levels"), tr("Ctrl+4"));
  pages_->addWidget(levels_);
  connect(levels_, &LevelsPage::statusChanged, this, &MainWindow::showStatus);
  connect(levels_, &LevelsPage::idle, this, &MainWindow::measured);
  match_ = new MatchPage(theme_, document);
  rail_->addPage(Rail::Icon::match, tr("Match"), tr("Ctrl+5"));
  pages_->addWidget(match_);
  connect(match_, &MatchPage::statusChanged, this, &MainWindow::showStatus);
  connect(match_, &MatchPage::chainWanted, this, [this](const QString& message) {
    showPage(Page::chain);
    if (!message.isEmpty()) chain_->tell(message);
  });
  welcome_ = new Welcome(theme_);
  pages_->addWidget(welcome_);
  connect(welcome_, &Welcome::chosen, this, &MainWindow::showPage);
  connect(welcome_, &Welcome::demoWanted, this, [this, &document] {
    if (document.chain().devices.empty()) document.replace(simulation::exampleDesk());
    CommandLine demo;
    demo.backend = CommandLine::Backend::simulated;
    session_.begin(demo);
    showPage(Page::hum);
  });
  connect(rail_, &Rail::chosen, this, [this](int page) { showPage(static_cast<Page>(page)); });

  connectFiles(document);
  connectLibrary(document);
  buildMenus();
  nameWindow();
  qApp->installEventFilter(this);
  showPage(Page::hum);
}

MainWindow::~MainWindow() {
  qApp->removeEventFilter(this);
}

void MainWindow::buildStatusBar() {
  status_ = new QLabel;
  status_->setFont(textFont(TextSize::caption));
  status_->setForegroundRole(QPalette::PlaceholderText);
  status_->setContentsMargins(space::kNormal - 2, 0, 0, 0);
  statusBar()->addWidget(status_, 1);
  muted_ = new QLabel(tr("▲ Muted: nothing is played"));
  muted_->setFont(textFont(TextSize::caption, QFont::DemiBold));
  muted_->setContentsMargins(0, 0, space::kNormal, 0);
  muted_->hide();
  statusBar()->addPermanentWidget(muted_);
  connect(&session_, &Session::mutedChanged, muted_, &QWidget::setVisible);
  const auto colour = [this] {
    QPalette palette = muted_->palette();
    palette.setColor(QPalette::WindowText, theme_[Role::attention]);
    muted_->setPalette(palette);
  };
  connect(&theme_, &Theme::changed, muted_, colour);
  colour();
  statusBar()->setFixedHeight(kStatusHeight);
  statusBar()->setSizeGripEnabled(false);
}

void MainWindow::showPage(Page page) {
  page_ = page;
  rail_->setCurrent(static_cast<int>(page));
  pages_->setCurrentIndex(static_cast<int>(page));
  chain_->setCurrent(page == Page::chain);
  setup_->setCurrent(page == Page::setup);
  hum_->setCurrent(page == Page::hum);
  levels_->setCurrent(page == Page::levels);
  match_->setCurrent(page == Page::match);
  pages_->currentWidget()->setFocus();
  showStatus();
}

void MainWindow::showWelcome() {
  rail_->setCurrent(-1);
  pages_->setCurrentWidget(welcome_);
  chain_->setCurrent(false);
  setup_->setCurrent(false);
  hum_->setCurrent(false);
  levels_->setCurrent(false);
  match_->setCurrent(false);
  welcome_->setFocus();
  status_->clear();
}

void MainWindow::connectFiles(ChainDocument& document) {
  files_ = new ChainFiles(document, this);
  connect(files_, &ChainFiles::failed, this, [this](const QString& message) {
    showPage(Page::chain);
    chain_->tell(message);
  });
  connect(files_, &ChainFiles::opened, this, [this] {
    showPage(Page::chain);
    chain_->begin();
  });
  connect(files_, &ChainFiles::fileChanged, this, &MainWindow::nameWindow);
  connect(&document, &ChainDocument::modifiedChanged, this, &QWidget::setWindowModified);
}

void MainWindow::connectLibrary(ChainDocument& document) {
  LibraryPanel& list = chain_->library();
  library_ = std::make_unique<ProfileActions>(
      document, profiles::locations(), [&list] { return list.current(); }, *this);
  list.setDeviceActions(library_->deviceActions());
  connect(&list, &LibraryPanel::currentChanged, library_.get(), &ProfileActions::nameActions);
  connect(library_.get(), &ProfileActions::changed, this, [this, &list](const QString& id) {
    showPage(Page::chain);
    chain_->showLibrary();
    list.reveal(id);
  });
  connect(setup_, &SetupPage::newProfileWanted, library_.get(), &ProfileActions::newProfile);
  connect(library_.get(), &ProfileActions::failed, this, [this](const QString& message) {
    showPage(Page::chain);
    chain_->tell(message);
  });
}

void MainWindow::nameWindow() {
  const QString file = QFileInfo(files_->file()).fileName();
  setWindowTitle(file.isEmpty() ? QStringLiteral("Linecheck[*]")
                                : tr("%1[*] – Linecheck").arg(file));
}

void MainWindow::openChain(const QString& file) {
  files_->open(file);
}

bool MainWindow::chooseHeadphones(const QString& profile) {
  return match_->chooseHeadphones(profile.toStdString());
}

bool MainWindow::measure(const QString& id, LoudOnes loud) {
  showPage(Page::levels);
  if (!levels_->choose(id)) return false;
  levels_->run(loud);
  return true;
}

HuntPane& MainWindow::hunt() const {
  return hum_->hunt();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (mayClose_ || !isWindowModified()) {
    event->accept();
    return;
  }
  event->ignore();
  files_->whenSafe([this] {
    mayClose_ = true;
    close();
  });
}

void MainWindow::showStatus() {
  switch (page_) {
    case Page::chain:
      return status_->setText(chain_->status());
    case Page::setup:
      return status_->setText(setup_->status());
    case Page::hum:
      return status_->setText(hum_->status());
    case Page::levels:
      return status_->setText(levels_->status());
    case Page::match:
      return status_->setText(match_->status());
  }
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    // Seen before anything else gets it, open menus and dialogs included, which close as well.
    if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) session_.stopEverything();
  } else if (event->type() == QEvent::ShortcutOverride) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Space && usesSpace(QApplication::focusWidget())) {
      key->accept();
      return true;
    }
  }
  return QMainWindow::eventFilter(watched, event);
}

void MainWindow::buildMenus() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  file->addActions(files_->actions());
  file->addSeparator();
  file->addAction(hum_->openRecordingAction());
  file->addSeparator();
  file->addActions(chain_->fileActions());
  file->addSeparator();
  file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

  menuBar()->addMenu(tr("&Edit"))->addActions(chain_->editActions());
  menuBar()->addMenu(chain_->chainMenu());
  menuBar()->addMenu(library_->menu());
  menuBar()->addMenu(setup_->setupMenu());
  menuBar()->addMenu(hum_->measureMenu());
  menuBar()->addMenu(levels_->levelsMenu());
  menuBar()->addMenu(match_->matchMenu());
  QMenu* view = menuBar()->addMenu(tr("&View"));
  viewMenu_ = view;
  const std::pair<QString, Page> pages[] = {{tr("&Chain"), Page::chain},
                                            {tr("&Set-up"), Page::setup},
                                            {tr("&Hum"), Page::hum},
                                            {tr("&Levels"), Page::levels},
                                            {tr("&Match"), Page::match}};
  for (const auto& [name, page] : pages) {
    view->addAction(
        name, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(page))),
        this, [this, page = page] { showPage(page); });
  }
  view->addSeparator();
  buildThemeMenu(view->addMenu(tr("&Theme")));
  view->addSeparator();
  view->addActions(chain_->viewActions());
  view->addSeparator();
  view->addActions(hum_->viewActions());
  menuBar()->addMenu(hum_->studioMenu());
  buildHelpMenu();
}

void MainWindow::buildThemeMenu(QMenu* menu) {
  auto* themes = new QActionGroup(this);
  const std::pair<QString, ThemeChoice> choices[] = {{tr("As the &system"), ThemeChoice::system},
                                                     {tr("&Dark"), ThemeChoice::dark},
                                                     {tr("&Light"), ThemeChoice::light}};
  for (const auto& [name, choice] : choices) {
    QAction* action = menu->addAction(name);
    action->setCheckable(true);
    action->setChecked(theme_.choice() == choice);
    themes->addAction(action);
    connect(action, &QAction::triggered, this, [this, choice = choice] { theme_.choose(choice); });
  }
}

void MainWindow::buildHelpMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&Help"));
  menu->addAction(tr("&About Linecheck"), this, [this] {
    auto* about = new QMessageBox(this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(tr("About Linecheck"));
    about->setIconPixmap(QIcon(QStringLiteral(":/icons/linecheck.svg")).pixmap(64));
    about->setText(QStringLiteral("<b>Linecheck ") + QApplication::applicationVersion() +
                   QStringLiteral("</b>"));
    about->setInformativeText(
        tr("Finds what is wrong with a home studio's signal chain.\n\n"
           "Free software under the GNU General Public License, version 3 or later."));
    about->open();
  });
}

}  // namespace linecheck::ui
