#pragma once

#include "document/chain_document.h"
#include "pages/details_form.h"

/// The rows of each kind of part. Each changes the document by edits.
namespace linecheck::ui {

void fillDesk(DetailsForm& form, ChainDocument& document);
void fillDevice(DetailsForm& form, ChainDocument& document, const chain::Device& device);
void fillCable(DetailsForm& form, ChainDocument& document, const chain::Cable& cable);
void fillPowerPoint(DetailsForm& form, ChainDocument& document, const chain::PowerPoint& point);
void fillPowerLead(DetailsForm& form, ChainDocument& document, const chain::PowerLead& lead);

/// The edit that takes any part away.
[[nodiscard]] Result<chain::Edit> removalOf(const chain::Desk& desk, const std::string& part);

}  // namespace linecheck::ui
