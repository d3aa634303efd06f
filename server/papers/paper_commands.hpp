// Taking a paper off an agenda.
#pragma once

#include <string>

#include "db/agenda.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/core/date.hpp"

namespace server::papers {

/// An item that papers can be put under: Code::refused once its agenda is closed or it is struck.
Result<db::AgendaItemRow> load_item_for_papers(db::ReadTx& tx, const std::string& item,
                                               workflows::Day today);

struct RemovePaper {
    std::string paper;
    /// Open at any time to the secretariat: what was published by mistake must come off.
    bool at_any_time = false;
};
/// Errors as load_item_for_papers(); gives the id of the item.
Result<std::string> remove_paper(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                 const RemovePaper& command);

}  // namespace server::papers
