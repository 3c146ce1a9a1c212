#pragma once

#include <functional>

#include "document/chain_document.h"
#include "pages/details_form.h"

namespace linecheck::ui {

/// Changes a copy of the cable as it is then, and has the document take it.
void changeCable(ChainDocument& document, const chain::CableId& id,
                 const std::function<void(chain::Cable&)>& how);

/// The rows of one end of a cable: its sockets, plug and adapters, and whether its shield is joined
/// there. `end` is `&Cable::from` or `&Cable::to`.
void addCableEnd(DetailsForm& form, ChainDocument& document, const chain::Cable& cable,
                 chain::CableEnd chain::Cable::*end);

}  // namespace linecheck::ui
